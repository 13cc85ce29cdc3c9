<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the page of the documents of one year, years/<year>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- The year, or `undated`. -->
  <xsl:param name="year" as="xs:string" select="ed:not-given('year')"/>

  <xsl:include href="year-page.xsl"/>

</xsl:stylesheet>
