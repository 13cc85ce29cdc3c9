<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a map: the drawings, the list of places, how it was made. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/map-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- map: the prepared edition.xml → the page of a map. Starts at the document node. -->
  <xsl:mode name="ed:map" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="local:document" as="element(ed:facts)?" select="$facts/ed:all/ed:facts[@doc eq $document]"/>

  <xsl:variable name="local:about" as="xs:string" select="ed:label('map-about' || '-one'[$document])"/>

  <xsl:template match="/" mode="ed:map" as="element(h:html)">
    <xsl:variable name="title" as="xs:string*" select="ed:label('map-of-places'), $local:document ! ed:facts-title(.)[last()]"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="string-join($title, ' – ')"/>
      <xsl:with-param name="description" select="$local:about"/>
      <xsl:with-param name="kind" select="'map'"/>
      <xsl:with-param name="pages" select="ed:pages(if ($document) then $document else 'map')"/>
      <xsl:with-param name="edition" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
      <xsl:with-param name="main">
        <xsl:call-template name="local:main"/>
      </xsl:with-param>
      <xsl:with-param name="foot">
        <xsl:call-template name="local:made"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="local:main" as="element()+">
    <header class="title">
      <h1>{ed:label('map-of-places')}</h1>
      <xsl:for-each select="$local:document">
        <p class="subtitle">
          <a href="{$root}documents/{ed:own-page(ed:page)}">
            <xsl:sequence select="ed:facts-title(.)"/>
          </a>
        </p>
      </xsl:for-each>
      <p class="details">{$local:about}</p>
    </header>
    <xsl:for-each select="$map/ed:map/ed:frame">
      <xsl:call-template name="ed:map-frame"/>
    </xsl:for-each>
    <xsl:call-template name="ed:map-places"/>
  </xsl:template>

  <!-- How the map was made, and whose its lines are. -->
  <xsl:template name="local:made" as="element(h:section)">
    <section class="about" aria-labelledby="page:about">
      <h2 id="page:about">{ed:label('about-map')}</h2>
      <dl class="facts">
        <xsl:call-template name="ed:row">
          <xsl:with-param name="label" select="ed:label('map-projection')"/>
          <xsl:with-param name="content">
            <xsl:for-each select="distinct-values($map/ed:map/ed:frame/local:projection(.))">
              <p>{.}</p>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="ed:row">
          <xsl:with-param name="label" select="ed:label('map-lines')"/>
          <xsl:with-param name="content">
            <p>{ed:label('map-natural-earth')}</p>
            <p>{ed:label('map-today')}</p>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="ed:row">
          <xsl:with-param name="label" select="ed:label('map-dots')"/>
          <xsl:with-param name="content">
            <p>{ed:label('map-how')}</p>
          </xsl:with-param>
        </xsl:call-template>
      </dl>
    </section>
  </xsl:template>

  <xsl:function name="local:projection" as="xs:string">
    <xsl:param name="frame" as="element(ed:frame)"/>
    <xsl:sequence select="
      ed:label('map-' || $frame/@projection) || ed:label('colon')
      || (if ($frame/@projection eq 'laea') then ed:coordinates($frame/@latitude || ' ' || $frame/@longitude)
        else ed:degrees($frame/@longitude, ('east', 'west')))"/>
  </xsl:function>

</xsl:stylesheet>
