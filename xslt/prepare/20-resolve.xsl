<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 20: rewrite every pointer so that it needs no prefix and no other file: `#persons.antonescu-ion`. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- resolve: the gathered document's own pointers. Starts at the document node. -->
  <xsl:mode name="resolve" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- What a pointer that was written in a file is in the prepared document. -->
  <xsl:key name="ed:target" match="ed:target" use="../@path, @of" composite="yes"/>

  <xsl:variable name="ed:own-path" as="xs:string" select="string($slice/ed:slice/ed:file[1]/@path)"/>

  <!-- What was carried in is resolved already. -->
  <xsl:template match="standOff[@type = ('carried', 'parallels')]" mode="resolve" as="element(standOff)">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="@*" mode="resolve" as="attribute()">
    <xsl:sequence select="ed:resolved(., $ed:own-path)"/>
  </xsl:template>

  <!-- An attribute of a file with its pointers as they are in the prepared document. -->
  <xsl:function name="ed:resolved" as="attribute()">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="pointers" as="xs:string*" select="tokenize($attribute)"/>
    <xsl:variable name="targets" as="element(ed:target)*"
      select="$pointers ! key('ed:target', ($path, .), $slice)"/>
    <xsl:choose>
      <xsl:when test="ed:points($attribute) and exists($targets) and count($targets) eq count($pointers)">
        <xsl:attribute name="{name($attribute)}" select="$targets/@is"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$attribute"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Attributes whose words may look like a pointer that stands elsewhere but are none. -->
  <xsl:function name="ed:points" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="
      not(node-name($attribute) = (xs:QName('xml:id'), xs:QName('xml:lang'), xs:QName('n'),
        xs:QName('type'), xs:QName('subtype'), xs:QName('key'), xs:QName('ident')))"/>
  </xsl:function>

</xsl:stylesheet>
