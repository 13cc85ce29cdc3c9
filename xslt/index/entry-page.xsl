<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of an entry of a register: what it is called, what is known of it and from where, who names it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/entry-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- entry: the entry → its page. Starts at the document node. -->
  <xsl:mode name="ed:entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="ed:entry" as="element()" select="ed:own-entries(/TEI)"/>

  <xsl:template match="/" mode="ed:entry" as="element(h:html)">
    <xsl:variable name="register" as="element(title)?" select="head(ed:in-language(TEI/teiHeader/fileDesc/titleStmt/title))"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="string-join((local:title($ed:entry), ed:text($register)[.]), ' – ')"/>
      <xsl:with-param name="description" select="ed:text(head(ed:in-language($ed:entry/(note | desc)))/node())[.]"/>
      <xsl:with-param name="kind" select="'of-entry'"/>
      <xsl:with-param name="pages" select="ed:pages($ed:entry/@xml:id)"/>
      <xsl:with-param name="main">
        <xsl:apply-templates select="$ed:entry" mode="local:main"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What the page is called; a publication is called as it calls itself. -->
  <xsl:function name="local:title" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="ed:name-of($entry)"/>
    <xsl:sequence select="if (ed:kind($entry) eq 'bibl') then $name else ed:capitalised($name)"/>
  </xsl:function>

  <!-- main: an entry → its title, its facts and its mentions. Starts at the entry. -->
  <xsl:mode name="local:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:main" as="element()+">
    <xsl:variable name="register" as="element(title)?" select="head(ed:in-language(/TEI/teiHeader/fileDesc/titleStmt/title))"/>
    <xsl:variable name="notes" as="element()*" select="note | desc | p | trait/desc | state/desc"/>
    <header class="title">
      <p class="of-register">
        <a href="{$root}registers/{ed:address(/TEI/@xml:id)}#{encode-for-uri(@xml:id)}">
          <xsl:sequence select="$register ! ed:lang(.)"/>
          <xsl:text>{($register ! ed:text(.)[.], /TEI/@xml:id)[1]}</xsl:text>
        </a>
      </p>
      <h1>{local:title(.)}</h1>
    </header>
    <xsl:variable name="rows" as="element(h:div)*">
      <xsl:call-template name="ed:entry-names"/>
      <xsl:call-template name="ed:entry-dates"/>
      <xsl:apply-templates mode="ed:entry-fact" select="* except ($notes, ed:names(.), birth, death,
        idno[ed:authority(.)], linkGrp, link, listPerson, listPlace, listOrg, listEvent)"/>
      <xsl:call-template name="ed:entry-links"/>
      <xsl:call-template name="ed:identifiers"/>
    </xsl:variable>
    <div class="entry {ed:kind(.)}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:where-populated>
        <dl class="facts">
          <xsl:sequence select="ed:joined-rows($rows)"/>
        </dl>
      </xsl:where-populated>
      <xsl:call-template name="ed:entry-notes">
        <xsl:with-param name="notes" select="$notes"/>
      </xsl:call-template>
    </div>
    <xsl:call-template name="ed:mentions"/>
  </xsl:template>

</xsl:stylesheet>
