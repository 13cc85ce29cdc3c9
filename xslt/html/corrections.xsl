<?xml version="1.0" encoding="UTF-8"?>
<!-- Corrections: the corrected text is read, the source's reading stands above it;
     abbreviations, additions, deletions, and what is hard to read or lost. -->
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
      <xsl:text> </xsl:text>
      <del title="{ed:label('source-reading')}">
        <xsl:text>[</xsl:text>
        <xsl:apply-templates select="(sic, orig)[1]/node()" mode="ed:text"/>
        <xsl:text>]</xsl:text>
      </del>
    </span>
  </xsl:template>

  <xsl:template match="choice[abbr and (expan or ex)]" mode="ed:text" priority="2" as="element(h:span)">
    <span class="abbreviation">
      <xsl:sequence select="ed:common(.)"/>
      <abbr>
        <xsl:apply-templates select="abbr/node()" mode="ed:text"/>
      </abbr>
      <xsl:text> </xsl:text>
      <ins title="{ed:label('expanded')}">
        <xsl:text>[</xsl:text>
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

  <xsl:template match="corr | reg | add" mode="ed:text" as="element(h:ins)">
    <ins class="{local-name()}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </ins>
  </xsl:template>

  <xsl:template match="del | surplus" mode="ed:text" as="element(h:del)">
    <del class="{local-name()}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </del>
  </xsl:template>

  <!-- What is damaged in the source and stays uncorrected, between brackets and called so. -->
  <xsl:template match="sic[not(parent::choice)]" mode="ed:text" as="element(h:span)" priority="1">
    <span class="damaged" title="{ed:label('damaged')}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
      <span class="sic-mark" lang="la"> [{ed:label('sic')}]</span>
    </span>
  </xsl:template>

  <xsl:template match="sic | orig | subst | damage | restore | space" mode="ed:text" as="element(h:span)">
    <xsl:call-template name="ed:span"/>
  </xsl:template>

  <xsl:template match="supplied | unclear" mode="ed:text" as="element(h:span)">
    <span class="{local-name()}" title="{ed:label(local-name())}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates mode="ed:text"/>
      <xsl:text>{'?'[current()/self::unclear]}]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="gap" mode="ed:text" as="element(h:span)">
    <span class="gap" title="{string-join((ed:label('gap'), @reason, @quantity, @unit), ' ')}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:text>[…]</xsl:text>
      <xsl:apply-templates mode="ed:text"/>
    </span>
  </xsl:template>

  <!-- An apparatus entry: the reading that is followed, then the others with their witnesses. -->
  <xsl:template match="app" mode="ed:text" as="element(h:span)">
    <span class="choice">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates select="lem" mode="ed:text"/>
      <xsl:for-each select=".//rdg">
        <del class="rdg">
          <xsl:text> [</xsl:text>
          <xsl:apply-templates mode="ed:text"/>
          <xsl:text>{@wit ! (': ' || replace(., '#', ''))}]</xsl:text>
        </del>
      </xsl:for-each>
      <xsl:apply-templates select="note" mode="ed:text"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
