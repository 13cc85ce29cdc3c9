<?xml version="1.0" encoding="UTF-8"?>
<!-- The numbers under which a reader finds sentences, notes and blocks of a document, the same in every page.
     Needs notes.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/lib/numbers.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The number of a note, a sentence or a block. -->
  <xsl:function name="ed:locator" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="
      if ($unit/self::note/@n) then ed:note-number($unit) else ed:number-of($unit)"/>
  </xsl:function>

  <!-- A sentence's number is in its id; other elements are counted in what they stand in, those without words not. -->
  <xsl:function name="ed:number-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/self::s and matches($element/@xml:id, '[0-9]$')) then tokenize($element/@xml:id, '[^0-9]+')[last()]
      else string(local:numbers($element/..)(generate-id($element)))"/>
  </xsl:function>

  <!-- The numbers of all children of an element, counted once: each with those of its name. -->
  <xsl:function name="local:numbers" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="parent" as="node()"/>
    <xsl:map>
      <xsl:for-each-group select="$parent/*" group-by="node-name()">
        <xsl:iterate select="current-group()">
          <xsl:param name="number" as="xs:integer" select="1"/>
          <xsl:map-entry key="generate-id()" select="$number"/>
          <xsl:next-iteration>
            <xsl:with-param name="number" select="if (normalize-space()) then $number + 1 else $number"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

</xsl:stylesheet>
