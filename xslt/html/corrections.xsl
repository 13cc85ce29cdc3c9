<?xml version="1.0" encoding="UTF-8"?>
<!-- Corrections: the corrected text and the source's reading, of which a reader sees the one, the other, or both;
     abbreviations. What was done to the page itself stands in interventions.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/corrections.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A short correction: the source's reading stands small above the word, between brackets where there is no ruby. -->
  <xsl:template match="choice[sic and corr or orig and reg]" mode="ed:text" as="element(h:ruby)">
    <xsl:variable name="source" as="element()" select="(sic, orig)[1]"/>
    <xsl:variable name="reading" as="element()" select="(corr, reg)[1]"/>
    <ruby class="correction" title="{ed:label('source-has')} {normalize-space($source)}">
      <xsl:sequence select="ed:common(.)"/>
      <ins>
        <xsl:sequence select="ed:common($reading)"/>
        <xsl:apply-templates select="$reading/node()" mode="ed:text"/>
      </ins>
      <rp> [</rp>
      <rt>
        <del>
          <xsl:sequence select="ed:common($source)"/>
          <xsl:apply-templates select="$source/node()" mode="ed:text"/>
        </del>
      </rt>
      <rp>] </rp>
    </ruby>
  </xsl:template>

  <!-- A long one, or one that holds others: the source's reading follows in brackets. -->
  <xsl:template match="choice[sic and corr or orig and reg][string-length(normalize-space()) gt 50 or .//choice or .//note]"
    mode="ed:text" priority="1" as="element(h:span)">
    <span class="correction">
      <xsl:sequence select="ed:common(.)"/>
      <ins>
        <xsl:apply-templates select="(corr, reg)[1]/node()" mode="ed:text"/>
      </ins>
      <span class="bracket"> [</span>
      <del title="{ed:label('source-reading')}">
        <xsl:apply-templates select="(sic, orig)[1]/node()" mode="ed:text"/>
      </del>
      <span class="bracket">]</span>
    </span>
  </xsl:template>

  <xsl:template match="choice[abbr and (expan or ex)]" mode="ed:text" priority="2" as="element(h:span)">
    <span class="abbreviation">
      <xsl:sequence select="ed:common(.)"/>
      <abbr>
        <xsl:apply-templates select="abbr/node()" mode="ed:text"/>
      </abbr>
      <ins class="of-editors" title="{ed:label('expanded')}">
        <xsl:text> [</xsl:text>
        <xsl:apply-templates select="(expan | ex)[1]/node()" mode="ed:text"/>
        <xsl:text>]</xsl:text>
      </ins>
    </span>
  </xsl:template>

  <!-- Other alternatives are all shown. -->
  <xsl:template match="choice" mode="ed:text" priority="-0.4" as="element(h:span)">
    <span class="choice">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1"> / </xsl:if>
        <xsl:apply-templates select="." mode="ed:text"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="corr | reg" mode="ed:text" as="element(h:ins)">
    <ins class="{local-name()}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </ins>
  </xsl:template>

  <!-- What is damaged in the source and stays uncorrected, between brackets and called so. -->
  <xsl:template match="sic[not(parent::choice)]" mode="ed:text" as="element(h:span)" priority="1">
    <span class="damaged" title="{ed:label('damaged')}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
      <span class="sic-mark of-editors" lang="la"> [{ed:label('sic')}]</span>
    </span>
  </xsl:template>

  <xsl:template match="sic | orig" mode="ed:text" as="element(h:span)">
    <xsl:call-template name="ed:span"/>
  </xsl:template>

</xsl:stylesheet>
