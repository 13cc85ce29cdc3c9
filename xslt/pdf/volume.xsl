<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml, with the print XML of all documents and all registers → the print XML of the whole edition. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  exclude-result-prefixes="#all">

  <!-- Month and language names: ed:locales. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- ed:all with the print XML of every document, in their order. -->
  <xsl:param name="documents" as="document-node()" required="yes"/>
  <!-- ed:all with the prepared registers. -->
  <xsl:param name="registers" as="document-node()" required="yes"/>
  <!-- ed:all with the prepared alignments, where there are any. -->
  <xsl:param name="alignments" as="document-node()" required="yes"/>
  <!-- Whether header and registers are printed in all their languages, or in the print's alone. -->
  <xsl:param name="ed:all-languages" as="xs:boolean" select="true()"/>

  <xsl:include href="shared.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>
  <xsl:include href="../lib/parallels.xsl"/>
  <xsl:include href="volume-parts.xsl"/>
  <xsl:include href="comparisons.xsl"/>
  <xsl:include href="bind.xsl"/>

</xsl:stylesheet>
