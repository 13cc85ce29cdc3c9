<?xml version="1.0" encoding="UTF-8"?>
<!-- At a document's sentences: which sentences of other documents speak of the same thing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/parallels.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:link" match="standOff[@type eq 'parallels']/linkGrp/link"
    use="tokenize(@target)[starts-with(., '#')]"/>

  <!-- "See also", each document and the numbers of its sentences, which lead to the comparison. -->
  <xsl:template name="ed:parallels" as="element(h:p)?">
    <xsl:param name="sentences" as="element(s)*"/>
    <xsl:variable name="links" as="element(link)*"
      select="$sentences ! key('local:link', '#' || @xml:id, root(.))"/>
    <xsl:if test="$links">
      <p class="parallels" lang="{$ed:language}" dir="ltr" data-pagefind-ignore="">
        <xsl:text>{ed:label('in-parallel')} </xsl:text>
        <xsl:for-each-group select="$links" group-by="distinct-values(tokenize(@target) ! ed:document-of(.))">
          <xsl:if test="position() gt 1">
            <xsl:text>{ed:label('semicolon')}</xsl:text>
          </xsl:if>
          <xsl:call-template name="local:document"/>
        </xsl:for-each-group>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- One of the other documents: its title, and a link for each row of the comparison. -->
  <xsl:template name="local:document" as="node()+">
    <xsl:variable name="other" as="xs:string" select="current-grouping-key()"/>
    <xsl:variable name="known" as="element(bibl)*" select="../../listBibl/bibl"/>
    <xsl:variable name="title" as="element(title)?"
      select="head(ed:in-language($known[ends-with(@source, '/' || $other || '.xml')]/title))"/>
    <xsl:variable name="page" as="xs:string" select="'compare/' || ed:address(ed:comparison((/TEI/@xml:id, $other)))"/>
    <cite>
      <xsl:sequence select="$title ! ed:lang(.)"/>
      <xsl:text>{($title ! ed:text(.), $other)[1]}</xsl:text>
    </cite>
    <xsl:for-each select="current-group()">
      <xsl:variable name="numbers" as="xs:string" select="string-join(ed:named-in(., $other) ! ed:number-in(.), '+')"/>
      <xsl:text>{if (position() gt 1) then ', ' else ' '}</xsl:text>
      <a href="{$root}{$page}{@xml:id ! ('#' || encode-for-uri(substring-after(., '.')))}"
        aria-label="{ed:label('sentence')} {$numbers}">{$numbers}</a>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
