<?xml version="1.0" encoding="UTF-8"?>
<!-- Patterns that stand several times: @minOccurs and @maxOccurs of the ODD → RELAX NG. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:ed="urn:tei-edition"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A pattern as often as @minOccurs and @maxOccurs of a part of the ODD say. -->
  <xsl:function name="ed:repeated" as="element()+">
    <xsl:param name="pattern" as="element()"/>
    <xsl:param name="model" as="element()"/>
    <xsl:variable name="most" as="xs:string" select="($model/@maxOccurs/string(), '1')[1]"/>
    <xsl:sequence select="
      ed:times($pattern, xs:integer(($model/@minOccurs, 1)[1]), $most[. ne 'unbounded'] ! xs:integer(.))"/>
  </xsl:function>

  <!-- A pattern at least so often, and at most so often: no upper limit where $most is missing. -->
  <xsl:function name="ed:times" as="element()*">
    <xsl:param name="pattern" as="element()"/>
    <xsl:param name="least" as="xs:integer"/>
    <xsl:param name="most" as="xs:integer?"/>
    <xsl:choose>
      <xsl:when test="empty($most) and $least eq 0">
        <zeroOrMore>
          <xsl:sequence select="$pattern"/>
        </zeroOrMore>
      </xsl:when>
      <xsl:when test="empty($most) and $least eq 1">
        <oneOrMore>
          <xsl:sequence select="$pattern"/>
        </oneOrMore>
      </xsl:when>
      <xsl:when test="$least gt 0">
        <xsl:sequence select="$pattern, ed:times($pattern, $least - 1, $most ! (. - 1))"/>
      </xsl:when>
      <xsl:when test="$most gt 0">
        <optional>
          <xsl:sequence select="$pattern, ed:times($pattern, 0, $most - 1)"/>
        </optional>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
