<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models → patterns. "Nothing" is the empty sequence until a definition needs it: libxml2 never returns
     from zeroOrMore/empty, so no pattern may repeat nothing. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/schema/rng-content.xsl"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- A content model's parts → patterns. Starts at content or valList; a construct without a template is an error. -->
  <xsl:mode name="rng-content" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The pattern of a content model, "empty" where it holds nothing. -->
  <xsl:function name="ed:pattern-or-empty" as="element()+">
    <xsl:param name="model" as="element()"/>
    <xsl:variable name="pattern" as="element()*">
      <xsl:apply-templates select="$model" mode="rng-content"/>
    </xsl:variable>
    <xsl:sequence select="$pattern"/>
    <xsl:if test="empty($pattern)">
      <empty/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="content" mode="rng-content" as="element()*">
    <xsl:apply-templates mode="rng-content" select="*"/>
  </xsl:template>

  <xsl:template match="empty" mode="rng-content" as="empty-sequence()"/>

  <xsl:template match="textNode" mode="rng-content" as="element()">
    <text/>
  </xsl:template>

  <xsl:template match="elementRef" mode="rng-content" as="element()+">
    <xsl:variable name="reference" as="element()">
      <ref name="{@key}"/>
    </xsl:variable>
    <xsl:sequence select="ed:repeated($reference, .)"/>
  </xsl:template>

  <xsl:template match="macroRef[ed:holds-nothing(key('ed:macro', @key)/content)]" mode="rng-content" priority="1"
    as="empty-sequence()"/>

  <xsl:template match="macroRef" mode="rng-content" as="element()">
    <ref name="{@key}"/>
  </xsl:template>

  <xsl:template match="sequence" mode="rng-content" as="element()*">
    <xsl:sequence select="local:group(*) ! ed:repeated(., current())"/>
  </xsl:template>

  <!-- An alternative that holds nothing makes the others optional. -->
  <xsl:template match="alternate" mode="rng-content" as="element()*">
    <xsl:variable name="branches" as="element()*" select="* ! local:group(.)"/>
    <xsl:variable name="choice" as="element()?">
      <xsl:choose>
        <xsl:when test="count($branches) le 1">
          <xsl:sequence select="$branches"/>
        </xsl:when>
        <xsl:otherwise>
          <choice>
            <xsl:sequence select="$branches"/>
          </choice>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="least" as="xs:integer" select="if (count($branches) lt count(*)) then 0 else 1"/>
    <xsl:sequence select="$choice ! ed:times(., $least, 1) ! ed:repeated(., current())"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]" mode="rng-content" as="element()">
    <data type="{@name}">
      <xsl:for-each select="@restriction">
        <param name="pattern">{.}</param>
      </xsl:for-each>
      <xsl:for-each select="dataFacet">
        <param name="{@name}">{@value}</param>
      </xsl:for-each>
    </data>
  </xsl:template>

  <xsl:template match="dataRef[key('ed:datatype', @key)]" mode="rng-content" as="element()">
    <ref name="{@key}"/>
  </xsl:template>

  <xsl:template match="dataRef[@key][empty(key('ed:datatype', @key))]" mode="rng-content" as="element()">
    <xsl:sequence select="ed:tei-datatype(@key)"/>
  </xsl:template>

  <xsl:template match="valList" mode="rng-content" as="element()">
    <choice>
      <xsl:for-each select="valItem">
        <value>{@ident}</value>
        <xsl:sequence select="ed:documentation(.)"/>
      </xsl:for-each>
    </choice>
  </xsl:template>

  <!-- One pattern for parts of a content model that follow each other, or none if they hold nothing. -->
  <xsl:function name="local:group" as="element()?">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="patterns" as="element()*">
      <xsl:apply-templates select="$parts" mode="rng-content"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count($patterns) le 1">
        <xsl:sequence select="$patterns"/>
      </xsl:when>
      <xsl:otherwise>
        <group>
          <xsl:sequence select="$patterns"/>
        </group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
