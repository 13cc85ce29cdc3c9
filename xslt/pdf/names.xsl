<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and references: words that lead to a register, to another place of the edition, or outside. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/names.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- The words of a name or reference lead to what it points to; a name inside a name has the last word. -->
  <xsl:template mode="ed:print" as="node()*"
    match="persName | placeName | geogName | orgName | eventName | objectName | name | rs[@ref] | term | ref
      | settlement | country | region | district | bloc | origPlace | origDate | collection | institution | repository | licence">
    <xsl:variable name="link" as="attribute()?" select="ed:print-link((@ref, @target)[1])"/>
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates mode="ed:print">
        <xsl:with-param name="link" tunnel="yes" select="$link"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@xml:lang">
        <span>
          <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
          <xsl:sequence select="$words"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Titles of publications are in italics, those of parts of them are not. -->
  <xsl:template match="title" mode="ed:print" as="element()">
    <xsl:element name="{if (@level eq 'a' or parent::titleStmt or parent::seriesStmt) then 'span' else 'em'}" namespace="">
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print">
        <xsl:with-param name="link" tunnel="yes" select="ed:print-link(@ref)"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- A pointer without words shows its address. -->
  <xsl:template match="ptr[@target] | ref[@target][not(normalize-space())]" mode="ed:print" as="item()*" priority="1">
    <xsl:variable name="link" as="attribute()?" select="ed:print-link(@target)"/>
    <xsl:choose>
      <xsl:when test="$link">
        <link>
          <xsl:sequence select="$link"/>
          <xsl:value-of select="local:words(@target)"/>
        </link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="@target"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a pointer without words says: the number of a sentence, or else the address. -->
  <xsl:function name="local:words" as="xs:string">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="sentence" as="element(s)?" select="ed:target($pointer, $pointer/..)[self::s]"/>
    <xsl:sequence select="
      if ($sentence) then lower-case(ed:label('sentence')) || ' ' || ed:sentence-number($sentence) else string($pointer)"/>
  </xsl:function>

  <!-- A pointer as a link: `to` a thing of the edition, or `href`, an address on the web; else none. -->
  <xsl:function name="ed:print-link" as="attribute()?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" as="xs:string" select="string(tokenize($pointer)[1])"/>
    <xsl:choose>
      <xsl:when test="matches($first, '^(https?|mailto):')">
        <xsl:attribute name="href" select="$first"/>
      </xsl:when>
      <xsl:when test="starts-with($first, '#') and $first ne '#'">
        <xsl:attribute name="to" select="local:here(substring($first, 2), $pointer)"/>
      </xsl:when>
      <xsl:when test="matches($first, '^[^:]*\.xml(#.+)?$')">
        <xsl:attribute name="to" select="
          string-join((ed:unescaped(replace($first, '^([^#]*/)?([^/#]+)\.xml(#.*)?$', '$2')), substring-after($first, '#')[.]), '.')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The name in the whole edition of an id of this document: carried entries and the edition have theirs already. -->
  <xsl:function name="local:here" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="at" as="attribute()"/>
    <xsl:variable name="target" as="element()?" select="ed:target('#' || $id, $at)"/>
    <xsl:sequence select="
      if ($target and not($target/ancestor::standOff[@type eq 'carried'] | $target[starts-with($id, 'edition.')]))
      then $at/ancestor::TEI[1]/@xml:id || '.' || $id else $id"/>
  </xsl:function>

</xsl:stylesheet>
