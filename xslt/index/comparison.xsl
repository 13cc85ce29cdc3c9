<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared alignments → the page that compares two documents, a file in compare/. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- The stems of the documents. -->
  <xsl:param name="one" as="xs:string" select="ed:not-given('one')"/>
  <xsl:param name="two" as="xs:string" select="ed:not-given('two')"/>

  <xsl:include href="comparison-page.xsl"/>
  <xsl:include href="comparison-rows.xsl"/>

</xsl:stylesheet>
