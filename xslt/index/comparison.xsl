<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared alignments → the page that compares two documents, a file in compare/. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- The stems of the documents. -->
  <xsl:param name="one" as="xs:string" required="yes"/>
  <xsl:param name="two" as="xs:string" required="yes"/>
  <!-- ed:all: the ed:facts of all documents. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>
  <!-- ed:comparisons: all pairs of documents and their pages. -->
  <xsl:param name="comparisons" as="document-node()" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of this page. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'../'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="comparison-page.xsl"/>
  <xsl:include href="comparison-rows.xsl"/>
  <xsl:include href="passage.xsl"/>

</xsl:stylesheet>
