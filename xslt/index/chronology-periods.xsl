<?xml version="1.0" encoding="UTF-8"?>
<!-- The ways through a chronology that is divided: to the years or months before and after, and to those inside. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:svg="http://www.w3.org/2000/svg" xmlns:local="xslt/index/chronology-periods.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:periods-beside" as="element(h:nav)?">
    <xsl:variable name="own" as="element(ed:period)?" select="$beside//ed:period[@name eq $period]"/>
    <xsl:variable name="year" as="xs:string?" select="replace($period, '-\d\d$', '')[matches($period, '\d-\d\d$')]"/>
    <xsl:if test="$own">
      <nav class="letters" aria-label="{ed:label('years')}">
        <a href="{$root}{ed:address('chronology')}">{ed:label('chronology')}</a>
        <xsl:for-each select="$year">
          <xsl:text> </xsl:text>
          <a href="{ed:address(.)}">{.}</a>
        </xsl:for-each>
        <xsl:for-each select="$own/(preceding-sibling::ed:period[1], following-sibling::ed:period[1])">
          <xsl:text> </xsl:text>
          <a href="{ed:address(@name)}">{
            '← '[current() &lt;&lt; $own]}{ed:date(@name, $ed:language)}{' →'[current() &gt;&gt; $own]}</a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Years or months as a list, each with its number of sentences as a number and as a bar. -->
  <xsl:template name="ed:periods-inside" as="element(h:ol)?">
    <xsl:variable name="most" as="xs:double?" select="max($inside//ed:period/number(@units))"/>
    <xsl:variable name="folder" as="xs:string" select="if ($period) then '' else 'chronology/'"/>
    <xsl:if test="exists($most)">
      <ol class="periods">
        <xsl:for-each select="$inside//ed:period">
          <li>
            <a href="{$folder}{ed:address(@name)}">{ed:date(@name, $ed:language)}</a>
            <span class="details"> {ed:digits(@units)} {ed:label(if (@units eq '1') then 'sentence' else 'sentences') => lower-case()}</span>
            <svg:svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <svg:rect width="{format-number(100 * number(@units) div $most, '0.##')}" height="1"/>
            </svg:svg>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
