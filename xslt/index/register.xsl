<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register → its list, registers/<stem>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:counts: how often which documents name each entry, and the titles of these. -->
  <xsl:param name="counts" as="document-node()" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of this page. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'../'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>
  <xsl:include href="register-page.xsl"/>
  <xsl:include href="register-lines.xsl"/>
  <xsl:include href="filter.xsl"/>

</xsl:stylesheet>
