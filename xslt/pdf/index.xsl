<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes: persons, places, organisations and events by page, with references from their other names; a concordance of dates. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/index.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- `$name` is what the print is called; `$entries` are those of the registers. -->
  <xsl:function name="ed:indexes" as="element(Q{}section)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:variable name="indexes" as="element(Q{}section)*">
      <xsl:for-each-group select="$entries[ed:kind(.) = ('person', 'place', 'org', 'event')][ed:naming(.)]" group-by="ed:kind(.)">
        <xsl:sort select="index-of(('person', 'place', 'org', 'event'), current-grouping-key())"/>
        <section>
          <xsl:sequence select="ed:heading(string-join(('index', $name, current-grouping-key()), '.'), ed:label(current-grouping-key() || 's'), 2)"/>
          <xsl:sequence select="local:lines(current-group())"/>
        </section>
      </xsl:for-each-group>
      <xsl:if test="exists($ed:dates)">
        <section>
          <xsl:sequence select="ed:heading('concordance.' || $name, ed:label('concordance'), 2)"/>
          <xsl:sequence select="local:dates()"/>
        </section>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$indexes">
      <section page="new" kind="index">
        <xsl:sequence select="ed:heading('index.' || $name, ed:label('index'), 1)"/>
        <p kind="first">{ed:label('index-text')}</p>
        <index>
          <xsl:sequence select="$indexes"/>
        </index>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The lines of an index in the order of the language; a reference that would stand beside what it leads to is left out. -->
  <xsl:function name="local:lines" as="element(Q{}term)*">
    <xsl:param name="entries" as="element()+"/>
    <xsl:variable name="lines" as="element(local:line)+">
      <xsl:for-each select="$entries ! local:own-line(.), local:references($entries)">
        <xsl:sort select="ed:sort-key(local:bare(@name))" collation="{$ed:collation}"/>
        <xsl:sort select="@name" collation="{$ed:collation}"/>
        <xsl:sort select="exists(@see)"/>
        <xsl:sequence select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:apply-templates mode="local:term" select="local:lettered(
      for $place in 1 to count($lines) return $lines[$place][not(@see = $lines[position() = ($place - 1, $place + 1)]/@key)])"/>
  </xsl:function>

  <!-- Lines, where the first of each letter says so. -->
  <xsl:function name="local:lettered" as="element(local:line)*">
    <xsl:param name="lines" as="element(local:line)*"/>
    <xsl:for-each-group select="$lines" group-adjacent="ed:initial(local:bare(@name))">
      <xsl:for-each select="current-group()">
        <local:line>
          <xsl:copy-of select="@*"/>
          <xsl:if test="position() eq 1">
            <xsl:attribute name="begins" select="'yes'"/>
          </xsl:if>
          <xsl:copy-of select="node()"/>
        </local:line>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>

  <!-- An entry, with the places that name it. -->
  <xsl:function name="local:own-line" as="element(local:line)">
    <xsl:param name="entry" as="element()"/>
    <local:line key="{ed:entry-key($entry)}" name="{ed:sort-name($entry, $ed:language)}">
      <xsl:sequence select="local:locators(ed:naming($entry))"/>
    </local:line>
  </xsl:function>

  <!-- The names of other languages and other forms, each once, with all that bear it. -->
  <xsl:function name="local:references" as="element(local:line)*">
    <xsl:param name="entries" as="element()+"/>
    <xsl:variable name="own" as="map(xs:string, element())" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
      select="map:merge($entries ! map:entry(ed:sort-key(ed:sort-name(., $ed:language)), .))"/>
    <xsl:variable name="references" as="element(local:line)*" select="$entries ! local:other-names(.)"/>
    <xsl:for-each-group select="$references" group-by="ed:sort-key(@name)">
      <xsl:variable name="group" as="element(local:line)+" select="current-group()"/>
      <xsl:variable name="targets" as="xs:string+" select="distinct-values($group/@see)"/>
      <local:line name="{@name}" see="{$targets}">
        <xsl:if test="map:contains($own, current-grouping-key())" xmlns:map="http://www.w3.org/2005/xpath-functions/map">
          <xsl:attribute name="too" select="'yes'"/>
        </xsl:if>
        <xsl:copy-of select="@lang"/>
        <xsl:for-each select="$targets">
          <xsl:if test="position() gt 1">; </xsl:if>
          <link to="index.{.}">{$group[@see eq current()][1]/@to-name}</link>
        </xsl:for-each>
      </local:line>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The other names of an entry, but for those made of the same words. -->
  <xsl:function name="local:other-names" as="element(local:line)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="own" as="xs:string" select="ed:sort-name($entry, $ed:language)"/>
    <xsl:for-each-group select="ed:names($entry)[ed:text(.)]" group-by="ed:sort-key(ed:sort-form(., $entry))">
      <xsl:if test="not(local:words(current-grouping-key()) = local:words(ed:sort-key($own)))">
        <local:line name="{ed:sort-form(., $entry)}" see="{ed:entry-key($entry)}" to-name="{$own}">
          <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
        </local:line>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The words of a name in one order: "Antonescu, Ion" and "Ion Antonescu" have the same. -->
  <xsl:function name="local:words" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string-join(sort(tokenize($name, '[\s,]+')[.]), ' ')"/>
  </xsl:function>

  <!-- A name from its first letter or figure on. -->
  <xsl:function name="local:bare" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="(replace($name, '^[^\p{L}\p{N}]+', '')[.], $name)[1]"/>
  </xsl:function>

  <!-- local:term: a line → a term of the print. Starts at a line. -->
  <xsl:mode name="local:term" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="local:line" mode="local:term" as="element(Q{}term)">
    <term id="index.{@key}">
      <xsl:copy-of select="@begins"/>
      <xsl:text>{@name}, </xsl:text>
      <xsl:copy-of select="node()"/>
    </term>
  </xsl:template>

  <xsl:template match="local:line[@see]" mode="local:term" as="element(Q{}term)" priority="1">
    <term>
      <xsl:copy-of select="@begins"/>
      <span>
        <xsl:copy-of select="@lang"/>
        <xsl:text>{@name}</xsl:text>
      </span>
      <xsl:text>, </xsl:text>
      <em>{ed:label(if (@too) then 'see-too' else 'see')}</em>
      <xsl:text> </xsl:text>
      <xsl:copy-of select="node()"/>
    </term>
  </xsl:template>

  <!-- Dates in order, each with the words that name it and their places. -->
  <xsl:function name="local:dates" as="element(Q{}term)*" xpath-default-namespace="">
    <xsl:for-each-group select="$ed:dates" group-by="ed:iso(.)">
      <xsl:sort select="ed:first-year(.)"/>
      <xsl:sort select="ed:first-day(.)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:sort select="ed:last-day(.)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <term>
        <xsl:text>{ed:date-of(.)}{ed:colon()} </xsl:text>
        <xsl:for-each-group select="current-group()" group-by="normalize-space(string-join(.//text()[not(ancestor::note)]))">
          <xsl:if test="position() gt 1">; </xsl:if>
          <span>
            <xsl:copy-of select="ancestor::*[@lang][1]/@lang"/>
            <em>{current-grouping-key()}</em>
          </span>
          <xsl:text>, </xsl:text>
          <xsl:sequence select="local:locators(current-group())"/>
        </xsl:for-each-group>
      </term>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The places of words; what pages these are, Typst knows. -->
  <xsl:function name="local:locators" as="element(Q{}locators)">
    <xsl:param name="words" as="element()+"/>
    <locators>
      <xsl:for-each select="distinct-values($words ! ed:place(.)/@id)">
        <at to="{.}"/>
      </xsl:for-each>
    </locators>
  </xsl:function>

</xsl:stylesheet>
