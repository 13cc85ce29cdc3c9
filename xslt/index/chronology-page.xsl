<?xml version="1.0" encoding="UTF-8"?>
<!-- The chronology: the line of time, and the table of dates by years. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/chronology-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- chronology: the prepared edition.xml → the chronology. Starts at the document node. -->
  <xsl:mode name="ed:chronology" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:chronology" as="element(h:html)">
    <xsl:variable name="title" as="xs:string" select="
      string-join((ed:label('chronology'), $period[.] ! ed:date(., $ed:language)), ed:label('colon'))"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="description" select="ed:label('chronology-about')"/>
      <xsl:with-param name="kind" select="'chronology'"/>
      <xsl:with-param name="pages" select="ed:pages(($period[.], 'chronology')[1])"/>
      <xsl:with-param name="edition" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
      <xsl:with-param name="main">
        <header class="title">
          <h1>{$title}</h1>
          <p class="details">{ed:label('chronology-about')}</p>
          <p class="details">{ed:label('chronology-how')}</p>
        </header>
        <xsl:call-template name="ed:periods-beside"/>
        <xsl:call-template name="ed:periods-inside"/>
        <xsl:if test="$timeline/ed:timeline/ed:mark">
          <xsl:call-template name="ed:timeline"/>
          <xsl:call-template name="ed:dates-by-year"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What all dates have in common that are tagged alike: `1941-06-29`, `1941-06-29/1941-07-06`. -->
  <xsl:function name="ed:date-key" as="xs:string">
    <xsl:param name="date" as="element(ed:date)"/>
    <xsl:sequence select="
      if ($date/@when) then string($date/@when)
      else if ($date/(@from | @to)) then $date/@from || '/' || $date/@to
      else '~' || $date/@notBefore || '/' || $date/@notAfter"/>
  </xsl:function>

</xsl:stylesheet>
