<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the page of the documents of one year, years/<year>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- The year, or `undated`. -->
  <xsl:param name="year" as="xs:string" required="yes"/>
  <!-- ed:all: what the facts of its documents say of each. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>
  <!-- ed:years: all years. -->
  <xsl:param name="years" as="document-node()" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'../'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="year-page.xsl"/>
  <xsl:include href="contents-years.xsl"/>
  <xsl:include href="contents-details.xsl"/>
  <xsl:include href="filter.xsl"/>

</xsl:stylesheet>
