<?xml version="1.0" encoding="UTF-8"?>
<!-- Many documents: a line for each, by the years in which they were written. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/contents-years.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A year as a heading; documents without a date come last. -->
  <xsl:function name="ed:year-name" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:sequence select="if ($year eq 'undated') then ed:label('undated') else $year"/>
  </xsl:function>

  <!-- The lines of some documents below their years, with jumps to these. -->
  <xsl:template name="ed:by-year" as="element()+">
    <xsl:param name="facts" as="element(ed:facts)+"/>
    <xsl:variable name="years" as="xs:string+" select="sort(distinct-values($facts/@year))"/>
    <xsl:call-template name="ed:filter">
      <xsl:with-param name="languages" select="$facts ! ed:facts-languages(.)"/>
    </xsl:call-template>
    <nav class="letters" aria-label="{ed:label('years')}">
      <xsl:for-each select="$years">
        <xsl:text> </xsl:text>
        <a href="#page:year-{.}">{ed:year-name(.)}</a>
      </xsl:for-each>
    </nav>
    <xsl:for-each-group select="$facts" group-by="string(@year)">
      <xsl:sort select="current-grouping-key()"/>
      <section class="year" aria-labelledby="page:year-{current-grouping-key()}">
        <h3 id="page:year-{current-grouping-key()}">{ed:year-name(current-grouping-key())}</h3>
        <xsl:call-template name="ed:document-lines">
          <xsl:with-param name="facts" select="current-group()"/>
        </xsl:call-template>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A line for each document, in the order of their dates. -->
  <xsl:template name="ed:document-lines" as="element(h:ol)">
    <xsl:param name="facts" as="element(ed:facts)+"/>
    <ol class="lines">
      <xsl:for-each select="$facts">
        <xsl:sort select="(ed:created/(@when, @from, @notBefore, @to, @notAfter))[1]"/>
        <xsl:sort select="@doc"/>
        <li class="line" data-languages="{ed:facts-languages(.)}">
          <a class="headword" href="{$root}documents/{ed:own-page(ed:page)}">
            <xsl:sequence select="ed:facts-title(.)"/>
          </a>
          <span class="details"> {string-join(ed:facts-details(.), ' · ')}</span>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- The years, each with its number of documents, where each has a page of its own. -->
  <xsl:template name="ed:years" as="element(h:ol)">
    <ol class="years">
      <xsl:for-each select="$years//ed:year">
        <li>
          <a href="{$root}years/{ed:address(@year)}">{ed:year-name(@year)}</a>
          <span class="details"> {@documents} {lower-case(ed:label('documents'))}</span>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

</xsl:stylesheet>
