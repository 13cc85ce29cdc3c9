<?xml version="1.0" encoding="UTF-8"?>
<!-- The last pass: every link leads to something that is in this print; ids that nothing leads to are left out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/tie.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- A prepared document or the edition → its print, tied. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <!-- ed:book: TEI → print, by print.xsl for a document, by volume-parts.xsl for the whole. Starts at TEI. -->
  <xsl:mode name="ed:book" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(Q{}print)">
    <xsl:variable name="print" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="TEI" mode="ed:book"/>
      </xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$print/*" mode="ed:tie"/>
  </xsl:template>

  <!-- ed:tie: a print, or what will be one. Starts at print. -->
  <xsl:mode name="ed:tie" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:key name="local:id" match="*[@id][not(self::print)]" use="@id" xpath-default-namespace=""/>
  <xsl:key name="local:to" match="*[@to | @far]" use="@to, @far" xpath-default-namespace=""/>

  <!-- A link to what is not here stays as words that a volume can link. -->
  <xsl:template match="@to[not(key('local:id', .))]" mode="ed:tie" as="attribute(far)">
    <xsl:attribute name="far" select="."/>
  </xsl:template>

  <xsl:template match="@far[key('local:id', .)]" mode="ed:tie" as="attribute(to)">
    <xsl:attribute name="to" select="."/>
  </xsl:template>

  <!-- An id that was used before gets a number, so that a print can be made of a text that repeats one. -->
  <xsl:template match="@id[key('local:id', .)[1][not(. is current()/..)]]" mode="ed:tie" as="attribute(id)" priority="1">
    <xsl:attribute name="id" select=". || '.again' || count(key('local:id', .)[. &lt;&lt; current()/..])"/>
  </xsl:template>

  <xsl:template match="(p | block | line | item | span | figure)/@id[not(key('local:to', .))]" mode="ed:tie"
    as="empty-sequence()" xpath-default-namespace="">
    <xsl:sequence select="()"/>
  </xsl:template>

</xsl:stylesheet>
