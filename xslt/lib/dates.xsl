<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates in words, in the language of the page, by the CLDR's patterns. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/lib/dates.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A date as attributes give it, in words: "29 June 1941 – 6 July 1941", "between … and …". -->
  <xsl:function name="ed:date-of" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="ed:date-of($dated, $ed:language)"/>
  </xsl:function>

  <xsl:function name="ed:date-of" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="say" as="function(attribute()) as xs:string"
      select="function($attribute) { ed:date($attribute, $language) }"/>
    <xsl:variable name="when" as="attribute()?" select="head(($dated/@when, $dated/@when-iso))"/>
    <xsl:variable name="from" as="attribute()?" select="head(($dated/@from, $dated/@from-iso))"/>
    <xsl:variable name="to" as="attribute()?" select="head(($dated/@to, $dated/@to-iso))"/>
    <xsl:variable name="least" as="attribute()?" select="head(($dated/@notBefore, $dated/@notBefore-iso))"/>
    <xsl:variable name="most" as="attribute()?" select="head(($dated/@notAfter, $dated/@notAfter-iso))"/>
    <xsl:sequence select="
      if ($when) then $say($when)
      else if ($from and $to) then $say($from) || ' – ' || $say($to)
      else if ($from) then local:with('from', $from, $language)
      else if ($to) then local:with('to', $to, $language)
      else if ($least and $most) then
        local:with('between', $least, $language) || ' ' || local:with('and', $most, $language)
      else if ($least) then local:with('not-before', $least, $language)
      else if ($most) then local:with('not-after', $most, $language)
      else ''"/>
  </xsl:function>

  <!-- A preposition and a date: before a day it has another form in some languages. -->
  <xsl:function name="local:with" as="xs:string">
    <xsl:param name="preposition" as="xs:string"/>
    <xsl:param name="date" as="attribute()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="$preposition || '-day'[$date castable as xs:date]"/>
    <xsl:sequence select="ed:label($key, $language) || ' ' || ed:date($date, $language)"/>
  </xsl:function>

  <!-- A day, month or year in ISO 8601, in words; anything else as it is. -->
  <xsl:function name="ed:date" as="xs:string" cache="yes">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="locale" as="element(ed:locale)?"
      select="$locales/ed:locales/ed:locale[@xml:lang eq $language]"/>
    <xsl:sequence select="
      if (empty($locale)) then $iso
      else if (matches($iso, '^\d{4}-\d\d-\d\d$') and $iso castable as xs:date)
        then local:format($iso, $locale/@date, $locale)
      else if (matches($iso, '^\d{4}-\d\d$') and $iso castable as xs:gYearMonth)
        then local:format($iso, $locale/@month, $locale)
      else $iso"/>
  </xsl:function>

  <!-- Fill a pattern of the CLDR, "d MMMM y": letters are fields, what stands in quotes is text. -->
  <xsl:function name="local:format" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="locale" as="element(ed:locale)"/>
    <xsl:variable name="fields" as="xs:string*" select="tokenize($iso, '-')"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:analyze-string select="$pattern" regex="'([^']*)'|d+|[ML]+|y+">
        <xsl:matching-substring>
          <xsl:sequence select="
            if (starts-with(., 'd')) then local:day(xs:integer($fields[3]), $locale/@xml:lang)
            else if (starts-with(., 'y')) then $fields[1]
            else if (starts-with(., '''')) then regex-group(1)
            else string($locale/ed:month[@n eq string(xs:integer($fields[2]))])"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($words)"/>
  </xsl:function>

  <!-- French writes the first of a month as an ordinal, which the CLDR's pattern does not. -->
  <xsl:function name="local:day" as="xs:string">
    <xsl:param name="day" as="xs:integer"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="if ($day eq 1 and $language eq 'fr') then '1er' else string($day)"/>
  </xsl:function>

</xsl:stylesheet>
