<?xml version="1.0" encoding="UTF-8"?>
<!-- Where an entry is named: sentence by sentence, in each text; by page where a text has no numbered sentences. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/mentions.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- The words that name an entry; $ed:texts holds a `text` (title) for each document, with its printed section. -->
  <xsl:key name="local:naming" match="link[not(ancestor::note)]" use="@to, @far" xpath-default-namespace=""/>

  <xsl:function name="ed:mentions" as="element(Q{}detail)*" xpath-default-namespace="">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="links" as="element(link)*" select="ed:naming($entry)"/>
    <xsl:variable name="several" as="xs:boolean" select="count($ed:texts/text) gt 1"/>
    <xsl:if test="$links">
      <detail label="{ed:label('mentions')}{ed:colon()}">
        <xsl:for-each-group select="$links" group-adjacent="count(ancestor::text/preceding-sibling::text)">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <xsl:if test="$several">
            <em>{ancestor::text/@title}</em>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:variable name="places" as="element()*" select="current-group()/ed:place(.)"/>
          <mentions page="{ed:label('page-short')} ">
            <xsl:for-each select="$places/.">
              <mention to="{@id}">
                <xsl:copy-of select="@n"/>
              </mention>
            </xsl:for-each>
          </mentions>
        </xsl:for-each-group>
      </detail>
    </xsl:if>
  </xsl:function>

  <!-- The words that name an entry, without translations of such words. -->
  <xsl:function name="ed:naming" as="element(Q{}link)*" xpath-default-namespace="" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="key" as="xs:string" select="ed:entry-key($entry)"/>
    <xsl:sequence select="key('local:naming', $key, $ed:texts)[not(local:is-translated(., $key))]"/>
  </xsl:function>

  <!-- Whether a word stands beside an original that names the same, so that it is no mention of its own. -->
  <xsl:function name="local:is-translated" as="xs:boolean" xpath-default-namespace="">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="exists(ed:original-row($link)//link[(@to, @far) = $key])"/>
  </xsl:function>

  <!-- Of words in the column of a translation, what the original has beside them. -->
  <xsl:function name="ed:original-row" as="element(Q{}version)?" xpath-default-namespace="">
    <xsl:param name="words" as="element()"/>
    <xsl:sequence select="$words/ancestor::version[preceding-sibling::version]/../version[1]"/>
  </xsl:function>

  <!-- The numbered sentence around words, in columns the first of the row; or else the block with an id. -->
  <xsl:function name="ed:place" as="element()?" xpath-default-namespace="" cache="yes">
    <xsl:param name="words" as="element()"/>
    <xsl:variable name="row" as="element(unit)?" select="$words/ancestor::version[preceding-sibling::version]/parent::unit"/>
    <xsl:sequence select="(($row/version//s[@n])[1], $words/ancestor::s[@n][1], $words/ancestor::*[@id][1])[1]"/>
  </xsl:function>

</xsl:stylesheet>
