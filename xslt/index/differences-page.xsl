<?xml version="1.0" encoding="UTF-8"?>
<!-- What differs: figures of the same things, dates of the same events, statements that the editors linked. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/differences-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- differences: the prepared edition.xml → the page, if there is anything on it. Starts at the document node. -->
  <xsl:mode name="ed:differences" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:differences" as="element(h:html)">
    <xsl:variable name="sections" as="element(h:section)*">
      <xsl:call-template name="ed:figures-compared"/>
      <xsl:call-template name="ed:events-compared"/>
      <xsl:call-template name="ed:statements-compared"/>
    </xsl:variable>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="ed:label('differences')"/>
      <xsl:with-param name="description" select="ed:label('differences-about')"/>
      <xsl:with-param name="kind" select="'differences'"/>
      <xsl:with-param name="pages" select="ed:pages('differences')"/>
      <xsl:with-param name="edition" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
      <xsl:with-param name="main">
        <header class="title">
          <h1>{ed:label('differences')}</h1>
          <p class="details">{ed:label('differences-about')}</p>
          <p class="details">{ed:label('differences-how')}</p>
        </header>
        <xsl:choose>
          <xsl:when test="$sections">
            <xsl:call-template name="local:jumps">
              <xsl:with-param name="sections" select="$sections"/>
            </xsl:call-template>
            <xsl:sequence select="$sections"/>
          </xsl:when>
          <xsl:otherwise>
            <p>{ed:label('differences-none')}</p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="local:jumps" as="element(h:nav)">
    <xsl:param name="sections" as="element(h:section)+"/>
    <nav class="jumps" aria-label="{ed:label('on-this-page')}">
      <xsl:for-each select="$sections/h:h2">
        <a href="#{@id}">{.}</a>
      </xsl:for-each>
    </nav>
  </xsl:template>

  <!-- Rows that share a head: what is said, then each sentence that says it, with its document. -->
  <xsl:template name="ed:said-in" as="element(h:tbody)">
    <xsl:param name="said" as="xs:string"/>
    <xsl:param name="marked" as="element()+"/>
    <tbody>
      <xsl:for-each-group select="$marked" group-by="generate-id(ancestor::ed:unit[1])">
        <tr>
          <xsl:if test="position() eq 1">
            <th scope="rowgroup" rowspan="{last()}">{$said}</th>
          </xsl:if>
          <td>
            <xsl:call-template name="ed:tell">
              <xsl:with-param name="marked" select="current-group()"/>
            </xsl:call-template>
          </td>
        </tr>
      </xsl:for-each-group>
    </tbody>
  </xsl:template>

  <!-- Whether things that stand in documents stand in two of them at least. -->
  <xsl:function name="ed:in-several" as="xs:boolean">
    <xsl:param name="things" as="element()*"/>
    <xsl:sequence select="count($things/ancestor-or-self::ed:facts) gt 1"/>
  </xsl:function>

</xsl:stylesheet>
