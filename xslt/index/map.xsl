<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the map of all places, map.html, or of one document's, maps/<id>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:map: the places and the geometry of the maps, as `tei_edition.maps` draws them. -->
  <xsl:param name="map" as="document-node()" required="yes"/>
  <!-- ed:all: the titles of all documents; of one, where the map is that document's. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>
  <!-- The stem of the document whose map it is; empty for the map of all. -->
  <xsl:param name="document" as="xs:string" select="''"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of this page. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="if ($document) then '../' else './'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="map-page.xsl"/>
  <xsl:include href="map-drawing.xsl"/>
  <xsl:include href="map-list.xsl"/>

</xsl:stylesheet>
