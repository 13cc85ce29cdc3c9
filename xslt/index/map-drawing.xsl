<?xml version="1.0" encoding="UTF-8"?>
<!-- A map as a drawing: land, lakes, rivers, and the places, each a link to its entry in the register. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:svg="http://www.w3.org/2000/svg" xmlns:local="xslt/index/map-drawing.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="ed:map-place" match="ed:map/ed:place" use="@key"/>

  <xsl:template name="ed:map-frame" as="element(h:figure)">
    <xsl:variable name="id" as="xs:string" select="'page:map-' || @part"/>
    <figure class="map-figure" id="{$id}">
      <div class="wide" tabindex="0" role="region" aria-labelledby="{$id}-title">
        <svg:svg class="map" viewBox="0 0 {@width} {@height}" role="group" aria-labelledby="{$id}-title {$id}-desc">
          <svg:title id="{$id}-title">{ed:label('map-' || @part)}</svg:title>
          <svg:desc id="{$id}-desc">{ed:label('map-desc')}</svg:desc>
          <svg:rect class="sea" width="{@width}" height="{@height}"/>
          <svg:path class="land" d="{ed:land/@d}"/>
          <svg:path class="lake" d="{ed:lakes/@d}"/>
          <svg:path class="river" d="{ed:rivers/@d}"/>
          <xsl:apply-templates select="ed:inset, ed:course, ed:dot, ed:scale" mode="local:mark"/>
        </svg:svg>
      </div>
      <xsl:if test="../ed:frame[2]">
        <figcaption>{ed:label('map-' || @part)}</figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <!-- mark: what lies on the land and has a meaning → its drawing. Starts at the children of a frame. -->
  <xsl:mode name="local:mark" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="ed:inset" mode="local:mark" as="element(svg:a)">
    <svg:a href="#page:map-detail">
      <svg:title>{ed:label('map-detail')}</svg:title>
      <svg:rect class="inset" x="{@x}" y="{@y}" width="{@width}" height="{@height}"/>
    </svg:a>
  </xsl:template>

  <xsl:template match="ed:dot" mode="local:mark" as="element(svg:a)">
    <svg:a class="{string-join(('dot', @unsure), ' ')}" href="{ed:entry-href(@key)}">
      <svg:title>{local:title(.)}</svg:title>
      <svg:circle cx="{@x}" cy="{@y}" r="{@r}"/>
      <xsl:apply-templates select="ed:label" mode="local:mark"/>
    </svg:a>
  </xsl:template>

  <xsl:template match="ed:course" mode="local:mark" as="element(svg:a)">
    <svg:a class="course" href="{ed:entry-href(@key)}">
      <svg:title>{local:title(.)}</svg:title>
      <svg:path d="{@d}"/>
      <xsl:apply-templates select="ed:label" mode="local:mark"/>
    </svg:a>
  </xsl:template>

  <xsl:template match="ed:label" mode="local:mark" as="element(svg:text)">
    <svg:text x="{@x}" y="{@y}" text-anchor="{@anchor}">
      <xsl:sequence select="key('ed:map-place', ../@key) ! ed:lang(.)"/>
      <xsl:text>{.}</xsl:text>
    </svg:text>
  </xsl:template>

  <xsl:template match="ed:scale" mode="local:mark" as="element(svg:g)">
    <xsl:variable name="y" as="xs:double" select="../@height - 16"/>
    <svg:g class="scale">
      <svg:path d="M16 {$y - 5}v5h{@length}v-5"/>
      <svg:text x="22" y="{$y - 6}">{@km} km</svg:text>
    </svg:g>
  </xsl:template>

  <!-- "Iași: 24 mentions". -->
  <xsl:function name="local:title" as="xs:string">
    <xsl:param name="mark" as="element()"/>
    <xsl:variable name="place" as="element(ed:place)" select="key('ed:map-place', $mark/@key, root($mark))"/>
    <xsl:sequence select="$place || ed:label('colon') || ed:mentions-of($place)"/>
  </xsl:function>

</xsl:stylesheet>
