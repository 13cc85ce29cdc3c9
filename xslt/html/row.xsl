<?xml version="1.0" encoding="UTF-8"?>
<!-- A row of versions in columns: a cell for each with its sentences, or why it has none; the notes to it below. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:local="xslt/html/row.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A unit: a cell for each version. -->
  <xsl:template name="ed:row-of" as="element(h:tr)">
    <xsl:param name="unit" as="array(element(s)*)"/>
    <xsl:param name="versions" as="element(div)+"/>
    <xsl:param name="between" as="map(xs:string, node()*)"/>
    <tr>
      <xsl:for-each select="$versions">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <td class="version-{$number}">
          <xsl:sequence select="ed:lang(.)"/>
          <xsl:choose>
            <xsl:when test="exists($unit($number))">
              <xsl:call-template name="local:cell">
                <xsl:with-param name="sentences" select="$unit($number)"/>
                <xsl:with-param name="between" select="$between"/>
                <xsl:with-param name="is-first" select="$number eq 1"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="local:nothing(array:flatten($unit), .)"/>
            </xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <!-- Sentences of a version with all that stands by them. They fold where there is no room for columns. -->
  <xsl:template name="local:cell" as="element(h:details)">
    <xsl:param name="sentences" as="element(s)+"/>
    <xsl:param name="between" as="map(xs:string, node()*)"/>
    <xsl:param name="is-first" as="xs:boolean"/>
    <xsl:param name="ed:level" as="xs:integer" tunnel="yes" select="3"/>
    <details>
      <xsl:if test="$is-first">
        <xsl:attribute name="open" select="'open'"/>
      </xsl:if>
      <summary>
        <xsl:sequence select="ed:interface-lang(.)"/>
        <xsl:text>{ed:capitalised(ed:language-name(@xml:lang))}</xsl:text>
      </summary>
      <xsl:call-template name="ed:part">
        <xsl:with-param name="version" select="."/>
        <xsl:with-param name="pieces" select="local:pieces($sentences, $between)"/>
        <xsl:with-param name="ed:level" tunnel="yes" select="$ed:level + count(head[1])"/>
      </xsl:call-template>
      <xsl:if test="@type eq 'original'">
        <xsl:call-template name="ed:parallels">
          <xsl:with-param name="sentences" select="$sentences"/>
        </xsl:call-template>
      </xsl:if>
    </details>
  </xsl:template>

  <!-- Some sentences and what is shown with them. -->
  <xsl:function name="local:pieces" as="node()*">
    <xsl:param name="sentences" as="element(s)*"/>
    <xsl:param name="between" as="map(xs:string, node()*)"/>
    <xsl:sequence select="$sentences ! (., $between(@xml:id))"/>
  </xsl:function>

  <!-- Below a row, the notes to it, those of each version apart. -->
  <xsl:template name="ed:row-notes" as="element(h:tr)?">
    <xsl:param name="unit" as="array(element(s)*)"/>
    <xsl:param name="between" as="map(xs:string, node()*)"/>
    <xsl:variable name="asides" as="element(h:aside)*">
      <xsl:for-each select="1 to array:size($unit)">
        <xsl:variable name="notes" as="element()*" select="
          local:pieces($unit(.), $between)/descendant-or-self::*[self::note or self::app][ed:is-footnote(.)]"/>
        <xsl:if test="$notes">
          <xsl:call-template name="ed:notes">
            <xsl:with-param name="notes" select="$notes"/>
            <xsl:with-param name="class" select="'version-' || ."/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$asides">
      <tr class="row-notes">
        <td colspan="{array:size($unit)}">
          <div>
            <xsl:sequence select="$asides"/>
          </div>
        </td>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- That a version has nothing for some sentences, and why. -->
  <xsl:function name="local:nothing" as="element(h:p)">
    <xsl:param name="sentences" as="element(s)+"/>
    <xsl:param name="version" as="element(div)"/>
    <xsl:variable name="note" as="element(note)?" select="ed:no-counterpart($sentences, $version)"/>
    <p class="no-counterpart" lang="{$ed:language}" dir="ltr">
      <span class="dash" aria-hidden="true">—</span>
      <xsl:text> </xsl:text>
      <span class="for-speech">{ed:label('no-counterpart')}</span>
      <xsl:for-each select="$note">
        <span class="reason">
          <xsl:sequence select="ed:common(.)"/>
          <xsl:apply-templates mode="ed:text"/>
        </span>
      </xsl:for-each>
    </p>
  </xsl:function>

</xsl:stylesheet>
