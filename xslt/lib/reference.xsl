<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reference to a document consists of, as a map, and the address under which the edition is published.
     Needs citation.xsl, labels.xsl, text.xsl and links.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:local="xslt/lib/reference.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The language that a reference has titles and names in: that of the text's first page, in each of its pages. -->
  <xsl:param name="cited" as="xs:string" select="$ed:language"/>

  <!-- Where the edition says that it is published, with a slash at its end; nothing where it does not say. -->
  <xsl:function name="ed:site-address" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="stated" as="xs:string?" select="
      head(local:addresses(($header/fileDesc/seriesStmt/idno[@source eq 'edition.xml'],
        $header[../@xml:id eq 'edition']/fileDesc/publicationStmt/idno)))"/>
    <xsl:sequence select="$stated ! (replace(., '/(index\.html)?$', '') || '/')"/>
  </xsl:function>

  <!-- The address of a page of the site: whole where the edition states its own, else nothing. -->
  <xsl:function name="ed:page-address" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="ed:site-address($header) ! (. || $path)"/>
  </xsl:function>

  <!-- A path as an address: what is no letter or digit is escaped, but for the slashes. -->
  <xsl:function name="ed:encoded" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($path, '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>

  <!-- The page of a text, as seen from the site's first folder. -->
  <xsl:function name="ed:page-path" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="
      if ($header/../@xml:id eq 'edition') then 'index.html' else 'documents/' || $header/../@xml:id || '.html'"/>
  </xsl:function>

  <!-- What a reference says:
       key, title, language · container: the edition's title · authors, editors: maps with `name`, and for a person
       `family` and `given` · publisher, date (ISO 8601), version, licence (an address)
       · address: where it is found, if that is stated · path: the same within the site. -->
  <xsl:function name="ed:reference" as="map(xs:string, item()*)">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="people" as="element()*" select="ed:cited-people($header, $cited)"/>
    <xsl:variable name="publication" as="element(publicationStmt)?" select="$header/fileDesc/publicationStmt"/>
    <xsl:variable name="path" as="xs:string" select="ed:encoded(ed:page-path($header))"/>
    <xsl:variable name="title" as="element(title)?" select="head(ed:in-language($header/fileDesc/titleStmt/title, $cited))"/>
    <xsl:sequence select="map {
      'key': string($header/../@xml:id),
      'title': ($title ! ed:text(.)[.], string($header/../@xml:id))[1],
      'language': string($header/../@xml:lang),
      'container': head(ed:in-language($header/fileDesc/seriesStmt/title, $cited)) ! ed:text(.)[.],
      'authors': local:people($people[self::author]),
      'editors': local:people($people[not(self::author)]),
      'publisher': head(ed:in-language($publication/(publisher | authority), $cited)) ! ed:text(.)[.],
      'date': local:date($publication/date[1]),
      'version': $header/fileDesc/editionStmt/edition[1] ! (@n ! string(), ed:text(.))[1][.],
      'licence': head($publication//licence/@target ! ed:safe-address(.)),
      'address': head((local:own-address($publication), ed:page-address($header, $path))),
      'path': $path }"/>
  </xsl:function>

  <!-- The lasting address that a document has of its own: a DOI, a handle, or another address. -->
  <xsl:function name="local:own-address" as="xs:string?">
    <xsl:param name="publication" as="element(publicationStmt)?"/>
    <xsl:variable name="own" as="element(publicationStmt)?" select="$publication[not(../../../@xml:id eq 'edition')]"/>
    <xsl:sequence select="head((
      $own/idno[lower-case(@type) eq 'doi'] ! replace(normalize-space(), '^(https?://(dx\.)?doi\.org/|doi:)', '')
        ! local:address('https://doi.org/' || .),
      $own/idno[lower-case(@type) = ('handle', 'hdl')] ! replace(normalize-space(), '^(https?://hdl\.handle\.net/|hdl:)', '')
        ! local:address('https://hdl.handle.net/' || .),
      local:addresses($own/idno)))"/>
  </xsl:function>

  <!-- The addresses among some identifiers. -->
  <xsl:function name="local:addresses" as="xs:string*">
    <xsl:param name="identifiers" as="element(idno)*"/>
    <xsl:sequence select="
      $identifiers[@type = ('url', 'URI')] ! local:address(normalize-space())"/>
  </xsl:function>

  <!-- An address on the web, if it is one that every form of a reference can hold as it stands. -->
  <xsl:function name="local:address" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="ed:safe-address($address)[matches(., '^https?:[^{}]+$', 'i')]"/>
  </xsl:function>

  <!-- A date as far as it is one: a year, a month or a day. -->
  <xsl:function name="local:date" as="xs:string?">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="
      head(($date/@when, $date/@when-iso, normalize-space($date))[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')] ! string())"/>
  </xsl:function>

  <!-- Each person or body once; a person's family name apart, where the encoding tells it. -->
  <xsl:function name="local:people" as="map(xs:string, xs:string)*">
    <xsl:param name="people" as="element()*"/>
    <xsl:for-each-group select="$people" group-by="ed:capitalised(ed:text(.))">
      <xsl:variable name="person" as="element()" select="(self::persName, persName, .)[1]"/>
      <xsl:variable name="parts" as="xs:string*" select="
        if ($person/surname) then (ed:text($person/surname), string-join($person/(forename | genName | nameLink) ! ed:text(.), ' '))
        else if ($person/self::persName and matches($person, '^[^,]+,[^,]+$')) then tokenize(ed:text($person), ', *')
        else ()"/>
      <xsl:sequence select="
        if (count($parts) eq 2) then map { 'name': current-grouping-key(), 'family': $parts[1], 'given': $parts[2] }
        else map:merge((map { 'name': current-grouping-key() }, if ($person/self::persName) then map { 'person': 'yes' } else ()))"/>
    </xsl:for-each-group>
  </xsl:function>

</xsl:stylesheet>
