<?xml version="1.0" encoding="UTF-8"?>
<!-- Places where witnesses differ: the reading that the edition follows stands in the text, the others in a lettered note. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/apparatus.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="app" mode="ed:print" as="node()*">
    <xsl:apply-templates select="(lem, rdg)[1]" mode="ed:print"/>
    <note id="{ed:apparatus-id(.)}" kind="apparatus" mark="{ed:letter(.)}">
      <xsl:apply-templates select="ancestor::*[@xml:lang][1]/@xml:lang" mode="ed:print"/>
      <xsl:sequence select="local:readings(.)"/>
    </note>
  </xsl:template>

  <!-- In a note, and outside the text, there is no room for another note. -->
  <xsl:template match="app[ancestor::note or ancestor::app or not(ancestor::text)]" mode="ed:print" as="node()*">
    <xsl:apply-templates select="(lem, rdg)[1]" mode="ed:print"/>
    <aside>{' ['}<xsl:sequence select="local:readings(.)"/>]</aside>
  </xsl:template>

  <!-- "three A] two B". -->
  <xsl:function name="local:readings" as="node()*">
    <xsl:param name="place" as="element(app)"/>
    <xsl:variable name="followed" as="element()?" select="$place/(lem, rdg)[1]"/>
    <aside>{ed:text($followed)}{ed:sigla($followed)[.] ! (' ' || .)}] </aside>
    <xsl:for-each select="$place//rdg except $followed">
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:apply-templates select="." mode="ed:print">
        <xsl:with-param name="link" tunnel="yes" select="()"/>
      </xsl:apply-templates>
      <xsl:if test="not(normalize-space())">
        <em>{ed:label('rdg-empty')}</em>
      </xsl:if>
      <xsl:text>{ed:sigla(.)[.] ! (' ' || .)}</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="$place/note">
      <xsl:text>. </xsl:text>
      <xsl:apply-templates mode="ed:print"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
