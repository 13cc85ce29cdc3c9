<?xml version="1.0" encoding="UTF-8"?>
<!-- An original and its translations in columns, a row for each unit of sentences that belong together.
     Rows of one paragraph, heading or figure of the first version are a group of the table. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:local="xslt/html/rows.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:id" match="h:*[@id]" use="@id"/>

  <xsl:template name="ed:rows" as="element(h:div)">
    <xsl:param name="versions" as="element(div)+"/>
    <div class="rows">
      <xsl:call-template name="ed:row-choices">
        <xsl:with-param name="versions" select="$versions"/>
      </xsl:call-template>
      <table class="parallel" aria-label="{ed:label('side-by-side')}">
        <thead>
          <tr>
            <xsl:for-each select="$versions">
              <th scope="col" class="version-{position()}" lang="{$ed:language}" dir="ltr">
                <xsl:sequence select="@xml:id ! ed:id(.)"/>
                <xsl:sequence select="ed:version-name(.)"/>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <xsl:variable name="made" as="document-node()">
          <xsl:document>
            <xsl:call-template name="local:groups">
              <xsl:with-param name="versions" select="$versions"/>
            </xsl:call-template>
          </xsl:document>
        </xsl:variable>
        <xsl:apply-templates select="$made" mode="local:once"/>
      </table>
    </div>
  </xsl:template>

  <!-- The rows, grouped by the block that the sentences of the first version stand in. -->
  <xsl:template name="local:groups" as="element(h:tbody)*">
    <xsl:param name="versions" as="element(div)+"/>
    <xsl:variable name="units" as="array(element(s)*)*" select="ed:units($versions)"/>
    <xsl:variable name="between" as="map(xs:string, node()*)" select="ed:between($versions)"/>
    <xsl:variable name="blocks" as="element()*" select="local:blocks($units)"/>
    <xsl:for-each-group select="1 to count($units)" group-adjacent="string($blocks[current()]/@xml:id)">
      <xsl:variable name="block" as="element()" select="$blocks[current()]"/>
      <xsl:variable name="rows" as="element(h:tr)+">
        <xsl:for-each select="current-group()">
          <xsl:variable name="unit" as="array(element(s)*)" select="$units[current()]"/>
          <xsl:call-template name="ed:row-of">
            <xsl:with-param name="unit" select="$unit"/>
            <xsl:with-param name="versions" select="$versions"/>
            <xsl:with-param name="between" select="$between"/>
          </xsl:call-template>
          <xsl:call-template name="ed:row-notes">
            <xsl:with-param name="unit" select="$unit"/>
            <xsl:with-param name="between" select="$between"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:variable>
      <tbody class="of-{if ($block[@type eq 'navigation']) then 'navigation' else local-name($block)}">
        <xsl:call-template name="local:kind">
          <xsl:with-param name="words" select="
            if ($block[@type eq 'navigation']) then ed:label('navigation')
            else ($rows//h:figure/h:p[@class eq 'kind'])[1]/node()"/>
          <xsl:with-param name="columns" select="count($versions)"/>
        </xsl:call-template>
        <xsl:sequence select="$rows"/>
      </tbody>
    </xsl:for-each-group>
  </xsl:template>

  <!-- What a group of rows is, where it is no plain text: a web page's navigation, a figure. -->
  <xsl:template name="local:kind" as="element(h:tr)?">
    <xsl:param name="words" as="item()*"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:if test="exists($words)">
      <tr class="kind">
        <th scope="rowgroup" colspan="{$columns}" lang="{$ed:language}" dir="ltr">
          <xsl:sequence select="$words"/>
        </th>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- For each unit, the block of the first version that it stands in or comes after. -->
  <xsl:function name="local:blocks" as="element()*">
    <xsl:param name="units" as="array(element(s)*)*"/>
    <xsl:iterate select="$units">
      <xsl:param name="before" as="element()?" select="local:block(($units ! .(1))[1])"/>
      <xsl:variable name="block" as="element()?" select="(local:block(head(.(1))), $before)[1]"/>
      <xsl:sequence select="$block"/>
      <xsl:next-iteration>
        <xsl:with-param name="before" select="$block"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The paragraph, heading or figure of a sentence; lines of navigation that follow each other are one. -->
  <xsl:function name="local:block" as="element()?">
    <xsl:param name="sentence" as="element(s)?"/>
    <xsl:variable name="block" as="element()?" select="$sentence/ancestor-or-self::*[parent::div][1]"/>
    <xsl:sequence select="
      if ($block[@type eq 'navigation']/preceding-sibling::*[1][@type eq 'navigation'])
      then local:block(($block/preceding-sibling::*[1]//s)[1])
      else $block"/>
  </xsl:function>

  <!-- once: rows whose blocks are in several of them: only the first part of a block has its id, later ones go on.
       Starts at the groups. -->
  <xsl:mode name="local:once" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="*[@id][not(. is key('local:id', @id)[1])]" mode="local:once" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@* except (@id, @class)" mode="local:once"/>
      <xsl:attribute name="class" select="@class, 'goes-on'"/>
      <xsl:apply-templates mode="local:once"/>
    </xsl:copy>
  </xsl:template>

  <!-- The group says it. -->
  <xsl:template match="h:figure/h:p[@class eq 'kind']" mode="local:once" as="empty-sequence()"/>

</xsl:stylesheet>
