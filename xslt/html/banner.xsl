<?xml version="1.0" encoding="UTF-8"?>
<!-- The banner of a page: the edition's title, the ways to other pages and languages, a field to search in. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/banner.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Whether the page can lead to a page to search in. -->
  <xsl:param name="search" as="xs:boolean" select="false()"/>

  <!-- The pages about the whole edition that there are: `map chronology differences`. -->
  <xsl:param name="overviews" as="xs:string" select="''"/>

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

</xsl:stylesheet>
