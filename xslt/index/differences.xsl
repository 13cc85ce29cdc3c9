<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → what the documents say differently of the same thing, differences.html;
     nothing where no two documents speak of the same thing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:all: the ed:entries of all registers. -->
  <xsl:param name="events" as="document-node()" select="ed:not-given('events')"/>
  <!-- The prepared alignments, where the edition has them. -->
  <xsl:param name="alignments" as="document-node()?" select="()"/>

  <xsl:include href="differences-page.xsl"/>
  <xsl:include href="differences-figures.xsl"/>
  <xsl:include href="differences-events.xsl"/>
  <xsl:include href="differences-links.xsl"/>

</xsl:stylesheet>
