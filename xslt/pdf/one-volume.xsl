<?xml version="1.0" encoding="UTF-8"?>
<!-- The print XML of the whole edition → that of one of its volumes: some of its chapters, with a front of their own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/one-volume.xsl" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:include href="../lib/labels.xsl"/>

  <!-- Month and language names, which labels do not need here. -->
  <xsl:variable name="locales" as="document-node()?" select="()"/>
  <!-- The volume, and the first of its chapters and the first that is no more in it, counted from 0. -->
  <xsl:param name="number" as="xs:string" required="yes"/>
  <xsl:param name="first" as="xs:string" required="yes"/>
  <xsl:param name="end" as="xs:string" required="yes"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="local:chapters" as="element(section)*"
    select="/print/section[position() gt xs:integer($first) and position() le xs:integer($end)]"/>
  <xsl:variable name="local:words" as="xs:string">
    <xsl:variable name="roman" as="xs:string">
      <xsl:number value="xs:integer($number)" format="I"/>
    </xsl:variable>
    <xsl:sequence select="ed:label('volume', /print/@lang) || ' ' || $roman"/>
  </xsl:variable>
  <xsl:variable name="local:ids" as="map(xs:string, xs:boolean)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    select="map:merge($local:chapters//@id ! map:entry(string(.), true()))"/>

  <!-- The whole → a volume. Starts at the document node. -->
  <xsl:mode on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="print" as="element(print)">
    <print volume="{substring-after($local:words, ' ')}">
      <xsl:apply-templates select="@*, meta"/>
      <xsl:for-each select="distinct-values((section except $local:chapters)//(at | mention)/@to[$local:ids(.)])">
        <meta name="asked">{.}</meta>
      </xsl:for-each>
      <xsl:apply-templates select="* except (meta, section), $local:chapters"/>
    </print>
  </xsl:template>

  <xsl:template match="meta[@name eq 'title']" as="element(meta)">
    <meta name="title">{.}. {$local:words}</meta>
  </xsl:template>

  <xsl:template match="halftitle | titlepage" as="element()">
    <xsl:copy>
      <xsl:apply-templates/>
      <volume>{$local:words}</volume>
    </xsl:copy>
  </xsl:template>

  <!-- A link to another volume stays as words. -->
  <xsl:template match="@to[not($local:ids(.))]" as="attribute(far)">
    <xsl:attribute name="far" select="."/>
  </xsl:template>

</xsl:stylesheet>
