<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register → ed:places: its places, as a map needs them: name, kind, coordinates, Wikidata's id. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" xmlns:local="xslt/index/places.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="xs local">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>

  <!-- The register → its places. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/" as="element(ed:places)">
    <ed:places>
      <xsl:for-each select="ed:own-entries(TEI)/self::place">
        <xsl:variable name="geo" as="element(geo)?" select="location/geo[1]"/>
        <ed:place key="{/TEI/@xml:id}.{@xml:id}" sort="{ed:sort-key(ed:sort-name(., $ed:language))}" kind="{local:kind(.)}"
          geo="{normalize-space($geo[1])}" cert="{($geo/(@cert, ../@cert))[1]}"
          wikidata="{normalize-space(idno[lower-case(@type) eq 'wikidata'][1])}">
          <xsl:sequence select="head(ed:in-language(ed:names(.)))/@xml:lang"/>
          <xsl:text>{ed:name-of(.)}</xsl:text>
        </ed:place>
      </xsl:for-each>
    </ed:places>
  </xsl:template>

  <!-- What kind of place it is: as `type` says, or the element that names it: `country`, `region`, `bloc`. -->
  <xsl:function name="local:kind" as="xs:string">
    <xsl:param name="place" as="element(place)"/>
    <xsl:variable name="named" as="element()?"
      select="$place[not(settlement or placeName/settlement)]/(country | region | bloc)[1]"/>
    <xsl:sequence select="lower-case(($place/@type, $named/local-name(), '')[1])"/>
  </xsl:function>

</xsl:stylesheet>
