<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared document → its print XML (described in print.xsl), which edition.typ sets. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  exclude-result-prefixes="#all">

  <!-- Month and language names: ed:locales. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether header and registers are printed in all their languages, or in the print's alone. -->
  <xsl:param name="ed:all-languages" as="xs:boolean" select="false()"/>

  <xsl:include href="shared.xsl"/>
  <xsl:include href="print.xsl"/>

</xsl:stylesheet>
