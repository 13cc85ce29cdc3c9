<?xml version="1.0" encoding="UTF-8"?>
<!-- At a document's sentences: what other documents say of the same thing, folded until a reader wants it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/parallels.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:link" match="standOff[@type eq 'parallels']/linkGrp/link"
    use="tokenize(@target)[starts-with(., '#')]"/>

  <xsl:key name="local:note" match="standOff[@type eq 'parallels']/note" use="tokenize(@target)"/>

  <!-- "See also", each document and the numbers of its sentences; it opens and shows them. -->
  <xsl:template name="ed:parallels" as="element(h:details)?">
    <xsl:param name="sentences" as="element(s)*"/>
    <xsl:variable name="links" as="element(link)*" select="
      fold-left($sentences ! key('local:link', '#' || @xml:id, root(.)), (), function($before, $link) {
        if ($before intersect $link) then $before else ($before, $link) })"/>
    <xsl:if test="$links">
      <details class="parallels">
        <xsl:sequence select="ed:interface-lang($sentences[1])"/>
        <summary>
          <xsl:text>{ed:label('in-parallel')} </xsl:text>
          <xsl:for-each-group select="$links" group-by="distinct-values(tokenize(@target) ! ed:document-of(.))">
            <xsl:variable name="other" as="xs:string" select="current-grouping-key()"/>
            <xsl:text>{if (position() gt 1) then ed:label('semicolon') else ()}</xsl:text>
            <xsl:sequence select="local:title(., $other)"/>
            <xsl:text> {string-join(current-group() ! local:numbers(., $other), ', ')}</xsl:text>
          </xsl:for-each-group>
        </summary>
        <xsl:for-each-group select="$links" group-by="distinct-values(tokenize(@target) ! ed:document-of(.))">
          <xsl:variable name="other" as="xs:string" select="current-grouping-key()"/>
          <xsl:variable name="is-one-of-several" as="xs:boolean" select="last() gt 1"/>
          <xsl:for-each select="current-group()">
            <xsl:call-template name="local:passage">
              <xsl:with-param name="other" select="$other"/>
              <xsl:with-param name="is-one-of-several" select="$is-one-of-several"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:for-each-group>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- What a link leads to in another document: the relation, the sentences there, what is said of it. Names are
       links where the sentences themselves stand, and would be noise here. -->
  <xsl:template name="local:passage" as="element(h:div)">
    <xsl:param name="other" as="xs:string"/>
    <xsl:param name="is-one-of-several" as="xs:boolean"/>
    <xsl:variable name="relation" as="xs:string?" select="ed:relation(.) ! ed:category-name(.)"/>
    <xsl:variable name="link" as="element(link)" select="."/>
    <div class="parallel-passage">
      <p class="relation">
        <xsl:if test="$is-one-of-several">
          <xsl:sequence select="local:title(., $other)"/>
          <xsl:text>{ed:label('colon')}</xsl:text>
        </xsl:if>
        <xsl:variable name="words" as="xs:string" select="($relation, ed:label('in-common'))[1]"/>
        <xsl:text>{if ($is-one-of-several) then $words else ed:capitalised($words)} </xsl:text>
        <a href="{local:comparison($link, $other)}">{ed:label('compare')}</a>
      </p>
      <xsl:for-each select="ed:named-in(., $other) ! key('ed:id', $other || '.' || ., root($link))/self::s">
        <xsl:variable name="id" as="xs:string" select="substring-after(@xml:id, $other || '.')"/>
        <p class="passage-of">
          <xsl:sequence select="ed:lang(., $ed:language)"/>
          <a class="number" href="{encode-for-uri($other)}.html#{encode-for-uri($id)}"
            aria-label="{ed:label('sentence')} {ed:number-in($id)}">
            <xsl:sequence select="ed:interface-lang(.)"/>
            <xsl:text>{ed:number-in($id)}</xsl:text>
          </a>
          <xsl:apply-templates mode="ed:text">
            <xsl:with-param name="ed:plain-names" tunnel="yes" select="true()"/>
          </xsl:apply-templates>
        </p>
      </xsl:for-each>
      <xsl:for-each select="ed:in-language(@xml:id ! key('local:note', '#' || ., root($link)))">
        <div class="difference">
          <xsl:sequence select="ed:lang(., $ed:language)"/>
          <xsl:apply-templates mode="ed:text">
            <xsl:with-param name="ed:plain-names" tunnel="yes" select="true()"/>
          </xsl:apply-templates>
        </div>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- What another document is called. -->
  <xsl:function name="local:title" as="element(h:cite)">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="other" as="xs:string"/>
    <xsl:variable name="known" as="element(bibl)*" select="$link/../../listBibl/bibl"/>
    <xsl:variable name="title" as="element(title)?"
      select="head(ed:in-language($known[ends-with(@source, '/' || $other || '.xml')]/title))"/>
    <cite>
      <xsl:sequence select="$title ! ed:lang(., $ed:language)"/>
      <xsl:text>{($title ! ed:text(.), $other)[1]}</xsl:text>
    </cite>
  </xsl:function>

  <xsl:function name="local:numbers" as="xs:string">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="other" as="xs:string"/>
    <xsl:sequence select="string-join(ed:named-in($link, $other) ! ed:number-in(.), '+')"/>
  </xsl:function>

  <!-- The row of the page that compares both documents. -->
  <xsl:function name="local:comparison" as="xs:string">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="other" as="xs:string"/>
    <xsl:variable name="page" as="xs:string" select="'compare/' || ed:address(ed:comparison((root($link)/TEI/@xml:id, $other)))"/>
    <xsl:sequence select="
      $root || $page || ($link/@xml:id ! ('#' || encode-for-uri(substring-after(., '.'))))"/>
  </xsl:function>

</xsl:stylesheet>
