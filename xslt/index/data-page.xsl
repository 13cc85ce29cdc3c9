<?xml version="1.0" encoding="UTF-8"?>
<!-- The page on the edition's data: what there is, in which form, and how to use it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/data-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- data: the prepared edition.xml → the page. Starts at the document node. -->
  <xsl:mode name="ed:data" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="local:files" as="xs:string*" select="tokenize($files, '\n')[.]"/>

  <xsl:template match="/" mode="ed:data" as="element(h:html)">
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="ed:label('data-page')"/>
      <xsl:with-param name="description" select="ed:label('data-lead')"/>
      <xsl:with-param name="kind" select="'data'"/>
      <xsl:with-param name="pages" select="ed:pages('data')"/>
      <xsl:with-param name="edition" select="TEI/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
      <xsl:with-param name="main">
        <xsl:apply-templates select="TEI" mode="local:main"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- main: what there is, then how to use it. Starts at TEI. -->
  <xsl:mode name="local:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="TEI" mode="local:main" as="element()+">
    <header class="title">
      <h1>{ed:label('data-page')}</h1>
      <p class="lead">{ed:label('data-lead')}</p>
    </header>
    <xsl:call-template name="local:texts"/>
    <xsl:call-template name="local:tables"/>
    <section aria-labelledby="page:use">
      <h2 id="page:use">{ed:label('data-use')}</h2>
      <xsl:for-each select="'data-use-addresses', 'data-use-csv', 'data-use-jsonld', 'data-use-cite'">
        <p>{ed:label(.)}</p>
      </xsl:for-each>
      <p>{ed:label('data-use-sums')} <code>sha256sum -c SHA256SUMS</code></p>
      <xsl:call-template name="local:principles"/>
    </section>
    <section aria-labelledby="page:rights">
      <h2 id="page:rights">{ed:label('rights')}</h2>
      <dl class="facts">
        <xsl:apply-templates mode="ed:fact" select="teiHeader/fileDesc/publicationStmt/availability"/>
      </dl>
    </section>
  </xsl:template>

  <!-- What there is of each document, by the example of the first. -->
  <xsl:template name="local:texts" as="element(h:section)">
    <section aria-labelledby="page:of-document">
      <h2 id="page:of-document">{ed:label('data-of-document')}</h2>
      <p>{ed:label('data-example')}</p>
      <dl class="data">
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'tei'"/>
          <xsl:with-param name="paths" select="local:first('^tei/' || local:stem() || '\.xml$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-plain'"/>
          <xsl:with-param name="paths" select="local:all('^data/texts/' || local:stem() || '\.[^.]+(\.[a-z]+)?\.txt$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-received'"/>
          <xsl:with-param name="paths" select="local:first('^sources/')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-pdf'"/>
          <xsl:with-param name="paths" select="local:first('^pdf/' || local:stem() || '\.pdf$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-links'"/>
          <xsl:with-param name="paths" select="local:first('^data/links/.*\.tmx$'), local:first('^data/links/.*\.tsv$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-annotations'"/>
          <xsl:with-param name="paths" select="local:first('^data/mentions/' || local:stem() || '\.jsonld$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-references'"/>
          <xsl:with-param name="paths" select="local:all('^documents/' || local:stem() || '\.(bib|ris|csl\.json|jsonld)$')"/>
        </xsl:call-template>
      </dl>
    </section>
  </xsl:template>

  <!-- What there is of the whole edition. -->
  <xsl:template name="local:tables" as="element(h:section)">
    <section aria-labelledby="page:of-edition">
      <h2 id="page:of-edition">{ed:label('data-of-edition')}</h2>
      <dl class="data">
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-header'"/>
          <xsl:with-param name="paths" select="local:all('^(tei/(edition|alignments)\.xml|pdf/edition(-\d+)?\.pdf)$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-registers'"/>
          <xsl:with-param name="paths" select="local:all('^data/[^/]+\.(csv|jsonld)$')[not(matches(., $local:of-facts))]"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-documents'"/>
          <xsl:with-param name="paths" select="local:all('^data/documents\.csv$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-mentions'"/>
          <xsl:with-param name="paths" select="local:all('^data/mentions\.csv$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-values'"/>
          <xsl:with-param name="paths" select="local:all('^data/(dates|figures)\.csv$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-parallels'"/>
          <xsl:with-param name="paths" select="local:all('^data/[^/]+\.tsv$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-references'"/>
          <xsl:with-param name="paths" select="local:all('^index\.(bib|ris|csl\.json|jsonld)$')"/>
        </xsl:call-template>
        <xsl:call-template name="local:kind">
          <xsl:with-param name="label" select="'data-sums'"/>
          <xsl:with-param name="paths" select="'SHA256SUMS'"/>
        </xsl:call-template>
      </dl>
    </section>
  </xsl:template>

  <!-- Where it is said how the texts were made and encoded. -->
  <xsl:template name="local:principles" as="element(h:ul)">
    <ul class="data-guides">
      <xsl:if test="teiHeader/encodingDesc/(editorialDecl | p | classDecl)">
        <li>
          <a href="{ed:address('index')}#page:editorial">{ed:label('editorial')}</a>
        </li>
      </xsl:if>
      <xsl:if test="$manual">
        <li>
          <a href="manual.html">{ed:label('manual-page')}</a>
        </li>
      </xsl:if>
      <li>
        <a href="rules.html">{ed:label('rules-page')}</a>
      </li>
    </ul>
  </xsl:template>

  <!-- A kind of files and where they are; nothing where there are none. -->
  <xsl:template name="local:kind" as="element()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="paths" as="xs:string*"/>
    <xsl:if test="exists($paths)">
      <dt>{ed:label($label)}</dt>
      <xsl:for-each select="$paths">
        <dd>
          <a href="{ed:encoded(.)}">{.}</a>
        </dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Files that are made of all documents together and not of a register. -->
  <xsl:variable name="local:of-facts" as="xs:string" select="'^data/(documents|mentions|dates|figures)\.'"/>

  <!-- The first document, as a part of a pattern. -->
  <xsl:function name="local:stem" as="xs:string">
    <xsl:sequence select="
      replace(head($local:files[matches(., '^documents/.*\.bib$')]), '^documents/|\.bib$', '') => replace('([.+*?^$(){{}}|\[\]\\])', '\\$1')"/>
  </xsl:function>

  <xsl:function name="local:all" as="xs:string*">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="$local:files[matches(., $pattern)]"/>
  </xsl:function>

  <xsl:function name="local:first" as="xs:string?">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="head(local:all($pattern))"/>
  </xsl:function>

</xsl:stylesheet>
