<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page of the site is made with: the skeleton, the text and all that stands in it, the header's facts. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="given.xsl"/>
  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/pages.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/citation.xsl"/>
  <xsl:include href="../lib/reference.xsl"/>
  <xsl:include href="../lib/reference-forms.xsl"/>
  <xsl:include href="../lib/plain-versions.xsl"/>
  <xsl:include href="../lib/transcription.xsl"/>
  <xsl:include href="../lib/units.xsl"/>
  <xsl:include href="../lib/notes.xsl"/>
  <xsl:include href="../lib/numbers.xsl"/>
  <xsl:include href="../lib/pieces.xsl"/>
  <xsl:include href="../lib/parallels.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="banner.xsl"/>
  <xsl:include href="titles.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="divisions.xsl"/>
  <xsl:include href="version-names.xsl"/>
  <xsl:include href="rows.xsl"/>
  <xsl:include href="row.xsl"/>
  <xsl:include href="row-choices.xsl"/>
  <xsl:include href="view-choices.xsl"/>
  <xsl:include href="part.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="phrases.xsl"/>
  <xsl:include href="plain.xsl"/>
  <xsl:include href="spacing.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="corrections.xsl"/>
  <xsl:include href="interventions.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="parallels.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="header-source.xsl"/>
  <xsl:include href="source-description.xsl"/>
  <xsl:include href="header-encoding.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="citation-head.xsl"/>
  <xsl:include href="made.xsl"/>
  <xsl:include href="withdrawn.xsl"/>
  <xsl:include href="entries.xsl"/>
  <xsl:include href="own.xsl"/>

  <!-- Text and all that stands in it. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

</xsl:stylesheet>
