<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared document → its page, documents/<id>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of this document. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- Whether there is a map of the places that this document names. -->
  <xsl:param name="map" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'../'"/>

  <xsl:include href="shared.xsl"/>
  <xsl:include href="document-page.xsl"/>
  <xsl:include href="named.xsl"/>

</xsl:stylesheet>
