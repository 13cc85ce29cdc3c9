<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions: the order of the text, an original beside its translations, and each block with its notes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/divisions.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The language of the version that leads; empty where the original does. -->
  <xsl:param name="leading" as="xs:string" select="''"/>

  <xsl:template match="text | group | floatingText" mode="ed:text" as="element()*">
    <xsl:apply-templates select="*" mode="ed:text"/>
  </xsl:template>

  <xsl:template match="front | body | back" mode="ed:text" as="element()*">
    <xsl:call-template name="local:flow"/>
  </xsl:template>

  <!-- `ed:level` is the level of the next heading; a division that has one passes on the next. -->
  <xsl:template mode="ed:text" as="element()"
    match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | argument | postscript">
    <xsl:param name="ed:level" as="xs:integer" tunnel="yes" select="3"/>
    <xsl:variable name="titled" as="xs:boolean" select="local:is-one-of-versions(.)"/>
    <xsl:element name="{if ($titled) then 'section' else 'div'}">
      <xsl:attribute name="class" select="'division', ed:type-class(.)"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:if test="$titled">
        <xsl:sequence select="local:version-title(., $ed:level)"/>
      </xsl:if>
      <xsl:call-template name="local:flow">
        <xsl:with-param name="ed:level" tunnel="yes"
          select="$ed:level + count((.[$titled], head[1]))"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- What is in a division, in its order. Lines of navigation that follow each other are one passage. -->
  <xsl:template name="local:flow" as="element()*">
    <xsl:for-each-group select="* | text()[normalize-space()]" group-adjacent="
        if (self::text()) then 'text' || position()
        else if (self::ab[@type eq 'navigation']) then 'navigation'
        else if (local:is-one-of-versions(.)) then 'versions'
        else string(position())">
      <xsl:choose>
        <xsl:when test="self::text()">
          <p class="p">
            <xsl:apply-templates select="." mode="ed:text"/>
          </p>
        </xsl:when>
        <xsl:when test="current-grouping-key() eq 'versions'">
          <xsl:call-template name="local:versions"/>
        </xsl:when>
        <xsl:when test="self::div | self::div1 | self::div2 | self::div3 | self::div4 | self::div5 | self::div6 | self::div7
          | self::argument | self::postscript | self::floatingText">
          <xsl:apply-templates select="." mode="ed:text"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="local:passage"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- An original and its translations: those that are linked sentence by sentence in rows, others beside each other. -->
  <xsl:template name="local:versions" as="element()+">
    <xsl:variable name="aligned" as="element(div)*" select="ed:aligned(..)"/>
    <xsl:if test="exists($aligned) and empty($aligned except current-group())">
      <xsl:call-template name="ed:rows">
        <xsl:with-param name="versions" select="local:led($aligned)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:where-populated>
      <div class="versions">
        <xsl:apply-templates mode="ed:text" select="
          local:led(if (empty($aligned except current-group())) then current-group() except $aligned else current-group())"/>
      </div>
    </xsl:where-populated>
  </xsl:template>

  <!-- A block, or several, with the notes to it. -->
  <xsl:template name="local:passage" as="element()*">
    <xsl:variable name="notes" as="element()*"
      select="current-group()/descendant::*[self::note or self::app][ed:is-footnote(.)]"/>
    <xsl:choose>
      <xsl:when test="$notes">
        <div class="passage">
          <xsl:call-template name="local:blocks"/>
          <xsl:call-template name="ed:notes">
            <xsl:with-param name="notes" select="$notes"/>
          </xsl:call-template>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="local:blocks"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="ed:parallels">
      <xsl:with-param name="sentences" select="current-group()[not(ancestor::div/@type = 'translation')]/descendant::s"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="local:blocks" as="element()*">
    <xsl:choose>
      <xsl:when test="current-grouping-key() eq 'navigation'">
        <xsl:call-template name="ed:navigation">
          <xsl:with-param name="lines" select="current-group()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="current-group()" mode="ed:text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Versions in their order, but the one that leads first. -->
  <xsl:function name="local:led" as="element()*">
    <xsl:param name="versions" as="element()*"/>
    <xsl:variable name="first" as="element()*" select="$versions[@xml:lang ! ed:primary(.) = $leading[.]]"/>
    <xsl:sequence select="$first, $versions[not(. intersect $first)]"/>
  </xsl:function>

  <xsl:function name="local:is-one-of-versions" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="versions" as="element(div)*"
      select="$element/../div[@type = ('original', 'translation')]"/>
    <xsl:sequence select="count($versions) gt 1 and exists($versions intersect $element)"/>
  </xsl:function>

  <!-- What a version is, and in which language. -->
  <xsl:function name="local:version-title" as="element()">
    <xsl:param name="version" as="element()"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:element name="h{min(($level, 6))}">
      <xsl:attribute name="class" select="'version-title'"/>
      <xsl:attribute name="lang" select="$ed:language"/>
      <xsl:attribute name="dir" select="'ltr'"/>
      <xsl:sequence select="ed:version-name($version)"/>
    </xsl:element>
  </xsl:function>

</xsl:stylesheet>
