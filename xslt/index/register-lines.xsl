<?xml version="1.0" encoding="UTF-8"?>
<!-- The lines of a register's list: what each entry is called, its dates, and how often which documents name it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/register-lines.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:count" match="ed:entry" use="@key"/>
  <xsl:key name="local:document" match="ed:facts" use="@doc"/>

  <!-- line: an entry → its line. Starts at every entry of the register. -->
  <xsl:mode name="ed:line" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="ed:line" as="element(h:li)">
    <xsl:variable name="dates" as="xs:string" select="ed:dates-of(.)"/>
    <li class="line {ed:kind(.)}">
      <xsl:sequence select="@xml:id[. is key('ed:id', ., root())[1]/@xml:id] ! ed:id(.)"/>
      <xsl:sequence select="local:headword(.)"/>
      <xsl:if test="$dates">
        <span class="dates"> ({$dates})</span>
      </xsl:if>
      <xsl:call-template name="local:other-names"/>
      <xsl:call-template name="local:gloss"/>
      <xsl:call-template name="local:counts"/>
    </li>
  </xsl:template>

  <!-- What it is called, which leads to its page, if it has one. -->
  <xsl:function name="local:headword" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="ed:sort-name($entry, $ed:language)"/>
    <xsl:choose>
      <xsl:when test="ed:has-page($entry/@xml:id)">
        <a class="headword" href="{local:page($entry)}">{$name}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="headword">{$name}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Its page as seen from the list: the folder has the list's name. -->
  <xsl:function name="local:page" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="substring-after(ed:entry-address(root($entry)/TEI/@xml:id, $entry/@xml:id), '/')"/>
  </xsl:function>

  <!-- What other languages of the edition call it, where that is something else. -->
  <xsl:template name="local:other-names" as="element(h:span)?">
    <xsl:variable name="entry" as="element()" select="."/>
    <xsl:variable name="others" as="element()*" select="ed:names(.)[@xml:lang][ed:is-standard(.)]
      [ed:primary(@xml:lang) = $ed:languages][ed:text(.) ne ed:name-of($entry)]"/>
    <xsl:if test="$others">
      <span class="other-names">
        <xsl:for-each-group select="$others" group-by="ed:text(.)">
          <xsl:text>{if (position() gt 1) then ', ' else ' · '}</xsl:text>
          <span>
            <xsl:sequence select="ed:lang(.)"/>
            <xsl:text>{current-grouping-key()}</xsl:text>
          </span>
        </xsl:for-each-group>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The first words of what is said of it, where the list is short. -->
  <xsl:template name="local:gloss" as="element(h:p)?">
    <xsl:variable name="note" as="element()?" select="head(ed:in-language((note | desc)[normalize-space()]))"/>
    <xsl:if test="$note and $ed:is-short">
      <p class="gloss">
        <xsl:sequence select="ed:lang($note)"/>
        <xsl:text>{ed:first-words(ed:text($note/node()), 24)}</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- How often it is named: by document, or, where there are many, in how many of them. -->
  <xsl:template name="local:counts" as="element(h:p)?">
    <xsl:variable name="in" as="element(ed:in)*"
      select="key('local:count', /TEI/@xml:id || '.' || @xml:id, $counts)/ed:in"/>
    <xsl:variable name="page" as="xs:string" select="local:page(.)"/>
    <xsl:variable name="linked" as="xs:boolean" select="ed:has-page(@xml:id)"/>
    <xsl:choose>
      <xsl:when test="count($in) gt 3 or (exists($in) and not($ed:is-short and $linked))">
        <p class="counts">{sum($in/@count)} {lower-case(ed:label('mentions'))}, {count($in)} {lower-case(ed:label('documents'))}</p>
      </xsl:when>
      <xsl:when test="$in">
        <p class="counts">
          <xsl:for-each select="$in">
            <xsl:text>{if (position() gt 1) then ' · ' else ''}</xsl:text>
            <a href="{$page}#page:in-{encode-for-uri(@doc)}">
              <xsl:sequence select="ed:facts-title(key('local:document', @doc, $counts))"/>
            </a>
            <xsl:text> {@count}</xsl:text>
          </xsl:for-each>
        </p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
