<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 30: give an id to every block and note of the text that has none, a number to every footnote, and a language
     to the whole. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="ed:taken" match="*[@xml:id]" use="@xml:id"/>

  <xsl:key name="ed:numbered" match="(note | app)[@n][ancestor::text]" use="@n"/>

  <!-- identify: the resolved document. Starts at the document node. -->
  <xsl:mode name="identify" on-no-match="shallow-copy" on-multiple-match="fail" use-accumulators="ed:counts ed:footnotes"/>

  <!-- How many elements of each name have had no id so far: one walk, where xsl:number would count again and again. -->
  <xsl:accumulator name="ed:counts" as="map(xs:string, xs:integer)" initial-value="map { }">
    <xsl:accumulator-rule match="*[not(@xml:id)][ancestor::text]"
      select="map:put($value, local-name(), ($value(local-name()), 0)[1] + 1)"/>
  </xsl:accumulator>

  <!-- The number of the last footnote that has none of its own, in the text that it belongs to. -->
  <xsl:accumulator name="ed:footnotes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text" select="0"/>
    <xsl:accumulator-rule match="(note | app)[not(@n)][ed:is-footnote(.)]" select="ed:next-number($value, .)"/>
  </xsl:accumulator>

  <!-- The language of the whole: the root's, or else that of the original, or the first declared. -->
  <xsl:template match="/TEI" mode="identify" as="element(TEI)">
    <xsl:copy>
      <xsl:attribute name="xml:lang" select="
        head((@xml:lang, text//div[@type eq 'original']/@xml:lang, teiHeader/profileDesc/langUsage/language/@ident, 'und'))"/>
      <xsl:apply-templates select="@* except @xml:lang, node()" mode="identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="identify" as="element()"
    match="(p | ab | head | s | note | app | figure | lg | l | list | table | item | cell | label | opener | closer | salute
      | signed | dateline | byline | trailer | figDesc)[ancestor::text][not(@xml:id)]">
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:copy>
      <xsl:variable name="id" as="xs:string" select="$name || '.' || accumulator-before('ed:counts')($name)"/>
      <xsl:variable name="taken" as="element()*" select="key('ed:taken', $id)"/>
      <xsl:attribute name="xml:id" select="$id || '.made'[exists($taken)]"/>
      <xsl:sequence select="ed:number(.)"/>
      <xsl:apply-templates select="@* | node()" mode="identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="(note | app)[ancestor::text][@xml:id]" mode="identify" as="element()">
    <xsl:copy>
      <xsl:sequence select="ed:number(.)"/>
      <xsl:apply-templates select="@* | node()" mode="identify"/>
    </xsl:copy>
  </xsl:template>

  <!-- The number of a footnote that has none. -->
  <xsl:function name="ed:number" as="attribute(n)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[self::note | self::app][not(@n)][ed:is-footnote(.)]">
      <xsl:attribute name="n" select="accumulator-before('ed:footnotes')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The next number that no author has given to a note. -->
  <xsl:function name="ed:next-number" as="xs:integer">
    <xsl:param name="last" as="xs:integer"/>
    <xsl:param name="at" as="element()"/>
    <xsl:variable name="next" as="xs:integer" select="$last + 1"/>
    <xsl:sequence select="
      if (exists(key('ed:numbered', string($next), root($at)))) then ed:next-number($next, $at) else $next"/>
  </xsl:function>

</xsl:stylesheet>
