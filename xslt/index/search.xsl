<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the page to search in, search.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:all: what the facts of all documents say of each. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>
  <!-- ed:all: the prepared registers. -->
  <xsl:param name="registers" as="document-node()" required="yes"/>
  <!-- ed:named: the entries that documents name, each with its kind and its key. -->
  <xsl:param name="named" as="document-node()" required="yes"/>
  <!-- The languages that can be searched, those with most sentences first, with spaces between them. -->
  <xsl:param name="searched" as="xs:string" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of this page. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'./'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>
  <xsl:include href="search-page.xsl"/>

</xsl:stylesheet>
