<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands beside the running text: pictures, a web page's navigation, lists, tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/figures.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- A picture that the source describes or captions; the picture itself is not set. -->
  <xsl:template match="figure" mode="ed:print" as="element(Q{}figure)">
    <figure>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
      <p kind="first">
        <aside>{ed:label((@type[ed:has-label(.)][not(. eq 'photograph' and current()/graphic)], 'figure')[1])}</aside>
      </p>
      <xsl:for-each select="graphic">
        <p kind="credit">
          <xsl:apply-templates select="." mode="ed:print"/>
        </p>
      </xsl:for-each>
      <xsl:apply-templates select="* except graphic" mode="ed:print"/>
    </figure>
  </xsl:template>

  <!-- Lines of navigation that follow each other are one passage, labelled as what it is. -->
  <xsl:template match="ab[@type eq 'navigation']" mode="ed:print" as="element(Q{}figure)" priority="2">
    <xsl:variable name="after" as="element()?" select="following-sibling::*[not(self::ab/@type = 'navigation')][1]"/>
    <figure>
      <p kind="first">
        <aside>{ed:label('navigation')}</aside>
      </p>
      <xsl:for-each select="., following-sibling::ab[@type eq 'navigation'][not($after) or . &lt;&lt; $after]">
        <p kind="navigation">
          <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
        </p>
      </xsl:for-each>
    </figure>
  </xsl:template>

  <xsl:template match="ab[@type eq 'navigation'][preceding-sibling::*[1][self::ab/@type = 'navigation']]" mode="ed:print"
    as="empty-sequence()" priority="3"/>

  <xsl:template match="figDesc" mode="ed:print" as="element(Q{}p)">
    <p kind="first">
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </p>
  </xsl:template>

  <xsl:template match="list" mode="ed:print" as="element()+">
    <xsl:apply-templates select="head" mode="ed:print"/>
    <list>
      <xsl:if test="tokenize(@rend || ' ' || @type) = ('numbered', 'ordered')">
        <xsl:attribute name="kind" select="'numbered'"/>
      </xsl:if>
      <xsl:apply-templates select="@xml:lang, item" mode="ed:print"/>
    </list>
  </xsl:template>

  <!-- Publications in a text: a list. -->
  <xsl:template match="listBibl[ancestor::text]" mode="ed:print" as="element()+">
    <xsl:apply-templates select="head, desc" mode="ed:print"/>
    <list>
      <xsl:for-each select="bibl">
        <item>
          <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
        </item>
      </xsl:for-each>
    </list>
  </xsl:template>

  <xsl:template match="item" mode="ed:print" as="element(Q{}item)">
    <item>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
      <!-- what stands between items, such as a page break, comes with the next one -->
      <xsl:apply-templates mode="ed:print" select="
        preceding-sibling::*[not(self::item | self::head | self::label)][following-sibling::item[1] is current()]"/>
      <xsl:for-each select="preceding-sibling::label[following-sibling::item[1] is current()]">
        <em>
          <xsl:apply-templates mode="ed:print"/>
        </em>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates select="node()" mode="ed:print"/>
    </item>
  </xsl:template>

  <xsl:template match="table" mode="ed:print" as="element()+">
    <xsl:apply-templates select="head" mode="ed:print"/>
    <table columns="{max((1, row ! sum(cell/(@cols[. castable as xs:positiveInteger] ! xs:integer(.), 1)[1])))}">
      <xsl:apply-templates select="@xml:lang, row" mode="ed:print"/>
    </table>
  </xsl:template>

  <xsl:template match="row" mode="ed:print" as="element(Q{}row)">
    <row>
      <xsl:if test="@role eq 'label'">
        <xsl:attribute name="kind" select="'head'"/>
      </xsl:if>
      <xsl:apply-templates select="cell" mode="ed:print">
        <!-- what stands between rows, such as a page break, comes in the next row's first cell -->
        <xsl:with-param name="between" select="
          preceding-sibling::*[not(self::row | self::head)][following-sibling::row[1] is current()]"/>
      </xsl:apply-templates>
    </row>
  </xsl:template>

  <xsl:template match="cell" mode="ed:print" as="element(Q{}cell)">
    <xsl:param name="between" as="element()*" select="()"/>
    <cell>
      <xsl:copy-of select="(@cols, @rows)[. castable as xs:positiveInteger]"/>
      <xsl:apply-templates select="@xml:lang, $between[not(current()/preceding-sibling::cell)], node()" mode="ed:print"/>
    </cell>
  </xsl:template>

</xsl:stylesheet>
