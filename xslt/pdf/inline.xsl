<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line and is no name, note or correction: sentences, emphasis, breaks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/inline.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="local:sentences" as="element(s)*" select="/TEI/text//s"/>
  <xsl:variable name="local:place" as="map(xs:string, xs:integer)"
    select="map:merge(for $i in 1 to count($local:sentences) return map:entry(string($local:sentences[$i]/@xml:id), $i))"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- A sentence with its number; `next` are the two that follow, which may begin on the same line. -->
  <xsl:template match="s" mode="ed:print" as="element(Q{}s)">
    <xsl:variable name="place" as="xs:integer?" select="$local:place(@xml:id)"/>
    <xsl:variable name="next" as="xs:string*">
      <xsl:apply-templates select="$local:sentences[position() = ($place + 1, $place + 2)]/@xml:id" mode="ed:print"/>
    </xsl:variable>
    <s n="{ed:sentence-number(.)}" next="{$next}">
      <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
    </s>
  </xsl:template>

  <!-- In the header nobody cites a sentence. -->
  <xsl:template match="s[not(@xml:id)]" mode="ed:print" as="node()*" priority="1">
    <xsl:apply-templates select="." mode="ed:own-language"/>
  </xsl:template>

  <!-- The number that its id gives to a sentence: 12 of `fr-s12`. -->
  <xsl:function name="ed:sentence-number" as="xs:string">
    <xsl:param name="sentence" as="element(s)"/>
    <xsl:sequence select="
      if (matches($sentence/@xml:id, '[0-9]$')) then replace($sentence/@xml:id, '^.*?([0-9]+)$', '$1')
      else string(($sentence/@n, $sentence/@xml:id)[1])"/>
  </xsl:function>

  <!-- What has no shape of its own. -->
  <xsl:template mode="ed:print" as="node()*"
    match="seg | w | c | pc | phr | cl | date | time | num | measure | measureGrp | unit | rs[not(@ref)] | abbr | expan | ex | am
      | orig | reg | sic | corr | forename | surname | genName | nameLink | roleName | addName | offset | geogFeat | resp
      | affiliation | email | street | postCode | postBox | edition | extent | textLang | locus | desc | gloss | mentioned
      | subst | bibl | respStmt | availability | idno | biblScope | pubPlace | publisher | author | editor | authority | affiliation | state | occupation
      | catDesc | language | label | listChange | rdg | lem | funder | principal | sponsor | distributor | note | change">
    <xsl:apply-templates select="." mode="ed:own-language"/>
  </xsl:template>

  <!-- ed:own-language: the content of an element, marked where it is in a language of its own. -->
  <xsl:mode name="ed:own-language" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="ed:own-language" as="node()*">
    <xsl:apply-templates mode="ed:print"/>
  </xsl:template>

  <xsl:template match="*[@xml:lang]" mode="ed:own-language" as="element(Q{}span)">
    <span>
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </span>
  </xsl:template>

  <!-- Phonetic signs stand upright: italics would change them. -->
  <xsl:template match="foreign[contains(@xml:lang, '-fon')]" mode="ed:print" as="node()*" priority="1">
    <xsl:apply-templates select="." mode="ed:own-language"/>
  </xsl:template>

  <xsl:template match="foreign | emph | distinct" mode="ed:print" as="element(Q{}em)">
    <em>
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </em>
  </xsl:template>

  <xsl:template match="hi" mode="ed:print" as="element()">
    <xsl:variable name="manner" as="xs:string" select="lower-case(@rend || ' ' || @rendition || ' ' || @style)"/>
    <xsl:element namespace="" name="{
      if (contains($manner, 'bold')) then 'strong'
      else if (matches($manner, 'sup')) then 'sup'
      else if (matches($manner, 'sub')) then 'sub'
      else if (matches($manner, 'small-?caps|(^|[ #])sc')) then 'caps'
      else if (matches($manner, 'spac|gesperrt')) then 'spaced'
      else if (matches($manner, 'strike|line-through')) then 'strike'
      else if (matches($manner, 'under|(^|[ #])u( |$)')) then 'underline'
      else 'em'}">
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="gi" mode="ed:print" as="element(Q{}code)">
    <code>&lt;{.}&gt;</code>
  </xsl:template>

  <xsl:template match="att" mode="ed:print" as="element(Q{}code)">
    <code>@{.}</code>
  </xsl:template>

  <xsl:template match="code | val | tag | ident | eg" mode="ed:print" as="element(Q{}code)">
    <code>{.}</code>
  </xsl:template>

  <!-- Line ends of the source: a blank in prose, a line end where lines matter. -->
  <xsl:template match="lb" mode="ed:print" as="node()*">
    <xsl:if test="not(@break eq 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cb" mode="ed:print" as="element(Q{}aside)">
    <aside>[{string-join((ed:label('column-short'), @n), ' ')}]{' '[not(current()/@break = 'no')]}</aside>
  </xsl:template>

  <xsl:template match="lb[ancestor::ab | ancestor::head | ancestor::address | ancestor::opener | ancestor::closer][preceding-sibling::node()[normalize-space()]]"
    mode="ed:print" as="element(Q{}br)">
    <br/>
  </xsl:template>

  <xsl:template match="milestone | anchor | ptr[not(@target)] | graphic[not(@url)] | media | index | fw[not(normalize-space())]"
    mode="ed:print" as="element()*"/>

</xsl:stylesheet>
