<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of registers: how one is called, how it sorts, where authorities have it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/lib/entries.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:variable name="local:authorities" as="element(ed:authority)*" static="yes"
    select="doc('authorities.xml')/ed:authorities/ed:authority"/>

  <!-- What a name is sorted by in the language of the page. Romanian has letters of its own, each after the letter
       that it is made of (CLDR: `A < ă < â`, `I < î`, `S < ș = ş`, `T < ț = ţ`); elsewhere accents come last. -->
  <xsl:function name="ed:sort-key" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="ed:folded(if ($ed:language eq 'ro') then local:romanian($name) else $name)"/>
  </xsl:function>

  <!-- A name whose Romanian letters are two: the plain one, and one that comes after all of the Latin alphabet. -->
  <xsl:function name="local:romanian" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
      upper-case(normalize-unicode($name, 'NFC'))
        => replace('Ă', 'AΩ') => replace('Â', 'AΩΩ') => replace('Î', 'IΩ') => replace('[ȘŞ]', 'SΩ') => replace('[ȚŢ]', 'TΩ')"/>
  </xsl:function>

  <!-- The letter that a name stands under: without its accent, but for Romanian letters in Romanian. -->
  <xsl:function name="ed:initial" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="first" as="xs:string"
      select="translate(substring(upper-case(normalize-unicode($name, 'NFC')), 1, 1), 'ŞŢ', 'ȘȚ')"/>
    <xsl:sequence select="
      if ($ed:language eq 'ro' and contains('ĂÂÎȘȚ', $first)) then $first else substring(ed:folded($name), 1, 1)"/>
  </xsl:function>

  <!-- The order of names, where their keys leave them equal. -->
  <xsl:variable name="ed:collation" as="xs:string"
    select="'http://www.w3.org/2013/collation/UCA?lang=' || $ed:language || ';strength=tertiary'"/>

  <!-- The names of an entry, the standard ones first. -->
  <xsl:function name="ed:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="
      $entry/(persName | placeName | geogName | orgName | eventName | name | objectName | label | head)"/>
    <xsl:variable name="titles" as="element()*"
      select="if ($names) then () else ($entry/title, $entry/(analytic | monogr)/title)"/>
    <xsl:sequence select="($names, $titles)[not(@type eq 'variant')], ($names, $titles)[@type eq 'variant']"/>
  </xsl:function>

  <!-- Whether a name is what something is called, not a variant, or the name at birth or of another time. -->
  <xsl:function name="ed:is-standard" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="not($name/@type) or $name/@type = ('main', 'standard', 'preferred') or exists($name/self::title)"/>
  </xsl:function>

  <!-- What an entry is called in a language. -->
  <xsl:function name="ed:name-of" as="xs:string" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="ed:name-of($entry, $ed:language)"/>
  </xsl:function>

  <xsl:function name="ed:name-of" as="xs:string" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="name" as="element()?"
      select="head(ed:in-language(ed:names($entry), $language))"/>
    <xsl:sequence select="
      string(head((ed:text($name)[.], ed:first-words(ed:text($entry), 12)[.], $entry/@xml:id)))"/>
  </xsl:function>

  <!-- What an entry is called in a list that is sorted: "Antonescu, Ion". -->
  <xsl:function name="ed:sort-name" as="xs:string" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="name" as="element()?"
      select="head(ed:in-language(ed:names($entry), $language))"/>
    <xsl:sequence select="
      if (ed:text($name)) then ed:sort-form($name, $entry)
      else if ($entry[self::bibl | self::biblStruct]) then ed:name-of($entry, $language)
      else ed:capitalised(ed:name-of($entry, $language))"/>
  </xsl:function>

  <!-- One of an entry’s names as it stands in such a list. -->
  <xsl:function name="ed:sort-form" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      if ($name/surname) then string-join((ed:text($name/surname), $name/(forename, genName, nameLink) ! ed:text(.)), ', ')
        => local:one-comma()
      else if ($entry[self::bibl | self::biblStruct]) then ed:text($name)
      else ed:capitalised(ed:text($name))"/>
  </xsl:function>

  <!-- "Ribbentrop, Joachim, von" is written "Ribbentrop, Joachim von". -->
  <xsl:function name="local:one-comma" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($name, ', ')"/>
    <xsl:sequence select="
      string-join((head($parts), string-join(tail($parts), ' ')[.]), ', ')"/>
  </xsl:function>

  <!-- The authority that an `idno` belongs to, if we know it. -->
  <xsl:function name="ed:authority" as="element(ed:authority)?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:sequence select="$local:authorities[@type eq lower-case($idno/@type)]"/>
  </xsl:function>

  <!-- Where the authority has what an `idno` identifies; empty where the identifier has another form. -->
  <xsl:function name="ed:authority-url" as="xs:string?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="authority" as="element(ed:authority)?" select="ed:authority($idno)"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($idno)"/>
    <xsl:if test="$authority and matches($value, '^(' || $authority/@url-for || ')$')">
      <xsl:sequence select="replace($authority/@url, '\$1', $value)"/>
    </xsl:if>
  </xsl:function>

  <!-- The authority whose address an outside link is. -->
  <xsl:function name="ed:authority-of" as="element(ed:authority)?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="$local:authorities[matches($address, @match)][1]"/>
  </xsl:function>

</xsl:stylesheet>
