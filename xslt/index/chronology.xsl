<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the chronology of all dates, chronology.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:timeline: where the dates stand on the line of time, as `tei_edition.timeline` has it. -->
  <xsl:param name="timeline" as="document-node()" select="ed:not-given('timeline')"/>

  <xsl:include href="chronology-page.xsl"/>
  <xsl:include href="chronology-drawing.xsl"/>
  <xsl:include href="chronology-table.xsl"/>

</xsl:stylesheet>
