<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers of a prepared document: what they point to, and what kind of thing that is. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:fn="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="ed:id" match="*[@xml:id]" use="@xml:id"/>

  <!-- The element that a pointer of a prepared document points to, if it is in that document. -->
  <xsl:function name="ed:target" as="element()?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:param name="at" as="node()"/>
    <xsl:sequence select="
      if (starts-with($pointer, '#')) then
        key('ed:id', substring($pointer, 2), ($at/ancestor-or-self::TEI[1], root($at))[1])[1]
      else ()"/>
  </xsl:function>

  <!-- A path as its file is called: in a pointer some of its characters are escaped. -->
  <xsl:function name="ed:unescaped" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="
      if (not(contains($path, '%'))) then $path
      else string-join(analyze-string($path, '%[0-7][0-9A-F]')/* !
        (if (self::fn:match) then parse-json('&quot;\u00' || substring(., 2) || '&quot;') else string()))"/>
  </xsl:function>

  <!-- The entry's name in the whole edition, `persons.antonescu-ion`; empty for what is no entry. -->
  <xsl:function name="ed:key" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="at" as="node()"/>
    <xsl:variable name="target" as="element()?" select="ed:target($pointer, $at)"/>
    <xsl:sequence select="
      if ($target/ancestor::standOff[@type eq 'carried']) then substring($pointer, 2)
      else if (matches($pointer, '^registers/.*\.xml#.')) then
        ed:unescaped(replace($pointer, '^.*/([^/]+)\.xml#.+$', '$1')) || '.' || substring-after($pointer, '#')
      else ()"/>
  </xsl:function>

  <!-- What kind of thing an element is or names: person, place, org, event, bibl, term; else name. -->
  <xsl:function name="ed:kind" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:sequence select="
      if ($name = ('person', 'personGrp', 'persName')) then 'person'
      else if ($name = ('place', 'placeName', 'geogName', 'origPlace', 'settlement', 'region', 'country', 'district',
        'bloc')) then 'place'
      else if ($name = ('org', 'orgName')) then 'org'
      else if ($name = ('event', 'eventName')) then 'event'
      else if ($name = ('bibl', 'biblStruct', 'title')) then 'bibl'
      else if ($name eq 'term') then 'term'
      else if ($name eq 'rs' and $element/@type = ('person', 'place', 'org', 'event', 'bibl')) then string($element/@type)
      else 'name'"/>
  </xsl:function>

  <!-- Whether a passage is marked as hateful: `ana` points to the edition's category of that name. -->
  <xsl:function name="ed:is-hateful" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(tokenize($element/@ana) ! replace(., '^.*[#.:]', '')) = 'hateful'"/>
  </xsl:function>

  <!-- Whether a map is made of the places that a document names: one of them has coordinates. -->
  <xsl:function name="ed:has-map" as="xs:boolean">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
      some $name in $document/text//*[@ref] satisfies tokenize($name/@ref) ! ed:target(., $name)/self::place/location/geo"/>
  </xsl:function>

</xsl:stylesheet>
