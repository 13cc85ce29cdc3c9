<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register: its own entries, and its place among the registers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Not those that it carries. -->
  <xsl:function name="ed:own-entries" as="element()*">
    <xsl:param name="register" as="element(TEI)"/>
    <xsl:sequence select="
      $register/(standOff[not(@type eq 'carried')] | text)
        //(person | personGrp | place | org | event | bibl | biblStruct | object)[@xml:id]"/>
  </xsl:function>

  <!-- Persons, places, organisations, events, then others; the bibliography comes last. -->
  <xsl:function name="ed:register-rank" as="xs:integer">
    <xsl:param name="register" as="element(TEI)"/>
    <xsl:variable name="kind" as="xs:string?" select="ed:own-entries($register)[1]/local-name()"/>
    <xsl:sequence select="
      (index-of(('person', 'place', 'org', 'event', 'other', 'bibl'), $kind), 5)[1]"/>
  </xsl:function>

</xsl:stylesheet>
