<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 30: give an id to every block and note of the text that has none, and a language to every division. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- identify: the resolved document. Starts at the document node. -->
  <xsl:mode name="identify" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- The language of the whole: the root's, or else that of the original, or the first declared. -->
  <xsl:template match="/TEI" mode="identify" as="element(TEI)">
    <xsl:copy>
      <xsl:attribute name="xml:lang" select="
        head((@xml:lang, text//div[@type eq 'original']/@xml:lang, teiHeader/profileDesc/langUsage/language/@ident, 'und'))"/>
      <xsl:apply-templates select="@* except @xml:lang, node()" mode="identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="identify" as="element()"
    match="(p | ab | head | s | note | figure | lg | l | list | table)[ancestor::text][not(@xml:id)]">
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:copy>
      <xsl:attribute name="xml:id">
        <xsl:sequence select="$name || '.'"/>
        <xsl:number level="any" from="text" count="*[local-name() eq $name][not(@xml:id)]"/>
      </xsl:attribute>
      <xsl:apply-templates select="@* | node()" mode="identify"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
