<?xml version="1.0" encoding="UTF-8"?>
<!-- A sentence as a page tells it: in the language of the page where the document has a translation linked to it,
     named as such, the original folded below; and where it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/told.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The units that translate a unit of the same document. -->
  <xsl:key name="local:translating" match="ed:unit[@translates]"
    use="for $id in tokenize(@translates) return ../@doc || '#' || $id"/>

  <!-- The units of a document that tell what some of its units say: those of a translation into the language of the
       page, or else the units themselves. -->
  <xsl:function name="ed:told" as="element(ed:unit)*">
    <xsl:param name="units" as="element(ed:unit)*"/>
    <xsl:sequence select="$units/(let $translating := local:translating(.) return if ($translating) then $translating else .)"/>
  </xsl:function>

  <xsl:function name="local:translating" as="element(ed:unit)*">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:sequence select="
      $unit[ed:primary(@xml:lang) ne $ed:language] !
        key('local:translating', ../@doc || '#' || @id, root())[ed:primary(@version-language) eq $ed:language]"/>
  </xsl:function>

  <!-- A sentence with some of what stands in it marked, then its document and its number. -->
  <xsl:template name="ed:tell" as="element()+">
    <xsl:param name="marked" as="element()+"/>
    <xsl:variable name="unit" as="element(ed:unit)" select="$marked[1]/ancestor::ed:unit[1]"/>
    <xsl:variable name="told" as="element(ed:unit)+" select="ed:told($unit)"/>
    <xsl:variable name="keys" as="xs:string+" select="$marked ! local:key(.)"/>
    <xsl:for-each select="$told">
      <xsl:call-template name="ed:in-context">
        <xsl:with-param name="unit" select="."/>
        <xsl:with-param name="marked" select=".//(ed:date | ed:figure)[local:key(.) = $keys]"/>
      </xsl:call-template>
    </xsl:for-each>
    <p class="from">
      <cite>
        <xsl:sequence select="ed:facts-title($unit/..)"/>
      </cite>
      <xsl:for-each select="$told">
        <xsl:text>, </xsl:text>
        <xsl:sequence select="local:link(.)"/>
      </xsl:for-each>
      <xsl:if test="not($told intersect $unit)"> · {lower-case(ed:label('translation'))}</xsl:if>
    </p>
    <xsl:if test="not($told intersect $unit)">
      <xsl:call-template name="ed:original-of">
        <xsl:with-param name="units" select="$unit"/>
        <xsl:with-param name="marked" select="$marked"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The original of what a translation tells, folded. -->
  <xsl:template name="ed:original-of" as="element(h:div)">
    <xsl:param name="units" as="element(ed:unit)+"/>
    <xsl:param name="marked" as="element()*"/>
    <div class="in-original">
      <details>
        <summary>{ed:label('original')} ({ed:language-name($units[1]/@xml:lang)})</summary>
        <xsl:for-each select="$units">
          <xsl:call-template name="ed:in-context">
            <xsl:with-param name="unit" select="."/>
            <xsl:with-param name="marked" select="$marked[ancestor::ed:unit[1] is current()]"/>
          </xsl:call-template>
        </xsl:for-each>
      </details>
    </div>
  </xsl:template>

  <!-- "sentence 5", which leads to it. -->
  <xsl:function name="local:link" as="element(h:a)">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:variable name="kind" as="xs:string" select="
      if ($unit/@kind eq 'note') then 'note' else if ($unit/@kind eq 's') then 'sentence' else 'paragraph'"/>
    <a href="{$root}documents/{ed:own-page($unit/../ed:page)}#{encode-for-uri($unit/@id)}">{
      lower-case(ed:label($kind))}&#160;{$unit/@n}</a>
  </xsl:function>

  <!-- What a date or a figure says apart from its words: the same in an original and in its translation. -->
  <xsl:function name="local:key" as="xs:string">
    <xsl:param name="said" as="element()"/>
    <xsl:sequence select="string-join((local-name($said), sort($said/@* ! (local-name() || '=' || .))), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
