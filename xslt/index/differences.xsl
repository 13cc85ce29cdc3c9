<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → what the documents say differently of the same thing, differences.html;
     where that is very much, a list of pages, each of one thing, differences/<page>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- What the page is about, as `tei_edition.make.topics` names it, or `statements`; "" for all, or for their list.
       And the name of the page. -->
  <xsl:param name="topic" as="xs:string" select="''"/>
  <xsl:param name="page" as="xs:string" select="'differences'"/>
  <!-- Whether linked statements have a page of their own; `inside` has the other things that have one. -->
  <xsl:param name="statements" as="xs:boolean" select="false()"/>
  <!-- ed:all: the ed:entries of all registers. -->
  <xsl:param name="events" as="document-node()" select="ed:not-given('events')"/>
  <!-- The prepared alignments, where the edition has them. -->
  <xsl:param name="alignments" as="document-node()?" select="()"/>

  <xsl:include href="differences-page.xsl"/>
  <xsl:include href="differences-subjects.xsl"/>
  <xsl:include href="differences-figures.xsl"/>
  <xsl:include href="differences-events.xsl"/>
  <xsl:include href="differences-links.xsl"/>

</xsl:stylesheet>
