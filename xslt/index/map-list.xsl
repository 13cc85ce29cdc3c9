<?xml version="1.0" encoding="UTF-8"?>
<!-- The places beside a map: those on it, with their coordinates, and those that are not, and why. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/map-list.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:map-places" as="element(h:section)*">
    <xsl:for-each-group select="$map/ed:map/ed:place" group-by="(@off, 'on')[1]">
      <xsl:sort select="index-of(('on', 'extended', 'course', 'nowhere'), current-grouping-key())"/>
      <xsl:variable name="id" as="xs:string" select="'page:places-' || current-grouping-key()"/>
      <section class="places-listed" aria-labelledby="{$id}">
        <h2 id="{$id}">{ed:label('map-' || current-grouping-key())}</h2>
        <ul>
          <xsl:for-each select="current-group()">
            <xsl:sort select="@sort" collation="{$ed:collation}"/>
            <li>
              <a href="{ed:entry-href(@key)}">
                <xsl:sequence select="ed:lang(.)"/>
                <xsl:text>{.}</xsl:text>
              </a>
              <span class="details"> {string-join(local:details(.), ' · ')}</span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Where a place is, if it is a point, how sure that is, and how often it is named. -->
  <xsl:function name="local:details" as="xs:string+">
    <xsl:param name="place" as="element(ed:place)"/>
    <xsl:sequence select="
      $place[not(@off)]/@geo ! ed:coordinates(.),
      $place[not(@off)]/@unsure ! ed:label('map-unsure'),
      ed:mentions-of($place)"/>
  </xsl:function>

  <!-- "24 mentions". -->
  <xsl:function name="ed:mentions-of" as="xs:string">
    <xsl:param name="place" as="element(ed:place)"/>
    <xsl:sequence select="$place/@total || ' ' || ed:label('mention' || 's-of'[$place/@total ne '1'])"/>
  </xsl:function>

  <!-- "47.167° N, 27.6° E". -->
  <xsl:function name="ed:coordinates" as="xs:string">
    <xsl:param name="geo" as="xs:string"/>
    <xsl:variable name="numbers" as="xs:string+" select="tokenize($geo)"/>
    <xsl:sequence select="
      ed:degrees($numbers[1], ('north', 'south')) || ', ' || ed:degrees($numbers[2], ('east', 'west'))"/>
  </xsl:function>

  <xsl:function name="ed:degrees" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="sides" as="xs:string+"/>
    <xsl:variable name="value" as="xs:decimal" select="round(xs:decimal($number), 3)"/>
    <xsl:sequence select="
      translate(string(abs($value)), '.', ed:label('decimal')) || '°&#160;'
      || ed:label($sides[if ($value ge 0) then 1 else 2])"/>
  </xsl:function>

  <!-- The way to an entry of a register. -->
  <xsl:function name="ed:entry-href" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$root || ed:entry-address(substring-before($key, '.'), substring-after($key, '.'))"/>
  </xsl:function>

</xsl:stylesheet>
