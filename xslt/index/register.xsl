<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register → its list, registers/<stem>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:counts: how often which documents name each entry, and the titles of these. -->
  <xsl:param name="counts" as="document-node()" select="ed:not-given('counts')"/>

  <xsl:include href="register-page.xsl"/>
  <xsl:include href="register-lines.xsl"/>

</xsl:stylesheet>
