<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes of an element: what each says, and which values it can have. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/schema/elements-attributes.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- What people call the datatypes; those of the ODD describe themselves. -->
  <xsl:variable name="local:types" as="map(xs:string, xs:string)" select="map {
    'ID': 'a name that nothing else in the file has',
    'language': 'a language tag',
    'teidata.count': 'a whole number',
    'teidata.enumerated': 'a word',
    'teidata.language': 'a language tag',
    'teidata.name': 'the name of an element',
    'teidata.numeric': 'a number',
    'teidata.pattern': 'a regular expression',
    'teidata.pointer': 'a pointer',
    'teidata.prefix': 'a prefix',
    'teidata.replacement': 'a replacement',
    'teidata.text': 'any text',
    'teidata.truthValue': 'true or false',
    'teidata.word': 'a word'}"/>

  <xsl:function name="ed:datatype" as="xs:string">
    <xsl:param name="reference" as="element(dataRef)"/>
    <xsl:variable name="name" as="xs:string" select="string(($reference/@key, $reference/@name)[1])"/>
    <xsl:variable name="own" as="element(dataSpec)?" select="key('ed:datatype', $name, root($reference))"/>
    <xsl:sequence select="
      if ($own) then replace(ed:description($own), '\.$', '') ! (lower-case(substring(., 1, 1)) || substring(., 2))
      else ($local:types($name), $name)[1]"/>
  </xsl:function>

  <xsl:function name="ed:attributes" as="element(h:ul)">
    <xsl:param name="attributes" as="element(attDef)*"/>
    <ul class="attributes">
      <xsl:for-each select="$attributes">
        <li>
          <code>{@ident}</code>
          <xsl:text> {ed:description(.)} </xsl:text>
          <span class="type">{local:type(.)}</span>
          <xsl:apply-templates select="valList[valItem]" mode="local:values"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <!-- Whether it must be there, and what kind of value it has. -->
  <xsl:function name="local:type" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="many" as="xs:string?" select="'several, with blanks between: '[$attribute/datatype/@maxOccurs = 'unbounded']"/>
    <xsl:variable name="type" as="xs:string" select="
      if ($attribute/valList[@type eq 'closed']) then 'one of these'
      else ($attribute/datatype/dataRef ! ed:datatype(.), 'any text')[1]"/>
    <xsl:sequence select="ed:capitalised('required; '[$attribute/@usage eq 'req'] || $many || $type || '.')"/>
  </xsl:function>

  <!-- values: the list of an attribute's values. Starts at valList. -->
  <xsl:mode name="local:values" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="valList" mode="local:values" as="element(h:ul)">
    <ul class="values">
      <xsl:for-each select="valItem">
        <li><code>{@ident}</code> {ed:description(.)}</li>
      </xsl:for-each>
    </ul>
  </xsl:template>

</xsl:stylesheet>
