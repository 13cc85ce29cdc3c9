<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 20: rewrite every pointer so that it needs no prefix and no other file: `#persons.antonescu-ion`. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- resolve: the gathered document. Starts at the document node; `in` is the file that a pointer was written in. -->
  <xsl:mode name="resolve" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- What a pointer that was written in a file is in the prepared document. -->
  <xsl:key name="ed:target" match="ed:target" use="../@path, @of" composite="yes"/>

  <xsl:variable name="ed:own-path" as="xs:string" select="string($slice/ed:slice/ed:file[1]/@path)"/>

  <xsl:template match="/TEI/standOff/*[@source]" mode="resolve" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="resolve">
        <xsl:with-param name="in" tunnel="yes" select="string(@source)"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="resolve" as="element()"
    match="(seriesStmt | editionStmt)[parent::fileDesc] | classDecl[parent::encodingDesc]">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="resolve">
        <xsl:with-param name="in" tunnel="yes" select="'edition.xml'"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@*" mode="resolve" as="attribute()">
    <xsl:param name="in" as="xs:string" tunnel="yes" select="$ed:own-path"/>
    <xsl:variable name="pointers" as="xs:string*" select="tokenize(.)"/>
    <xsl:variable name="targets" as="element(ed:target)*"
      select="$pointers ! key('ed:target', ($in, .), $slice)"/>
    <xsl:choose>
      <xsl:when test="ed:points(.) and exists($targets) and count($targets) eq count($pointers)">
        <xsl:attribute name="{name()}" select="$targets/@is"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Attributes whose words may look like a pointer that stands elsewhere but are none. -->
  <xsl:function name="ed:points" as="xs:boolean">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="
      not(node-name($attribute) = (xs:QName('xml:id'), xs:QName('xml:lang'), xs:QName('n'),
        xs:QName('type'), xs:QName('subtype'), xs:QName('key'), xs:QName('ident')))"/>
  </xsl:function>

</xsl:stylesheet>
