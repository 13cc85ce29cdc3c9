<?xml version="1.0" encoding="UTF-8"?>
<!-- The dates in their order: each with the sentences that have it, which lead to the documents. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/chronology-table.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="ed:dated" match="ed:date" use="ed:date-key(.)"/>
  <xsl:key name="local:mark" match="ed:mark" use="@key"/>

  <!-- The dates that the line has, in its documents' own words. -->
  <xsl:variable name="local:dates" as="element(ed:date)*"
    select="$facts/ed:all/ed:facts/ed:own-units(.)//ed:date[key('local:mark', ed:date-key(.), $timeline)]"/>

  <!-- Sentences of one date that are quoted where a page has very many; of others it is said where they are. -->
  <xsl:variable name="local:quoted" as="xs:integer" select="if (count($local:dates) gt 1000) then 50 else 1000"/>

  <xsl:template name="ed:dates-by-year" as="element()+">
    <xsl:if test="not($period)">
      <nav class="letters" aria-label="{ed:label('years')}">
        <xsl:for-each select="sort(distinct-values($local:dates ! local:year(.)))">
          <xsl:text> </xsl:text>
          <a href="#page:year-{.}">{.}</a>
        </xsl:for-each>
      </nav>
    </xsl:if>
    <xsl:for-each-group select="$local:dates" group-by="local:year(.)">
      <xsl:sort select="current-grouping-key()"/>
      <section class="year" aria-labelledby="{if ($period) then 'page:line-title' else 'page:year-' || current-grouping-key()}">
        <xsl:if test="not($period)">
          <h2 id="page:year-{current-grouping-key()}">{current-grouping-key()}</h2>
        </xsl:if>
        <table class="dated">
          <thead class="for-speech">
            <tr>
              <th scope="col">{ed:label('when')}</th>
              <th scope="col">{ed:capitalised(ed:label('sentence'))}</th>
            </tr>
          </thead>
          <xsl:for-each-group select="current-group()" group-by="ed:date-key(.)">
            <xsl:sort select="local:start(.)"/>
            <xsl:sort select="current-grouping-key()"/>
            <xsl:call-template name="local:date"/>
          </xsl:for-each-group>
        </table>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A date and all the sentences that have it, by document. -->
  <xsl:template name="local:date" as="element(h:tbody)">
    <xsl:variable name="date" as="element(ed:date)" select="."/>
    <xsl:variable name="units" as="element(ed:unit)+" select="current-group()/ancestor::ed:unit[1]"/>
    <xsl:variable name="dates" as="element(ed:date)+" select="current-group()"/>
    <xsl:variable name="further" as="element(ed:unit)*" select="$units[position() gt $local:quoted]"/>
    <tbody id="page:{current-grouping-key()}">
      <xsl:for-each select="$units except $further">
        <tr>
          <xsl:if test="position() eq 1">
            <th scope="rowgroup" rowspan="{last() + count($further[1])}">{ed:date-of($date)}</th>
          </xsl:if>
          <td>
            <xsl:call-template name="ed:tell">
              <xsl:with-param name="marked" select="$dates[ancestor::ed:unit[1] is current()]"/>
            </xsl:call-template>
          </td>
        </tr>
      </xsl:for-each>
      <xsl:if test="$further">
        <xsl:call-template name="local:further">
          <xsl:with-param name="units" select="$further"/>
        </xsl:call-template>
      </xsl:if>
    </tbody>
  </xsl:template>

  <!-- Where sentences are that are not quoted, by document. -->
  <xsl:template name="local:further" as="element(h:tr)">
    <xsl:param name="units" as="element(ed:unit)+"/>
    <tr>
      <td>
        <details>
          <summary>+ {ed:digits(string(count($units)))} {ed:label(if (count($units) eq 1) then 'sentence' else 'sentences') => lower-case()}</summary>
          <xsl:for-each-group select="$units" group-by="string(../@doc)">
            <p class="from">
              <cite>
                <xsl:sequence select="ed:facts-title(..)"/>
              </cite>
              <xsl:for-each select="current-group()">
                <xsl:text>, </xsl:text>
                <xsl:sequence select="ed:to-sentence(.)"/>
              </xsl:for-each>
            </p>
          </xsl:for-each-group>
        </details>
      </td>
    </tr>
  </xsl:template>

  <!-- The first day, month or year that a date speaks of. -->
  <xsl:function name="local:start" as="xs:string">
    <xsl:param name="date" as="element(ed:date)"/>
    <xsl:sequence select="string($date/(@when, @from, @to, @notBefore, @notAfter)[1])"/>
  </xsl:function>

  <xsl:function name="local:year" as="xs:integer">
    <xsl:param name="date" as="element(ed:date)"/>
    <xsl:sequence select="xs:integer(replace(local:start($date), '^(-?[0-9]+).*$', '$1'))"/>
  </xsl:function>

</xsl:stylesheet>
