<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD → RELAX NG: run on schema/edition.odd, gives schema/edition.rng. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" default-mode="rng">
  <xsl:include href="odd.xsl"/>
  <xsl:include href="odd-problems.xsl"/>
  <xsl:include href="datatypes.xsl"/>
  <xsl:include href="rng-grammar.xsl"/>
  <xsl:include href="rng-content.xsl"/>
  <xsl:include href="rng-attributes.xsl"/>
  <xsl:include href="rng-repetition.xsl"/>
</xsl:stylesheet>
