<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates of the text: marked for the back matter to find; and the order of dates. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/dates.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="text//date[exists(ed:normal-date(.))]" mode="ed:print" as="element(Q{}date)" priority="1">
    <date>
      <xsl:sequence select="ed:normal-date(.)"/>
      <xsl:apply-templates select="." mode="ed:own-language"/>
    </date>
  </xsl:template>

  <!-- What a date is by the calendar; a print keeps `to` for its links, so that the names are those with `-iso`. -->
  <xsl:function name="ed:normal-date" as="attribute()*">
    <xsl:param name="date" as="element()"/>
    <xsl:for-each select="('when', 'from', 'to', 'notBefore', 'notAfter')">
      <xsl:variable name="name" as="xs:string" select="."/>
      <xsl:for-each select="($date/@*[local-name() = ($name, $name || '-iso')])[normalize-space()][1]">
        <xsl:attribute name="{$name}-iso" select="normalize-space()"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- The dates of the texts that are not the translation of one; editors’ notes aside. -->
  <xsl:variable name="ed:dates" as="element(Q{}date)*" xpath-default-namespace="" select="
    $ed:texts//date[not(ancestor::note)][ed:date-of(.)]
      [not(ed:iso(.) = ed:original-row(.)//date/ed:iso(.))][ed:place(.)]"/>

  <!-- A date as one string: equal where dates are. -->
  <xsl:function name="ed:iso" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="
      string-join(('when', 'from', 'to', 'notBefore', 'notAfter') ! (let $name := . || '-iso' return string($date/@*[local-name() eq $name])), '/')"/>
  </xsl:function>

  <!-- What a date sorts by: the year, as a number, and then the rest of its first day; a year before its months and days. -->
  <xsl:function name="ed:first-year" as="xs:double">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="number(replace(ed:first-day($date), '^(-?\d+).*$', '$1'))"/>
  </xsl:function>

  <xsl:function name="ed:first-day" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string($date/(@when-iso, @from-iso, @notBefore-iso, @to-iso, @notAfter-iso)[1])"/>
  </xsl:function>

  <!-- Where dates begin alike, a day comes before days, and what has no end comes last. -->
  <xsl:function name="ed:last-day" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string(($date/(@when-iso, @to-iso, @notAfter-iso), '~')[1])"/>
  </xsl:function>

</xsl:stylesheet>
