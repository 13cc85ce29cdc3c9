<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the map of all places, map.html, or of one document's, maps/<id>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:map: the places and the geometry of the maps, as `tei_edition.maps` draws them. -->
  <xsl:param name="map" as="document-node()" select="ed:not-given('map')"/>
  <!-- The stem of the document whose map it is; empty for the map of all. -->
  <xsl:param name="document" as="xs:string" select="''"/>

  <xsl:include href="map-page.xsl"/>
  <xsl:include href="map-drawing.xsl"/>
  <xsl:include href="map-list.xsl"/>

</xsl:stylesheet>
