<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml, with the print XML of all documents and all registers → the print XML of the whole edition. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Month and language names: ed:locales. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- ed:all with the print XML of every document, in their order. -->
  <xsl:param name="documents" as="document-node()" required="yes"/>
  <!-- ed:all with the prepared registers. -->
  <xsl:param name="registers" as="document-node()" required="yes"/>
  <!-- Whether header and registers are printed in all their languages, or in the print's alone. -->
  <xsl:variable name="ed:all-languages" as="xs:boolean" select="true()"/>

  <xsl:include href="volume-parts.xsl"/>
  <xsl:include href="parts.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="corrections.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="hyphens.xsl"/>
  <xsl:include href="registers.xsl"/>
  <xsl:include href="details.xsl"/>
  <xsl:include href="mentions.xsl"/>
  <xsl:include href="tie.xsl"/>
  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="bind.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="print" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="TEI" mode="ed:volume"/>
      </xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$print/*" mode="ed:tie"/>
  </xsl:template>

</xsl:stylesheet>
