<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates and figures: the words of the text, with what they mean for machines and on hover. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/dates.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A day, month or year of our era is a `time`. -->
  <xsl:template mode="ed:text" priority="1" as="element(h:time)"
    match="(date | time | origDate)[local:is-html-date(@when)]">
    <time datetime="{@when}">
      <xsl:sequence select="ed:common(.), local:title(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </time>
  </xsl:template>

  <!-- HTML has no way to write a span of time or an uncertain date. -->
  <xsl:template match="date | time | origDate" mode="ed:text" as="element(h:span)">
    <span class="date">
      <xsl:sequence select="ed:common(.), local:title(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </span>
  </xsl:template>

  <xsl:function name="local:is-html-date" as="xs:boolean">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="
      matches($when, '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$') and not(starts-with($when, '0000'))
      and ($when castable as xs:date or $when castable as xs:gYearMonth or $when castable as xs:gYear)"/>
  </xsl:function>

  <!-- The date in full, where the words of the text are not that already. -->
  <xsl:function name="local:title" as="attribute(title)?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="full" as="xs:string" select="ed:date-of($date)"/>
    <xsl:if test="$full ne '' and $full ne ed:text($date)">
      <xsl:attribute name="title" select="$full"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="measure | num" mode="ed:text" as="element()">
    <xsl:variable name="value" as="xs:string?" select="(@quantity, @value)[1]"/>
    <xsl:element name="{if ($value) then 'data' else 'span'}">
      <xsl:attribute name="class" select="'figure-of', 'victims'[current()/@commodity eq 'victims']"/>
      <xsl:if test="$value">
        <xsl:attribute name="value" select="$value"/>
      </xsl:if>
      <xsl:sequence select="ed:common(.), local:quantity(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <!-- The number in digits, where the words have none. -->
  <xsl:function name="local:quantity" as="attribute(title)?">
    <xsl:param name="figure" as="element()"/>
    <xsl:variable name="number" as="xs:string?" select="$figure/(@quantity, @value)[1]"/>
    <xsl:if test="$number and not(matches(ed:text($figure), '[0-9]'))">
      <xsl:attribute name="title" select="$number"/>
    </xsl:if>
  </xsl:function>

  <!-- A number that is written with blanks, "13 266", is not broken at them. -->
  <xsl:template match="text()[ancestor::measure or ancestor::num][matches(., '[0-9]\s[0-9]')]" mode="ed:text"
    as="node()*">
    <xsl:analyze-string select="ed:one-line(.)" regex="[0-9]+(\s[0-9]+)+">
      <xsl:matching-substring>
        <span class="digits">{.}</span>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <xsl:template match="geo" mode="ed:text" as="element(h:span)">
    <xsl:call-template name="ed:span"/>
  </xsl:template>

</xsl:stylesheet>
