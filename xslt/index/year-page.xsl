<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the documents of one year, with ways to the years before and after. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/year-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- year: the prepared edition.xml → the page. Starts at the document node. -->
  <xsl:mode name="ed:year" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:year" as="element(h:html)">
    <xsl:variable name="titles" as="element(title)*" select="TEI/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="
        string-join((ed:year-name($year), head(ed:in-language($titles)) ! ed:text(.)), ' – ')"/>
      <xsl:with-param name="kind" select="'year-page'"/>
      <xsl:with-param name="edition" select="$titles"/>
      <xsl:with-param name="pages" select="ed:pages($year)"/>
      <xsl:with-param name="main">
        <xsl:call-template name="local:main"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="local:main" as="element()+">
    <xsl:variable name="documents" as="element(ed:facts)+" select="$facts/ed:all/ed:facts"/>
    <header class="title">
      <h1>{ed:year-name($year)}</h1>
      <p class="details">{count($documents)} {lower-case(ed:label('documents'))}</p>
    </header>
    <xsl:call-template name="local:neighbours"/>
    <section class="documents" aria-labelledby="page:documents">
      <h2 id="page:documents" class="for-speech">{ed:label('documents')}</h2>
      <xsl:call-template name="ed:filter">
        <xsl:with-param name="languages" select="$documents ! ed:facts-languages(.)"/>
      </xsl:call-template>
      <xsl:call-template name="ed:document-lines">
        <xsl:with-param name="facts" select="$documents"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="local:neighbours" as="element(h:nav)">
    <xsl:variable name="own" as="element(ed:year)" select="$years//ed:year[@year eq $year]"/>
    <nav class="letters" aria-label="{ed:label('years')}">
      <xsl:for-each select="$own/(preceding-sibling::ed:year[1], following-sibling::ed:year[1])">
        <xsl:text> </xsl:text>
        <a href="{ed:address(@year)}">{'← '[current() &lt;&lt; $own]}{ed:year-name(@year)}{' →'[current() &gt;&gt; $own]}</a>
      </xsl:for-each>
    </nav>
  </xsl:template>

</xsl:stylesheet>
