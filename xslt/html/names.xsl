<?xml version="1.0" encoding="UTF-8"?>
<!-- Names of persons, places, organisations and events, titles and subjects, as links to the registers.
     HTML has no link in a link: a name that holds a name is split, its own words lead to it and the
     inner name's to that. What the register calls an entry stands in the list of what is named. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/names.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template mode="ed:text" as="node()*"
    match="persName | placeName | orgName | geogName | eventName | rs | name | title | term | objectName | orgName
      | country | settlement | region | district | bloc | institution | origPlace | affiliation | principal | funder | sponsor">
    <xsl:param name="ed:in-link" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="ed:plain-names" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="href" as="xs:string?" select="ed:first-href(@ref, .)[not($ed:in-link)][normalize-space(current())]"/>
    <xsl:variable name="entry" as="element()?" select="ed:target(head(tokenize(@ref)), .)"/>
    <xsl:variable name="kind" as="xs:string" select="
      if ($entry and ed:kind($entry) ne 'name') then ed:kind($entry) else ed:kind(.)"/>
    <xsl:variable name="link" as="attribute()*">
      <xsl:attribute name="class" select="'name', $kind, 'outside'[matches($href, '^https?:', 'i')]"/>
      <xsl:attribute name="href" select="$href"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$ed:plain-names and empty(@xml:lang)">
        <xsl:apply-templates mode="ed:text"/>
      </xsl:when>
      <xsl:when test="empty($href) or $ed:plain-names">
        <xsl:call-template name="ed:span">
          <xsl:with-param name="class" select="'name ' || $kind"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="every $node in node() satisfies not(local:holds-links($node))">
        <a>
          <xsl:sequence select="$link, ed:common(.)"/>
          <xsl:apply-templates mode="ed:text"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="local:split">
          <xsl:with-param name="link" select="$link"/>
          <xsl:with-param name="called" select="local:called($entry, .)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name that holds links of its own. Where all its words belong to those, a sign after them leads to it. -->
  <xsl:template name="local:split" as="element(h:span)">
    <xsl:param name="link" as="attribute()+"/>
    <xsl:param name="called" as="xs:string"/>
    <xsl:variable name="own-words" as="xs:boolean"
      select="exists(node()[not(local:holds-links(.))][normalize-space()])"/>
    <span class="outer">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:for-each-group select="node()" group-adjacent="local:holds-links(.) or not(normalize-space())">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="ed:text"/>
          </xsl:when>
          <xsl:otherwise>
            <a>
              <xsl:sequence select="$link"/>
              <xsl:apply-templates select="current-group()" mode="ed:text"/>
            </a>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
      <xsl:if test="not($own-words)">
        <a>
          <xsl:sequence select="$link[name() ne 'class']"/>
          <xsl:attribute name="class" select="'also', $link[name() eq 'class']"/>
          <xsl:attribute name="aria-label" select="$called"/>
        </a>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- Whether a node has a link of its own, or is one. -->
  <xsl:function name="local:holds-links" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      exists($node/descendant-or-self::*[self::note or @ref or @target]
        [self::note or ed:first-href((@ref, @target)[1], .)])"/>
  </xsl:function>

  <!-- What the register calls it, and of what kind it is; without an entry, its own words. -->
  <xsl:function name="local:called" as="xs:string">
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      if ($entry[ed:names(.)][ed:kind(.) ne 'name']) then ed:name-of($entry) || ' (' || ed:label(ed:kind($entry)) || ')'
      else ed:text($name)"/>
  </xsl:function>

</xsl:stylesheet>
