<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page says of a register entry in a line: its dates, and what the sites are called that it leads to. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/html/entries.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- When a person lived, an event was, an organisation existed. -->
  <xsl:function name="ed:dates-of" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="birth" as="xs:string?" select="$entry/birth[1] ! ed:date-of(.)[.]"/>
    <xsl:variable name="death" as="xs:string?" select="$entry/death[1] ! ed:date-of(.)[.]"/>
    <xsl:sequence select="
      if ($birth and $death) then $birth || ' – ' || $death
      else if ($birth) then '* ' || $birth
      else if ($death) then '† ' || $death
      else ed:date-of($entry)"/>
  </xsl:function>

  <!-- What an outside address is called: the authority's name, or the site's. -->
  <xsl:function name="ed:site" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="host" as="xs:string" select="replace($address, '^https?://(www\.)?([^/:?#]+).*$', '$2', 'i')"/>
    <xsl:sequence select="
      if (ed:authority-of($address)) then string(ed:authority-of($address)/@name)
      else if (ends-with($host, 'wikipedia.org')) then 'Wikipedia'
      else $host"/>
  </xsl:function>

  <!-- A document's title, in the page's language if it has one there, as facts give it. -->
  <xsl:function name="ed:facts-title" as="item()*">
    <xsl:param name="of" as="element(ed:facts)"/>
    <xsl:variable name="title" as="element(ed:title)?" select="head(ed:in-language($of/ed:title))"/>
    <xsl:sequence select="if ($title) then (ed:lang($title), string($title)) else string($of/@doc)"/>
  </xsl:function>

</xsl:stylesheet>
