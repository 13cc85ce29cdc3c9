<?xml version="1.0" encoding="UTF-8"?>
<!-- The source as a thing, as rows: where it lies, what it holds, what it is made of, where it has been;
     its witnesses, and the letter as an event. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/source-description.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="msContents | physDesc | history | additional | correspDesc" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label(local-name())"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="*" mode="local:part"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="listWit | handNotes" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label(local-name())"/>
      <xsl:with-param name="content">
        <xsl:for-each select="head | witness | handNote">
          <p>
            <xsl:sequence select="ed:common(.)"/>
            <xsl:text>{self::witness/ed:siglum(.) ! (. || ed:label('colon'))}</xsl:text>
            <xsl:apply-templates mode="ed:text"/>
          </p>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- part: one statement → a paragraph that begins with what it is about. Starts at the children of a description. -->
  <xsl:mode name="local:part" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:part" as="element(h:p)?">
    <xsl:call-template name="local:statement"/>
  </xsl:template>

  <!-- What only holds statements. -->
  <xsl:template match="supportDesc[not(p)] | layoutDesc[layout] | handDesc[handNote] | typeDesc[typeNote] | sealDesc[seal]
      | adminInfo" mode="local:part" as="element(h:p)*">
    <xsl:apply-templates select="*" mode="local:part"/>
  </xsl:template>

  <xsl:template match="objectDesc[not(p)]" mode="local:part" as="element(h:p)*">
    <xsl:if test="@form">
      <p>{ed:label('objectDesc')}{ed:label('colon')}{@form}</p>
    </xsl:if>
    <xsl:apply-templates select="*" mode="local:part"/>
  </xsl:template>

  <!-- A text of several: where it stands, who wrote it, how it begins and ends. -->
  <xsl:template match="msItem" mode="local:part" as="element(h:p)">
    <p>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:text>{self::incipit/(ed:label('incipit') || ed:label('colon'))}</xsl:text>
        <xsl:text>{self::explicit/(ed:label('explicit') || ed:label('colon'))}</xsl:text>
        <xsl:apply-templates select="." mode="ed:text"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template match="availability" mode="local:part" as="element(h:p)*">
    <xsl:for-each select="ed:in-language(p), ed:in-language(licence)">
      <p>
        <xsl:sequence select="ed:common(.)"/>
        <xsl:apply-templates mode="ed:text"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- Sent by whom, from where, when: the parts in a line. -->
  <xsl:template match="correspAction | correspContext" mode="local:part" as="element(h:p)">
    <xsl:variable name="label" as="xs:string" select="ed:label((@type, local-name())[1])"/>
    <p>
      <xsl:text>{$label}{ed:label('colon')}</xsl:text>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:apply-templates select="if (self::p) then node() else ." mode="ed:text"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- A statement, after the word for what it is about; without one where there is no such word. -->
  <xsl:template name="local:statement" as="element(h:p)?">
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:if test="normalize-space()">
      <p>
        <xsl:sequence select="ed:common(.)"/>
        <xsl:text>{if (ed:has-label($name) and not(self::note)) then ed:label($name) || ed:label('colon') else ()}</xsl:text>
        <xsl:for-each select="if (p) then p else .">
          <xsl:if test="position() gt 1">{' '}</xsl:if>
          <xsl:apply-templates mode="ed:text"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Height and width with their unit: 297 × 210 mm. -->
  <xsl:template match="dimensions" mode="ed:text" as="element(h:span)">
    <span class="dimensions">{string-join((height, width) ! ed:text(.), ' × ')}{(@unit, */@unit)[1] ! (' ' || .)}</span>
  </xsl:template>

  <!-- A category, in its own words. -->
  <xsl:template match="catRef" mode="ed:text" as="element(h:span)">
    <span class="category">
      <xsl:value-of separator=", " select="tokenize(@target) ! (ed:target(., current())/ed:category-name(.), .)[1]"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
