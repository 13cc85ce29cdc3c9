<?xml version="1.0" encoding="UTF-8"?>
<!-- A part of a version: of all that stands in it, only some pieces, each within the blocks that it stands in. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The pieces, as HTML, with the blocks around them. `ed:way` are these blocks, until a piece is reached. -->
  <xsl:template name="ed:part" as="node()*">
    <xsl:param name="version" as="element(div)"/>
    <xsl:param name="pieces" as="node()*"/>
    <xsl:variable name="way" as="element()*"
      select="$pieces/ancestor::*[. &gt;&gt; $version]"/>
    <xsl:apply-templates select="$version/node() intersect ($way | $pieces)" mode="ed:text">
      <xsl:with-param name="ed:way" tunnel="yes" select="$way"/>
      <xsl:with-param name="ed:pieces" tunnel="yes" select="$pieces"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Within the blocks around a part's pieces, what is neither on the way nor a piece is left for another part. -->
  <xsl:template match="*[not(ancestor::s)] | text()[not(ancestor::s)]" mode="ed:text" priority="100" as="node()*">
    <xsl:param name="ed:pieces" as="node()*" tunnel="yes"/>
    <xsl:param name="ed:way" as="element()*" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="empty($ed:pieces) or exists(. intersect $ed:way)">
        <xsl:next-match/>
      </xsl:when>
      <xsl:when test="exists(ancestor-or-self::node() intersect $ed:pieces)">
        <xsl:next-match>
          <xsl:with-param name="ed:way" tunnel="yes" select="()"/>
          <xsl:with-param name="ed:pieces" tunnel="yes" select="()"/>
        </xsl:next-match>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
