<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the chronology of all dates, chronology.html; where they are very many, that leads to
     the chronologies of each year, chronology/<year>.html, and these to those of the months of a full one. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:timeline: where the dates stand on the line of time, as `tei_edition.timeline` has it. -->
  <xsl:param name="timeline" as="document-node()?" select="()"/>
  <!-- The year or month that the page is about; "" for all. -->
  <xsl:param name="period" as="xs:string" select="''"/>
  <!-- ed:periods: the years or months with pages of which the page's is one; `inside` are those that it leads to. -->
  <xsl:param name="beside" as="document-node()?" select="()"/>

  <xsl:include href="chronology-page.xsl"/>
  <xsl:include href="chronology-periods.xsl"/>
  <xsl:include href="chronology-drawing.xsl"/>
  <xsl:include href="chronology-table.xsl"/>

</xsl:stylesheet>
