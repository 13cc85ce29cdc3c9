<?xml version="1.0" encoding="UTF-8"?>
<!-- The page to search in: the question, what it can be narrowed to, and room for what is found. Its script,
     assets/search.js, reads all of its words from here. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/search-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- search: the prepared edition.xml → the page. Starts at the document node. -->
  <xsl:mode name="ed:search" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="local:entry" match="person | personGrp | place" use="ancestor::TEI[1]/@xml:id || '.' || @xml:id"/>

  <xsl:template match="/" mode="ed:search" as="element(h:html)">
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="ed:label('search')"/>
      <xsl:with-param name="kind" select="'search'"/>
      <xsl:with-param name="pages" select="ed:pages('search')"/>
      <xsl:with-param name="searches" select="true()"/>
      <xsl:with-param name="edition" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
      <xsl:with-param name="main">
        <header class="title">
          <h1>{ed:label('search')}</h1>
        </header>
        <xsl:call-template name="local:form"/>
        <xsl:call-template name="local:notices"/>
        <p class="found" id="page:found" role="status" data-some="{ed:label('search-some')}" data-none="{ed:label('search-none')}"/>
        <ol class="results" id="page:results" data-hateful="{ed:label('hateful-omitted')}" data-note="{ed:label('note')}"/>
        <p>
          <button type="button" id="page:more" hidden="hidden">{ed:label('search-more')}</button>
        </p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What to do where a browser cannot search. -->
  <xsl:template name="local:notices" as="element()+">
    <noscript>
      <p class="notice">{ed:label('search-no-script')}</p>
    </noscript>
    <p class="notice" id="page:disk" hidden="hidden">{ed:label('search-disk')} <code>python -m http.server</code>
      <xsl:text> </xsl:text>
      <code>http://localhost:8000/search.html</code></p>
    <p class="notice" id="page:failed" hidden="hidden">{ed:label('search-failed')}</p>
  </xsl:template>

  <xsl:template name="local:form" as="element(h:form)">
    <form class="ask" id="page:ask" method="get" role="search" data-indexes="{$searched}">
      <p class="field">
        <label for="page:q">{ed:label('search-words')}</label>
        <input type="search" id="page:q" name="q" autocomplete="off" spellcheck="false"/>
        <button>{ed:label('search')}</button>
      </p>
      <p class="narrow">
        <xsl:call-template name="local:choice">
          <xsl:with-param name="name" select="'language'"/>
          <xsl:with-param name="options" as="element(h:option)*">
            <xsl:for-each select="tokenize($searched) ! substring-before(., ':')">
              <option value="{.}">{ed:capitalised(ed:language-name(.))}</option>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="local:choice">
          <xsl:with-param name="name" select="'document'"/>
          <xsl:with-param name="options" as="element(h:option)*">
            <xsl:for-each select="$facts/ed:all/ed:facts">
              <option value="{@doc}" data-page="{ed:own-page(ed:page)}">
                <xsl:sequence select="ed:facts-title(.)"/>
              </option>
            </xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:for-each select="('person', 'place')">
          <xsl:call-template name="local:choice">
            <xsl:with-param name="name" select="."/>
            <xsl:with-param name="options" select="local:named(.)"/>
          </xsl:call-template>
        </xsl:for-each>
      </p>
    </form>
  </xsl:template>

  <!-- One of some, or all of them. -->
  <xsl:template name="local:choice" as="element(h:label)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="options" as="element(h:option)*"/>
    <xsl:if test="count($options) gt 1">
      <label>
        <span class="kind">{ed:capitalised(ed:label($name))}</span>
        <xsl:text> </xsl:text>
        <select name="{$name}">
          <option value="">{ed:label('search-all')}</option>
          <xsl:sequence select="$options"/>
        </select>
      </label>
    </xsl:if>
  </xsl:template>

  <!-- The entries of a kind that documents name, by their names. -->
  <xsl:function name="local:named" as="element(h:option)*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="keys" as="xs:string*"
      select="$named/ed:named/ed:entry[@kind eq $kind]/@key"/>
    <xsl:for-each select="key('local:entry', $keys, $registers)[not(ancestor::standOff/@type = 'carried')]">
      <xsl:sort select="ed:sort-key(ed:sort-name(., $ed:language))" collation="{$ed:collation}"/>
      <option value="{ancestor::TEI[1]/@xml:id}.{@xml:id}">{ed:sort-name(., $ed:language)}</option>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
