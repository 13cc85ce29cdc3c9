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

  <!-- Whether the page can lead to a page to search in. -->
  <xsl:param name="search" as="xs:boolean" select="false()"/>
  <!-- Whether the page can lead to the encoding manual. -->
  <xsl:param name="manual" as="xs:boolean" select="false()"/>

  <!-- The pages about the whole edition that there are: `map chronology differences`. -->
  <xsl:param name="overviews" as="xs:string" select="''"/>

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
    <xsl:variable name="header" as="element(teiHeader)?" select="($edition[1]/ancestor::teiHeader, /TEI/teiHeader)[1]"/>
    <html lang="{$ed:language}">
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
      </body>
    </html>
  </xsl:template>

  <!-- The sources of scripts; where the index is searched, its files too. -->
  <xsl:function name="local:scripts" as="xs:string+">
    <xsl:param name="searches" as="xs:boolean"/>
    <xsl:sequence select="
      'script-src ''self'' file:' || ' ''wasm-unsafe-eval'''[$searches], 'connect-src ''self'''[$searches]"/>
  </xsl:function>

  <!-- The edition's title on top of every page but its own leads to the contents; beside it the page's languages,
       and a field that leads to the search. -->
  <xsl:template name="ed:banner" as="element(h:header)">
    <xsl:param name="titles" as="element(title)*"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="pages" as="element(ed:page)*"/>
    <xsl:variable name="title" as="element(title)?" select="head(ed:in-language($titles))"/>
    <header class="banner">
      <xsl:if test="$title and $kind ne 'contents'">
        <a class="edition" href="{$root}{ed:address('index')}">
          <xsl:sequence select="ed:lang($title)"/>
          <xsl:text>{ed:text($title)}</xsl:text>
        </a>
      </xsl:if>
      <xsl:if test="$kind ne 'contents'">
        <nav aria-label="{ed:label('edition')}">
          <a class="contents" href="{$root}{ed:address('index')}">{ed:label('contents')}</a>
          <xsl:call-template name="ed:overviews"/>
        </nav>
      </xsl:if>
      <xsl:if test="count($pages) gt 1">
        <xsl:call-template name="local:languages">
          <xsl:with-param name="pages" select="$pages"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$search and $kind ne 'search'">
        <form class="look-up" role="search" method="get" action="{$root}{ed:address('search')}">
          <input type="search" name="q" aria-label="{ed:label('search')}"/>
          <button>{ed:label('search')}</button>
        </form>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- Links to the pages about the whole edition. -->
  <xsl:template name="ed:overviews" as="element(h:a)*">
    <xsl:for-each select="tokenize($overviews)">
      <a class="overview" href="{$root}{ed:address(.)}">{ed:label(.)}</a>
    </xsl:for-each>
  </xsl:template>

  <!-- The same page in other languages, each called by its own name. -->
  <xsl:template name="local:languages" as="element(h:nav)">
    <xsl:param name="pages" as="element(ed:page)+"/>
    <nav class="languages" aria-label="{ed:label('languages')}">
      <xsl:for-each select="$pages">
        <xsl:sort select="index-of($ed:languages, @language)"/>
        <xsl:variable name="name" as="xs:string" select="ed:capitalised(ed:language-name(@language, @language))"/>
        <xsl:choose>
          <xsl:when test="@language eq $ed:language">
            <span lang="{@language}" aria-current="page">{$name}</span>
          </xsl:when>
          <xsl:otherwise>
            <a href="{encode-for-uri(@file)}" hreflang="{@language}" lang="{@language}">{$name}</a>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </nav>
  </xsl:template>

  <!-- Titles in the page's other languages, below the main one. -->
  <xsl:template name="ed:other-titles" as="element(h:p)*">
    <xsl:param name="titles" as="element()*"/>
    <xsl:for-each select="$titles except head(ed:in-language($titles))">
      <p class="subtitle">
        <xsl:sequence select="ed:lang(.)"/>
        <xsl:apply-templates mode="ed:text"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- Of elements that say the same in several languages, those that this page must show: its own language's,
       and those in languages that no page of the same kind speaks. -->
  <xsl:function name="ed:not-elsewhere" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="languages" as="xs:string*"/>
    <xsl:sequence select="ed:in-language($elements) | $elements[not(ed:primary(@xml:lang) = $languages)]"/>
  </xsl:function>

  <!-- Abstracts: the page's language open, others that have no page folded. -->
  <xsl:template name="ed:abstracts" as="element()*">
    <xsl:param name="abstracts" as="element(abstract)*"/>
    <xsl:variable name="own" as="element(abstract)*"
      select="ed:in-language($abstracts[normalize-space()])"/>
    <xsl:if test="$own">
      <section class="abstract" aria-label="{ed:label('abstract')}">
        <xsl:for-each select="$own">
          <div>
            <xsl:sequence select="ed:lang(.)"/>
            <xsl:apply-templates mode="ed:text"/>
          </div>
        </xsl:for-each>
        <xsl:for-each select="$abstracts[normalize-space()] except $own">
          <details>
            <summary>{ed:label('abstract-in')} {ed:language-name(@xml:lang)}</summary>
            <div>
              <xsl:sequence select="ed:lang(.)"/>
              <xsl:apply-templates mode="ed:text"/>
            </div>
          </details>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
