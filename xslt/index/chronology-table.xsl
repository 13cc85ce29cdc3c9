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
      <section class="year" aria-labelledby="page:year-{current-grouping-key()}">
        <h2 id="page:year-{current-grouping-key()}">
          <xsl:if test="$period">
            <xsl:attribute name="class" select="'for-speech'"/>
          </xsl:if>
          <xsl:text>{current-grouping-key()}</xsl:text>
        </h2>
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
            <xsl:call-template name="ed:said-in">
              <xsl:with-param name="said" select="ed:date-of(.)"/>
              <xsl:with-param name="marked" select="current-group()"/>
              <xsl:with-param name="id" select="'page:' || current-grouping-key()"/>
              <xsl:with-param name="most" select="ed:most-quoted(count($local:dates))"/>
            </xsl:call-template>
          </xsl:for-each-group>
        </table>
      </section>
    </xsl:for-each-group>
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
