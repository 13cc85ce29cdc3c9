<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts of a document: titles, abstracts, and its reading text unit by unit, with what each unit names.
     A unit is what a page can link to: a sentence, a note, or a block that is not made of sentences. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" xmlns:local="xslt/index/facts-document.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="xs local">

  <!-- the prepared document → ed:facts. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(ed:facts)">
    <xsl:variable name="divisions" as="element(div)*" select="TEI/text//div[@type = ('original', 'translation')]"/>
    <xsl:variable name="created" as="element()?" select="TEI/teiHeader/profileDesc/creation/(origDate | date)[1]"/>
    <ed:facts doc="{TEI/@xml:id}" map="{ed:has-map(TEI)}" year="{local:year($created)}" sentences="{count(TEI/text//s[not(ed:version(.)/@type = 'translation')])}">
      <xsl:sequence select="TEI/@xml:lang"/>
      <xsl:for-each select="TEI/teiHeader/fileDesc/titleStmt/title">
        <ed:title>
          <xsl:sequence select="@xml:lang"/>
          <xsl:text>{ed:text(.)}</xsl:text>
        </ed:title>
      </xsl:for-each>
      <xsl:for-each select="TEI/teiHeader/profileDesc/abstract[normalize-space()]">
        <ed:abstract>
          <xsl:sequence select="@xml:lang"/>
          <xsl:text>{ed:text(.)}</xsl:text>
        </ed:abstract>
      </xsl:for-each>
      <xsl:for-each-group select="$divisions[@xml:lang]" group-by="@type, @xml:lang" composite="yes">
        <ed:version type="{@type}" xml:lang="{@xml:lang}"/>
      </xsl:for-each-group>
      <xsl:for-each select="$created">
        <ed:created>
          <xsl:sequence select="@when | @from | @to | @notBefore | @notAfter"/>
          <xsl:text>{ed:text(.)}</xsl:text>
        </ed:created>
      </xsl:for-each>
      <xsl:apply-templates select="TEI/text//*[local:is-unit(.)]" mode="local:unit"/>
    </ed:facts>
  </xsl:template>

  <!-- The year in which a document was written, or the first of several. -->
  <xsl:function name="local:year" as="xs:string">
    <xsl:param name="created" as="element()?"/>
    <xsl:variable name="first" as="xs:string?" select="head($created/(@when, @from, @notBefore, @to, @notAfter))"/>
    <xsl:sequence select="if (matches($first, '^[0-9]{4}(-|$)')) then substring($first, 1, 4) else 'undated'"/>
  </xsl:function>

  <!-- unit: a unit of the text → ed:unit. Starts at every unit. -->
  <xsl:mode name="local:unit" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:unit" as="element(ed:unit)">
    <ed:unit id="{ancestor-or-self::*[@xml:id][ancestor::text][1]/@xml:id}" kind="{local-name()}"
      n="{ed:locator(.)}">
      <xsl:for-each select="ancestor::div[@type][1]/@type">
        <xsl:attribute name="in" select="."/>
      </xsl:for-each>
      <xsl:for-each select="ed:version(.)">
        <xsl:attribute name="version" select="@type"/>
        <xsl:attribute name="version-language" select="@xml:lang"/>
      </xsl:for-each>
      <xsl:for-each select="self::s[ed:originals(.)]">
        <xsl:attribute name="translates" select="ed:originals(.)/@xml:id"/>
      </xsl:for-each>
      <xsl:sequence select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
      <xsl:apply-templates mode="local:inside"/>
    </ed:unit>
  </xsl:template>

  <!-- inside: the text of a unit as the source has it, with what is named in it marked. Starts in a unit. -->
  <xsl:mode name="local:inside" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template mode="local:inside" as="item()*"
    match="choice[sic]/corr | choice[orig]/reg | choice/expan | choice/ex | choice/text() | note | supplied"/>

  <xsl:template match="lb | pb | cb" mode="local:inside" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- A unit within a unit, such as an item in an item, speaks for itself. -->
  <xsl:template match="*[local:is-unit(.)]" mode="local:inside" priority="1" as="item()*"/>

  <xsl:template match="*[@ref or @target]" mode="local:inside" as="item()*">
    <xsl:variable name="keys" as="xs:string*" select="tokenize((@ref, @target)[1]) ! ed:key(., current())"/>
    <xsl:choose>
      <xsl:when test="exists($keys)">
        <ed:mention ref="{$keys}" kind="{ed:kind((ed:target(head(tokenize((@ref, @target)[1])), .), .)[1])}">
          <xsl:apply-templates mode="local:inside"/>
        </ed:mention>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="local:inside"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="date[@* except (@xml:lang, @xml:id)]" mode="local:inside" priority="2" as="element(ed:date)">
    <ed:date>
      <xsl:sequence select="@when | @from | @to | @notBefore | @notAfter"/>
      <xsl:apply-templates mode="local:inside"/>
    </ed:date>
  </xsl:template>

  <xsl:template match="measure | num" mode="local:inside" as="element(ed:figure)">
    <ed:figure>
      <xsl:sequence select="@value | @quantity | @unit | @commodity | @atLeast | @atMost | @min | @max | @type"/>
      <xsl:apply-templates mode="local:inside"/>
    </ed:figure>
  </xsl:template>

  <xsl:template match="*[@ana][ed:is-hateful(.)]" mode="local:inside" priority="3" as="element(ed:hateful)">
    <ed:hateful>
      <xsl:next-match/>
    </ed:hateful>
  </xsl:template>

  <!-- A quotation has no words of its own here; `who` names its speaker. -->
  <xsl:template match="said | quote | q | soCalled" mode="local:inside" as="item()*">
    <xsl:apply-templates mode="local:inside"/>
  </xsl:template>

  <xsl:function name="local:is-unit" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element[self::note[not(ancestor::note)] or self::s])
      or exists($element[not(ancestor::s or ancestor::note)]
        [self::p | self::ab | self::head | self::item | self::cell | self::l | self::closer | self::opener
          | self::salute[not(parent::closer or parent::opener)] | self::signed[not(parent::closer)]
          | self::dateline[not(parent::closer or parent::opener)] | self::byline | self::trailer | self::figDesc
          | self::label]
        [not(descendant::s or descendant::p or descendant::ab or descendant::l)])"/>
  </xsl:function>

</xsl:stylesheet>
