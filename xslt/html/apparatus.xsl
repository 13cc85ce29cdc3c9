<?xml version="1.0" encoding="UTF-8"?>
<!-- Places where witnesses differ: the reading that the edition follows stands in the text, the others in a note. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="app" mode="ed:text" as="element(h:span)">
    <span class="app">
      <xsl:apply-templates select="(lem, rdg)[1]/node()" mode="ed:text"/>
      <xsl:call-template name="ed:note-mark"/>
    </span>
  </xsl:template>

  <!-- In a note or a header there is no room for another note. -->
  <xsl:template match="app[not(ed:is-footnote(.))]" mode="ed:text" priority="1" as="element(h:span)">
    <span class="app">
      <xsl:apply-templates select="(lem, rdg)[1]/node()" mode="ed:text"/>
      <xsl:text> [</xsl:text>
      <xsl:call-template name="ed:readings"/>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <!-- The readings of a place: "three A] two B". -->
  <xsl:template name="ed:readings" as="node()*">
    <xsl:variable name="followed" as="element()?" select="(lem, rdg)[1]"/>
    <span class="lemma">{ed:text($followed)}{ed:sigla($followed)[.] ! (' ' || .)}] </span>
    <xsl:for-each select=".//rdg except $followed">
      <xsl:if test="position() gt 1">; </xsl:if>
      <span class="rdg">
        <xsl:sequence select="ed:common(.)"/>
        <xsl:apply-templates mode="ed:text"/>
        <xsl:if test="not(normalize-space())">
          <em lang="{$ed:language}">{ed:label('rdg-empty')}</em>
        </xsl:if>
      </span>
      <xsl:text>{ed:sigla(.)[.] ! (' ' || .)}</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="note">
      <xsl:text>. </xsl:text>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
