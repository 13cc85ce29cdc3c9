<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register → ed:files: its entries as a table (ed:row, ed:cell) and in the words of schema.org. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" xmlns:local="xslt/data/register.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from the files to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'../'"/>

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/pages.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>
  <xsl:include href="../lib/citation.xsl"/>
  <xsl:include href="../lib/reference.xsl"/>
  <xsl:include href="../lib/units.xsl"/>
  <xsl:include href="../lib/plain-versions.xsl"/>
  <xsl:include href="../html/links.xsl"/>
  <xsl:include href="schema-org.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="local:entries" as="element()*" select="ed:own-entries(/TEI)"/>

  <!-- What the table has columns for: languages of names and of notes, and kinds of identifiers. -->
  <xsl:variable name="local:of-names" as="xs:string*" select="local:languages($local:entries ! ed:names(.))"/>
  <xsl:variable name="local:of-notes" as="xs:string*" select="local:languages($local:entries/(note | desc))"/>
  <xsl:variable name="local:identifiers" as="xs:string*" select="sort(distinct-values($local:entries/idno/@type))"/>

  <!-- files: the prepared register → its files. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(ed:files)">
    <ed:files>
      <ed:file path="data/{TEI/@xml:id}.csv">
        <xsl:for-each select="$local:entries">
          <xsl:call-template name="local:row"/>
        </xsl:for-each>
      </ed:file>
      <ed:file path="data/{TEI/@xml:id}.jsonld">
        <xsl:value-of select="serialize(map { '@context': 'https://schema.org', '@graph': array { $local:entries ! local:thing(.) } },
          map { 'method': 'json' })"/>
      </ed:file>
    </ed:files>
  </xsl:template>

  <!-- A row has the same cells for every entry of the register, also those in which it has nothing. -->
  <xsl:template name="local:row" as="element(ed:row)">
    <xsl:variable name="entry" as="element()" select="."/>
    <ed:row>
      <xsl:sequence select="local:cell('id', @xml:id), local:cell('kind', ed:kind(.))"/>
      <xsl:for-each select="$local:of-names">
        <xsl:sequence select="local:cell('name_' || ., local:standard($entry)[@xml:lang eq current()][1] ! ed:text(.))"/>
      </xsl:for-each>
      <xsl:sequence select="
        local:cell('name', local:standard(.)[not(@xml:lang)][1] ! ed:text(.)),
        local:cell('other_names', distinct-values(ed:names(.)[@type eq 'variant'] ! ed:text(.))),
        local:cell('born', birth[1] ! local:edtf(.)), local:cell('died', death[1] ! local:edtf(.)),
        local:cell('when', local:edtf(.)),
        local:cell('latitude', local:geo(.)[1]), local:cell('longitude', local:geo(.)[2])"/>
      <xsl:for-each select="$local:identifiers">
        <xsl:sequence select="local:cell(., $entry/idno[@type eq current()] ! normalize-space())"/>
      </xsl:for-each>
      <xsl:for-each select="$local:of-notes">
        <xsl:sequence select="local:cell('note_' || ., $entry/(note | desc)[@xml:lang eq current()] ! ed:text(node()))"/>
      </xsl:for-each>
      <xsl:sequence select="local:cell('note', (note | desc)[not(@xml:lang)] ! ed:text(node()))"/>
    </ed:row>
  </xsl:template>

  <xsl:function name="local:standard" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="ed:names($entry)[not(@type eq 'variant')]"/>
  </xsl:function>

  <xsl:function name="local:languages" as="xs:string*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="sort(distinct-values($elements/@xml:lang ! string()))"/>
  </xsl:function>

  <!-- A cell; several values have a bar between them. -->
  <xsl:function name="local:cell" as="element(ed:cell)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:anyAtomicType*"/>
    <ed:cell name="{$name}">
      <xsl:value-of select="$values ! string()" separator=" | "/>
    </ed:cell>
  </xsl:function>

  <!-- Latitude and longitude. -->
  <xsl:function name="local:geo" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="tokenize(($entry/location/geo)[1], '[\s,]+')[matches(., '^[+-]?\d+(\.\d+)?$')]"/>
  </xsl:function>

  <!-- A date in EDTF, the extended form of ISO 8601: 1941-06-29, 1941/1944, [1941..1944] for one day in between. -->
  <xsl:function name="local:edtf" as="xs:string?">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="
      if ($dated/@when) then string($dated/@when)
      else if ($dated/(@from | @to)) then ($dated/@from, '..')[1] || '/' || ($dated/@to, '..')[1]
      else if ($dated/(@notBefore | @notAfter)) then '[' || $dated/@notBefore || '..' || $dated/@notAfter || ']'
      else ()"/>
  </xsl:function>

  <xsl:function name="local:thing" as="map(*)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="geo" as="xs:string*" select="local:geo($entry)"/>
    <xsl:variable name="is-event" as="xs:boolean" select="exists($entry/self::event)"/>
    <xsl:sequence select="ed:without-nothing(map {
      '@type': ed:schema-type($entry),
      '@id': $root || ed:permalink(root($entry)/TEI/@xml:id, $entry/@xml:id),
      'name': array { local:standard($entry) ! ed:tagged-text(.) },
      'alternateName': array { distinct-values(ed:names($entry)[@type eq 'variant'] ! ed:text(.)) },
      'birthDate': $entry/birth/@when[1] ! string(), 'deathDate': $entry/death/@when[1] ! string(),
      'startDate': head($entry[$is-event]/(@when, @from) ! string()), 'endDate': head($entry[$is-event]/(@when, @to) ! string()),
      'geo': if (count($geo) eq 2) then map { '@type': 'GeoCoordinates', 'latitude': number($geo[1]), 'longitude': number($geo[2]) } else (),
      'sameAs': array { $entry/idno ! ed:authority-url(.) },
      'description': array { $entry/(note | desc) ! ed:tagged-text(.) } })"/>
  </xsl:function>

</xsl:stylesheet>
