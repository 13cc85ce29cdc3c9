<?xml version="1.0" encoding="UTF-8"?>
<!-- The chronology: every date of every document, in order, with the sentence that names it and where that stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/chronology.xsl" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Words shown of a longer passage, on either side of the date. -->
  <xsl:variable name="local:words" as="xs:integer" select="14"/>

  <!-- `$name` is what the print is called; `$created` are the dates of documents: meta elements of their prints. -->
  <xsl:function name="ed:chronology" as="element(section)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="created" as="element(meta)*"/>
    <xsl:variable name="dates" as="element()*" select="$created, $ed:dates"/>
    <xsl:if test="$dates">
      <section page="new" kind="chronology">
        <xsl:sequence select="ed:heading('chronology.' || $name, ed:label('chronology'), 1)"/>
        <p kind="first">{ed:label('chronology-text')}</p>
        <xsl:for-each-group select="$dates" group-by="ed:iso(.)">
          <xsl:sort select="ed:first-year(.)"/>
          <xsl:sort select="ed:first-day(.)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <xsl:sort select="ed:last-day(.)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <entry>
            <name>{ed:capitalised(ed:date-of(.))}</name>
            <xsl:sequence select="current-group()/self::meta ! local:origin(.)"/>
            <xsl:for-each-group select="current-group()/self::date" group-by="ed:place(.)/@id">
              <xsl:sequence select="local:passage(current-group())"/>
            </xsl:for-each-group>
          </entry>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The date of a document itself. -->
  <xsl:function name="local:origin" as="element(detail)">
    <xsl:param name="created" as="element(meta)"/>
    <detail label="{ed:label('creation')}{ed:colon()}">
      <em>
        <link to="{$created/../@id}">{$created/../meta[@name eq 'title']}</link>
      </em>
    </detail>
  </xsl:function>

  <!-- A passage that names a date, the document, the sentence and the page. -->
  <xsl:function name="local:passage" as="element(detail)">
    <xsl:param name="dates" as="element(date)+"/>
    <xsl:variable name="place" as="element()" select="ed:place($dates[1])"/>
    <detail>
      <span>
        <xsl:copy-of select="$dates[1]/ancestor::*[@lang][1]/@lang"/>
        <xsl:sequence select="local:words($dates)"/>
      </span>
      <xsl:text> </xsl:text>
      <aside>
        <xsl:if test="count($ed:texts/text) gt 1">
          <em>{$place/ancestor::text/@title}</em>
          <xsl:text>, </xsl:text>
        </xsl:if>
        <xsl:if test="$place/@n">
          <mentions page="">
            <mention to="{$place/@id}" n="{$place/@n}"/>
          </mentions>
          <xsl:text>, </xsl:text>
        </xsl:if>
        <mentions page="{ed:label('page-short')}&#xA0;">
          <mention to="{$place/@id}"/>
        </mentions>
      </aside>
    </detail>
  </xsl:function>

  <!-- The sentence, or of a longer passage the words around the date; hateful words are not repeated. -->
  <xsl:function name="local:words" as="node()+">
    <xsl:param name="dates" as="element(date)+"/>
    <xsl:variable name="passage" as="element()" select="($dates[1]/ancestor::s[@n][1], $dates[1]/ancestor::*[not(self::span or self::em or self::date)][1])[1]"/>
    <xsl:variable name="texts" as="text()*" select="$passage//text()[not(ancestor::note or ancestor::call or ancestor::aside[@kind eq 'page'])]"/>
    <xsl:variable name="all" as="xs:string" select="normalize-space(string-join($texts))"/>
    <xsl:choose>
      <xsl:when test="$passage//warning">
        <xsl:text>{normalize-space($dates[1])} </xsl:text>
        <warning lang="{$ed:language}">[{ed:label('hateful-omitted')}]</warning>
      </xsl:when>
      <xsl:when test="count(tokenize($all)) le 3 * $local:words">
        <xsl:text>{$all}</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="before" as="xs:string" select="string-join($texts[. &lt;&lt; $dates[1]])"/>
        <xsl:variable name="after" as="xs:string" select="string-join($texts[. &gt;&gt; $dates[1]])"/>
        <xsl:text>{ed:last-words($before, $local:words)}{ed:first-words($after, $local:words + count(tokenize($dates[1])))}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
