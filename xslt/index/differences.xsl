<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → what the documents say differently of the same thing, differences.html;
     nothing where no two documents speak of the same thing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:all: the ed:facts of all documents. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>
  <!-- ed:all: the ed:entries of all registers. -->
  <xsl:param name="events" as="document-node()" required="yes"/>
  <!-- The prepared alignments, where the edition has them. -->
  <xsl:param name="alignments" as="document-node()?" select="()"/>
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
  <xsl:include href="differences-page.xsl"/>
  <xsl:include href="differences-figures.xsl"/>
  <xsl:include href="differences-events.xsl"/>
  <xsl:include href="differences-links.xsl"/>

</xsl:stylesheet>
