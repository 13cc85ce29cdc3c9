<?xml version="1.0" encoding="UTF-8"?>
<!-- The line of time as a drawing: every date a mark that leads to its row in the table. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:svg="http://www.w3.org/2000/svg" xmlns:local="xslt/index/chronology-drawing.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A lane's height, and where the line itself is: below all lanes. -->
  <xsl:variable name="local:lane" as="xs:double" select="if (number($timeline/*/@lanes) gt 30) then 7 else 10"/>
  <xsl:variable name="local:line" as="xs:double" select="24 + $local:lane * number($timeline/*/@lanes)"/>

  <xsl:template name="ed:timeline" as="element(h:figure)">
    <xsl:variable name="width" as="xs:string" select="$timeline/*/@width"/>
    <figure class="map-figure">
      <div class="wide" tabindex="0" role="region" aria-labelledby="page:line-title">
        <svg:svg class="timeline" viewBox="0 0 {$width} {$local:line + 40}" role="group"
          aria-labelledby="page:line-title page:line-desc">
          <svg:title id="page:line-title">{ed:label('chronology-line')}</svg:title>
          <svg:desc id="page:line-desc">{ed:label('chronology-desc')}</svg:desc>
          <xsl:apply-templates select="$timeline/*/ed:part" mode="local:part"/>
          <xsl:apply-templates select="$timeline/*/ed:mark" mode="local:mark"/>
        </svg:svg>
      </div>
      <figcaption>{ed:label('chronology-signs')}</figcaption>
    </figure>
  </xsl:template>

  <!-- part: a part of the line → its stroke, what is written below it, and the break after it. Starts at every part. -->
  <xsl:mode name="local:part" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="ed:part" mode="local:part" as="element(svg:g)">
    <xsl:variable name="end" as="xs:double" select="@x + @width"/>
    <svg:g class="axis">
      <svg:path d="M{@x} {$local:line}h{@width}"/>
      <xsl:for-each select="ed:tick">
        <svg:path d="M{@x} {$local:line}v6"/>
        <svg:text x="{@x}" y="{$local:line + 22}" text-anchor="middle">{ed:date(., $ed:language)}</svg:text>
      </xsl:for-each>
      <xsl:if test="following-sibling::ed:part">
        <svg:path class="break" d="M{$end + 6} {$local:line + 6}l5 -12m4 12l5 -12"/>
      </xsl:if>
    </svg:g>
  </xsl:template>

  <!-- mark: a date → its sign, as a link. Starts at every mark. -->
  <xsl:mode name="local:mark" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="ed:mark" mode="local:mark" as="element(svg:a)">
    <xsl:variable name="date" as="element(ed:date)" select="key('ed:dated', @key, $facts)[1]"/>
    <xsl:variable name="y" as="xs:double" select="$local:line - 8 - $local:lane * number(@lane)"/>
    <svg:a class="{@kind}" href="#page:{encode-for-uri(@key)}">
      <svg:title>{ed:date-of($date)}{ed:label('colon')}{@n} {ed:label('mention' || 's-of'[current()/@n ne '1'])}</svg:title>
      <xsl:choose>
        <xsl:when test="@kind eq 'day'">
          <svg:circle cx="{@x + @width div 2}" cy="{$y}" r="{$local:lane * 0.38}"/>
        </xsl:when>
        <xsl:otherwise>
          <svg:rect x="{@x}" y="{$y - $local:lane * 0.28}" width="{@width}" height="{$local:lane * 0.56}"/>
        </xsl:otherwise>
      </xsl:choose>
    </svg:a>
  </xsl:template>

</xsl:stylesheet>
