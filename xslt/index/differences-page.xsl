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
      <xsl:choose>
        <xsl:when test="$inside">
          <xsl:call-template name="ed:subjects"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="ed:figures-compared"/>
          <xsl:call-template name="ed:events-compared"/>
          <xsl:call-template name="ed:statements-compared"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="title" as="xs:string" select="
      string-join((ed:label('differences'), $sections[$topic]/(h:h3/(h:a, .)[1], h:h2)[1] ! normalize-space()), ed:label('colon'))"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="description" select="ed:label('differences-about')"/>
      <xsl:with-param name="kind" select="'differences'"/>
      <xsl:with-param name="pages" select="ed:pages($page)"/>
      <xsl:with-param name="edition" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
      <xsl:with-param name="main">
        <header class="title">
          <h1>{$title}</h1>
          <p class="details">{ed:label('differences-about')}</p>
          <p class="details">{ed:label('differences-how')}</p>
        </header>
        <xsl:if test="$topic">
          <nav class="letters" aria-label="{ed:label('edition')}">
            <a href="{$root}{ed:address('differences')}">{ed:label('differences')}</a>
          </nav>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="$sections">
            <xsl:if test="not($topic)">
              <xsl:call-template name="local:jumps">
                <xsl:with-param name="sections" select="$sections"/>
              </xsl:call-template>
            </xsl:if>
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

  <!-- Whether things that stand in documents stand in two of them at least. -->
  <xsl:function name="ed:in-several" as="xs:boolean">
    <xsl:param name="things" as="element()*"/>
    <xsl:sequence select="count($things/ancestor-or-self::ed:facts) gt 1"/>
  </xsl:function>

</xsl:stylesheet>
