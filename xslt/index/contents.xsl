<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml, or an empty TEI where a project has none → the contents page, index.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:all: what the facts of all documents say of each. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>
  <!-- ed:years: where there are too many documents for one page, the years that have pages. -->
  <xsl:param name="years" as="document-node()" required="yes"/>
  <!-- ed:registers: for each its stem, its ed:title in each language, and how many entries it has. -->
  <xsl:param name="registers" as="document-node()" required="yes"/>
  <!-- ed:comparisons: the pairs of documents that links join, with their pages. -->
  <xsl:param name="comparisons" as="document-node()" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of the whole edition. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'./'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="contents-page.xsl"/>
  <xsl:include href="contents-lists.xsl"/>
  <xsl:include href="contents-years.xsl"/>
  <xsl:include href="contents-details.xsl"/>
  <xsl:include href="filter.xsl"/>

</xsl:stylesheet>
