<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register: its own entries, and its place among the registers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/lib/own-entries.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Not those that it carries. -->
  <xsl:function name="ed:own-entries" as="element()*">
    <xsl:param name="register" as="element(TEI)"/>
    <xsl:sequence select="$register/(standOff[not(@type eq 'carried')] | text)//*[@xml:id][local:is-entry(.)]"/>
  </xsl:function>

  <xsl:function name="ed:is-own-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      local:is-entry($element) and exists($element/@xml:id)
      and exists($element/ancestor::*[self::standOff[not(@type eq 'carried')] or self::text][parent::TEI])"/>
  </xsl:function>

  <xsl:function name="local:is-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/(self::person | self::personGrp | self::place | self::org | self::event | self::bibl
        | self::biblStruct | self::object))"/>
  </xsl:function>

  <!-- Persons, places, organisations, events, then others; the bibliography comes last. -->
  <xsl:function name="ed:register-rank" as="xs:integer">
    <xsl:param name="register" as="element(TEI)"/>
    <xsl:variable name="kind" as="xs:string?" select="ed:own-entries($register)[1]/local-name()"/>
    <xsl:sequence select="
      (index-of(('person', 'place', 'org', 'event', 'other', 'bibl'), $kind), 5)[1]"/>
  </xsl:function>

</xsl:stylesheet>
