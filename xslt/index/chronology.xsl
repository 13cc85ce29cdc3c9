<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the chronology of all dates, chronology.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:all: the ed:facts of all documents. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>
  <!-- ed:timeline: where the dates stand on the line of time, as `tei_edition.timeline` has it. -->
  <xsl:param name="timeline" as="document-node()" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of this page. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'./'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="passage.xsl"/>
  <xsl:include href="in-context.xsl"/>
  <xsl:include href="told.xsl"/>
  <xsl:include href="chronology-page.xsl"/>
  <xsl:include href="chronology-drawing.xsl"/>
  <xsl:include href="chronology-table.xsl"/>

</xsl:stylesheet>
