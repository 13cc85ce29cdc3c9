<?xml version="1.0" encoding="UTF-8"?>
<!-- The skeleton of a page: head, banner, main part, foot. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- What every page may load: our style sheet, script, pictures and fonts, and nothing else.
       `file:` is for pages opened from a disk: not every browser takes them for 'self'. -->
  <xsl:variable name="local:policy" as="xs:string+" select="
    ('style', 'img', 'font') ! (. || '-src ''self'' file:'), 'form-action ''self'' file:',
    ('default-src', 'base-uri') ! (. || ' ''none'''), 'require-trusted-types-for ''script'''"/>

  <!-- Whether the page can lead to the encoding manual. -->
  <xsl:param name="manual" as="xs:boolean" select="false()"/>

  <!-- A whole page. Ids that the page itself needs begin with `page:`, which no xml:id can. -->
  <xsl:template name="ed:page" as="element(h:html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string?"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:param name="foot" as="node()*"/>
    <!-- Whether this is the page to search in: it reads the index, with a WebAssembly program. -->
    <xsl:param name="searches" as="xs:boolean" select="false()"/>
    <xsl:param name="edition" as="element(title)*" select="/TEI/teiHeader/fileDesc/seriesStmt/title"/>
    <!-- This page in each of its languages. -->
    <xsl:param name="pages" as="element(ed:page)*"/>
    <xsl:param name="head" as="element()*"/>
    <html lang="{$ed:language}">
      <!-- What decides the width of the page must be known before its text has come. -->
      <xsl:where-populated>
        <xsl:attribute name="class" select="
          'with-rows'[$main/descendant-or-self::h:div/@class = 'rows'],
          'with-row-notes'[$main/descendant::h:tr/@class = 'row-notes']"/>
      </xsl:where-populated>
      <xsl:call-template name="local:head">
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="description" select="$description"/>
        <xsl:with-param name="searches" select="$searches"/>
        <xsl:with-param name="pages" select="$pages"/>
        <xsl:with-param name="head" select="$head"/>
      </xsl:call-template>
      <body class="{$kind}">
        <a class="skip" href="#page:main">{ed:label('skip')}</a>
        <xsl:if test="$kind ne 'contents' or count($pages) gt 1 or $search">
          <xsl:call-template name="ed:banner">
            <xsl:with-param name="titles" select="$edition"/>
            <xsl:with-param name="kind" select="$kind"/>
            <xsl:with-param name="pages" select="$pages"/>
          </xsl:call-template>
        </xsl:if>
        <main id="page:main" tabindex="-1">
          <xsl:sequence select="$main"/>
        </main>
        <xsl:call-template name="local:foot">
          <xsl:with-param name="foot" select="$foot"/>
          <xsl:with-param name="header" select="($edition[1]/ancestor::teiHeader, /TEI/teiHeader)[1]"/>
        </xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="local:head" as="element(h:head)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string?"/>
    <xsl:param name="searches" as="xs:boolean"/>
    <xsl:param name="pages" as="element(ed:page)*"/>
    <xsl:param name="head" as="element()*"/>
    <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy"
        content="{string-join(($local:policy, local:scripts($searches)), '; ')}"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>{$title}</title>
      <xsl:if test="$description">
        <meta name="description" content="{ed:first-words($description, 40)}"/>
      </xsl:if>
      <xsl:for-each select="$pages[count($pages) gt 1]">
        <link rel="alternate" hreflang="{@language}" href="{encode-for-uri(@file)}"/>
      </xsl:for-each>
      <xsl:sequence select="$head"/>
      <link rel="stylesheet" href="{$root}assets/edition.css"/>
      <script src="{$root}assets/edition.js" defer="defer"></script>
      <xsl:if test="$searches">
        <script src="{$root}assets/search.js" defer="defer"></script>
      </xsl:if>
    </head>
  </xsl:template>

  <!-- The sources of scripts; where the index is searched, its files too. -->
  <xsl:function name="local:scripts" as="xs:string+">
    <xsl:param name="searches" as="xs:boolean"/>
    <xsl:sequence select="
      'script-src ''self'' file:' || ' ''wasm-unsafe-eval'''[$searches], 'connect-src ''self'''[$searches]"/>
  </xsl:function>

  <xsl:template name="local:foot" as="element(h:footer)">
    <xsl:param name="foot" as="node()*"/>
    <xsl:param name="header" as="element(teiHeader)?"/>
    <footer class="foot">
      <xsl:sequence select="$foot"/>
      <nav class="guides" aria-label="{ed:label('encoding')}">
        <xsl:if test="$manual">
          <a href="{$root}manual.html">{ed:label('manual-page')}</a>
          <a href="{$root}elements.html">{ed:label('elements-page')}</a>
        </xsl:if>
        <a href="{$root}rules.html">{ed:label('rules-page')}</a>
        <a href="{$root}{ed:address('data')}">{ed:label('data-page')}</a>
      </nav>
      <xsl:call-template name="ed:made">
        <xsl:with-param name="header" select="$header"/>
      </xsl:call-template>
    </footer>
  </xsl:template>

</xsl:stylesheet>
