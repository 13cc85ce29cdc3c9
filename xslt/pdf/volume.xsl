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
  <!-- Whether what header, registers and comparisons say is printed in all its languages, or in the book’s alone: three
       languages of each note make a book that nobody reads through. Introduction and documents stand in theirs. -->
  <xsl:param name="ed:all-languages" as="xs:boolean" select="false()"/>

  <xsl:include href="shared.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>
  <xsl:include href="../lib/parallels.xsl"/>
  <xsl:include href="volume-parts.xsl"/>
  <xsl:include href="comparisons.xsl"/>
  <xsl:include href="bind.xsl"/>

</xsl:stylesheet>
