<?xml version="1.0" encoding="UTF-8"?>
<!-- What a document is, in the words of schema.org: for search engines, and programs that read linked data. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:local="xslt/data/schema-org.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:function name="ed:schema-org" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="reference" as="map(xs:string, item()*)"/>
    <xsl:variable name="header" as="element(teiHeader)" select="$tei/teiHeader"/>
    <xsl:variable name="site" as="xs:string?" select="ed:site-address($header)"/>
    <xsl:variable name="texts" as="element()*" select="ed:plain-texts($tei)"/>
    <xsl:variable name="up" as="xs:string" select="if (contains($reference?path, '/')) then '../' else './'"/>
    <xsl:sequence select="ed:without-nothing(map {
      '@context': 'https://schema.org',
      '@type': if ($reference?path eq 'index.html') then 'Dataset' else 'CreativeWork',
      '@id': ($reference?address, $site ! (. || $reference?path))[1],
      'url': $site ! (. || $reference?path),
      'name': array { $header/fileDesc/titleStmt/title ! ed:tagged-text(.) },
      'abstract': array { $header/profileDesc/abstract[normalize-space()] ! ed:tagged-text(.) },
      'inLanguage': array { distinct-values(($texts ! ed:plain-language(.), $tei[not($texts)]/teiHeader/fileDesc/titleStmt/title/@xml:lang ! string())) },
      'author': array { $reference?authors ! local:person(.) },
      'editor': array { $reference?editors ! local:person(.) },
      'publisher': $reference?publisher ! map { '@type': 'Organization', 'name': . },
      'datePublished': $reference?date,
      'version': $reference?version,
      'license': $reference?licence,
      'copyrightNotice': array { $header/fileDesc/publicationStmt/availability/p ! ed:tagged-text(.) },
      'isPartOf': $reference?container ! ed:without-nothing(map { '@type': 'Collection', 'name': ., 'url': $site }),
      'encoding': array { local:encodings($tei, ($site, $up)[1]) },
      'mentions': array { $tei/standOff[@type eq 'carried']/*/(person | place | org | event) ! local:entry(., ($site, $up)[1]) } })"/>
  </xsl:function>

  <!-- A map without the keys that have nothing. -->
  <xsl:function name="ed:without-nothing" as="map(*)">
    <xsl:param name="map" as="map(*)"/>
    <xsl:sequence select="
      map:remove($map, map:keys($map)[let $value := $map(.) return empty($value) or
        ($value instance of array(*) and empty($value?*))])"/>
  </xsl:function>

  <!-- A text with its language. -->
  <xsl:function name="ed:tagged-text" as="item()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/@xml:lang) then map { '@value': ed:text($element/node()), '@language': string($element/@xml:lang) } else ed:text($element/node())"/>
  </xsl:function>

  <xsl:function name="local:person" as="map(*)">
    <xsl:param name="person" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="ed:without-nothing(map {
      '@type': if ($person?family or $person?person) then 'Person' else 'Organization', 'name': $person?name,
      'familyName': $person?family, 'givenName': $person?given })"/>
  </xsl:function>

  <!-- The files that hold the document. -->
  <xsl:function name="local:encodings" as="map(*)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="encode-for-uri($tei/@xml:id)"/>
    <xsl:variable name="file" as="function(xs:string, xs:string) as map(*)" select="function($path, $type) {
      map { '@type': 'MediaObject', 'contentUrl': $site || $path, 'encodingFormat': $type } }"/>
    <xsl:sequence select="
      $file('tei/' || $id || '.xml', 'application/tei+xml'),
      if ($pdf) then $file('pdf/' || $id || '.pdf', 'application/pdf') else (),
      ed:plain-texts($tei) ! $file(ed:encoded(ed:plain-path(.)), 'text/plain')"/>
  </xsl:function>

  <!-- An entry of a register that the document names. -->
  <xsl:function name="local:entry" as="map(*)">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="register" as="xs:string" select="replace($entry/ancestor::*[@source][1]/@source, '^.*/|\.xml$', '')"/>
    <xsl:sequence select="ed:without-nothing(map {
      '@type': ed:schema-type($entry), '@id': $site || ed:permalink($register, substring-after($entry/@xml:id, '.')), 'name': ed:name-of($entry),
      'sameAs': array { $entry/idno ! ed:authority-url(.) } })"/>
  </xsl:function>

  <!-- The lasting address of an entry of a register, as seen from the site's first folder. -->
  <xsl:function name="ed:permalink" as="xs:string">
    <xsl:param name="register" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'registers/' || encode-for-uri($register) || '.html#' || encode-for-uri($id)"/>
  </xsl:function>

  <xsl:function name="ed:schema-type" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      (map { 'person': 'Person', 'personGrp': 'Organization', 'place': 'Place', 'org': 'Organization', 'event': 'Event',
        'bibl': 'CreativeWork', 'biblStruct': 'CreativeWork' }(local-name($entry)), 'Thing')[1]"/>
  </xsl:function>

</xsl:stylesheet>
