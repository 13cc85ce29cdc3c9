<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the documents name an entry: by document, each mention in its sentence, first in the version that speaks
     the language of the page, then, folded, in the others. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/entry-mentions.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Where there are more mentions than a reader can read, a page says where they are, in one version of each
       document, and quotes none. -->
  <xsl:variable name="local:quotes" as="xs:boolean" select="count($mentions//ed:unit) le 2000"/>

  <xsl:variable name="local:key" as="xs:string" select="string($mentions/ed:mentions/@key)"/>

  <xsl:template name="ed:mentions" as="element()">
    <xsl:variable name="documents" as="element(ed:facts)*" select="$mentions/ed:mentions/ed:facts"/>
    <xsl:choose>
      <xsl:when test="$documents">
        <section class="mentions" aria-labelledby="page:mentions">
          <h2 id="page:mentions">{ed:label('mentions')} <span class="count">({sum($documents/@count)})</span></h2>
          <xsl:apply-templates select="$documents" mode="local:document"/>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <p class="no-mentions">{ed:label('no-mentions')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- document: a document's facts → its mentions of the entry. Starts at every document. -->
  <xsl:mode name="local:document" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="ed:facts" mode="local:document" as="element(h:section)">
    <xsl:variable name="leading" as="xs:string" select="local:leading(.)"/>
    <xsl:variable name="units" as="element(ed:unit)+" select="ed:unit"/>
    <section class="in-document" id="page:in-{@doc}">
      <h3>
        <a href="{$root}documents/{ed:own-page(ed:page)}">
          <xsl:sequence select="ed:facts-title(.)"/>
        </a>
        <xsl:text> </xsl:text>
        <span class="count">({@count})</span>
      </h3>
      <xsl:for-each-group select="$units[$local:quotes or local:version(.) eq $leading]" group-by="local:version(.)">
        <xsl:sort select="current-grouping-key() ne $leading"/>
        <xsl:call-template name="local:version">
          <xsl:with-param name="is-leading" select="position() eq 1"/>
        </xsl:call-template>
      </xsl:for-each-group>
    </section>
  </xsl:template>

  <!-- A document behind those that are quoted. -->
  <xsl:template match="ed:facts[not(ed:unit)]" mode="local:document" as="element(h:section)" priority="1">
    <section class="in-document" id="page:in-{@doc}">
      <h3>
        <a href="{$root}documents/{ed:own-page(ed:page)}">
          <xsl:sequence select="ed:facts-title(.)"/>
        </a>
        <xsl:text> </xsl:text>
        <span class="count">({@count})</span>
      </h3>
    </section>
  </xsl:template>

  <!-- The version that a unit stands in: `translation fr`; a text without versions has one without a name. -->
  <xsl:function name="local:version" as="xs:string">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:sequence select="normalize-space($unit/@version || ' ' || $unit/@version-language)"/>
  </xsl:function>

  <!-- Of the versions with mentions, the one in the language of the page, or else the original, or else the first. -->
  <xsl:function name="local:leading" as="xs:string">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:variable name="units" as="element(ed:unit)+" select="$facts/ed:unit"/>
    <xsl:sequence select="
      ($units[ed:primary(@version-language) eq $ed:language], $units[@version eq 'original'], $units)[1] ! local:version(.)"/>
  </xsl:function>

  <!-- The mentions in one version: the leading one open, others folded. -->
  <xsl:template name="local:version" as="element()+">
    <xsl:param name="is-leading" as="xs:boolean"/>
    <xsl:variable name="name" as="xs:string?" select="
      @version ! string-join((ed:label(.), ../@version-language ! ('(' || ed:language-name(.) || ')')), ' ')"/>
    <xsl:choose>
      <xsl:when test="$is-leading">
        <xsl:if test="$name">
          <p class="of-version">{$name}</p>
        </xsl:if>
        <xsl:call-template name="local:list"/>
      </xsl:when>
      <xsl:otherwise>
        <details>
          <summary>{$name}</summary>
          <xsl:call-template name="local:list"/>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="local:list" as="element()">
    <xsl:choose>
      <xsl:when test="$local:quotes">
        <ul>
          <xsl:for-each select="current-group()">
            <li>
              <xsl:sequence select="local:link(.)"/>
              <xsl:text> </xsl:text>
              <div>
                <xsl:sequence select="ed:quoted(., $local:key)"/>
              </div>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:when>
      <xsl:otherwise>
        <p class="numbers">
          <xsl:for-each select="current-group()">
            <xsl:text>{', '[position() gt 1]}</xsl:text>
            <xsl:sequence select="local:link(.)"/>
          </xsl:for-each>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number of the sentence, paragraph or note, which leads to it. -->
  <xsl:function name="local:link" as="element(h:a)">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:variable name="kind" as="xs:string" select="
      if ($unit/@kind eq 'note') then 'note' else if ($unit/@kind eq 's') then 'sentence' else 'paragraph'"/>
    <a class="locator" href="{$root}documents/{ed:own-page($unit/../ed:page)}#{encode-for-uri($unit/@id)}"
      aria-label="{ed:label($kind)} {$unit/@n}">{
        string-join((lower-case(ed:label('note'))[$kind eq 'note'], $unit/@n), ' ')}</a>
  </xsl:function>

</xsl:stylesheet>
