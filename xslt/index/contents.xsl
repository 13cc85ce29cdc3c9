<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml, or an empty TEI where a project has none → the contents page, index.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:registers: what the contents say of each register. -->
  <xsl:param name="summaries" as="document-node()" select="ed:not-given('summaries')"/>

  <xsl:include href="contents-page.xsl"/>
  <xsl:include href="contents-lists.xsl"/>

</xsl:stylesheet>
