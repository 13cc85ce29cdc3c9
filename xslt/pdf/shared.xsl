<?xml version="1.0" encoding="UTF-8"?>
<!-- What the print of a document and that of the whole edition have in common. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/citation.xsl"/>
  <xsl:include href="../lib/transcription.xsl"/>
  <xsl:include href="../lib/units.xsl"/>
  <xsl:include href="parts.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="imprint.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="source-description.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="pages.xsl"/>
  <xsl:include href="columns.xsl"/>
  <xsl:include href="cut.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="corrections.xsl"/>
  <xsl:include href="interventions.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="registers.xsl"/>
  <xsl:include href="details.xsl"/>
  <xsl:include href="mentions.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="chronology.xsl"/>
  <xsl:include href="index.xsl"/>
  <xsl:include href="tie.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

</xsl:stylesheet>
