<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI's datatypes as RELAX NG, pattern for pattern as TEI P5 4.12.0 compiles them. The one place that knows them. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/schema/datatypes.xsl"
  xmlns="http://relaxng.org/ns/structure/1.0"
  expand-text="no"
  exclude-result-prefixes="#all">

  <xsl:variable name="local:word" as="element()">
    <data type="token"><param name="pattern">[^\p{C}\p{Z}]+</param></data>
  </xsl:variable>

  <xsl:variable name="local:numeric" as="element()">
    <choice>
      <data type="double"/>
      <data type="token"><param name="pattern">(\-?[\d]+/\-?[\d]+)</param></data>
      <data type="decimal"/>
    </choice>
  </xsl:variable>

  <xsl:variable name="local:temporal" as="element()">
    <choice>
      <data type="date"/>
      <data type="gYear"/>
      <data type="gMonth"/>
      <data type="gDay"/>
      <data type="gYearMonth"/>
      <data type="gMonthDay"/>
      <data type="time"/>
      <data type="dateTime"/>
    </choice>
  </xsl:variable>

  <xsl:variable name="local:certainty" as="element()">
    <choice>
      <value>high</value>
      <value>medium</value>
      <value>low</value>
      <value>unknown</value>
    </choice>
  </xsl:variable>

  <xsl:variable name="local:language" as="element()">
    <choice>
      <data type="language"/>
      <value/>
    </choice>
  </xsl:variable>

  <xsl:variable name="local:truth" as="element()">
    <choice>
      <data type="boolean"/>
      <value>unknown</value>
      <value>inapplicable</value>
    </choice>
  </xsl:variable>

  <xsl:variable name="local:pointer" as="element()">
    <data type="anyURI"><param name="pattern">\S+</param></data>
  </xsl:variable>

  <xsl:variable name="local:patterns" as="map(xs:string, element())">
    <xsl:map>
      <xsl:map-entry key="'teidata.word'" select="$local:word"/>
      <xsl:map-entry key="'teidata.enumerated'" select="$local:word"/>
      <xsl:map-entry key="'teidata.numeric'" select="$local:numeric"/>
      <xsl:map-entry key="'teidata.temporal.w3c'" select="$local:temporal"/>
      <xsl:map-entry key="'teidata.certainty'" select="$local:certainty"/>
      <xsl:map-entry key="'teidata.language'" select="$local:language"/>
      <xsl:map-entry key="'teidata.xTruthValue'" select="$local:truth"/>
      <xsl:map-entry key="'teidata.pointer'" select="$local:pointer"/>
      <xsl:map-entry key="'teidata.text'"><data type="string"/></xsl:map-entry>
      <xsl:map-entry key="'teidata.count'"><data type="nonNegativeInteger"/></xsl:map-entry>
      <xsl:map-entry key="'teidata.truthValue'"><data type="boolean"/></xsl:map-entry>
      <xsl:map-entry key="'teidata.xmlName'"><data type="NCName"/></xsl:map-entry>
      <xsl:map-entry key="'teidata.name'"><data type="Name"/></xsl:map-entry>
      <xsl:map-entry key="'teidata.pattern'"><data type="token"/></xsl:map-entry>
      <xsl:map-entry key="'teidata.replacement'"><text/></xsl:map-entry>
      <xsl:map-entry key="'teidata.prefix'"><data type="token"><param name="pattern">[a-z][a-z0-9\+\.\-]*</param></data></xsl:map-entry>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="ed:is-tei-datatype" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="map:contains($local:patterns, $name)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- The pattern of a datatype of TEI. -->
  <xsl:function name="ed:tei-datatype" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="$local:patterns($name)"/>
  </xsl:function>

</xsl:stylesheet>
