<?xml version="1.0" encoding="UTF-8"?>
<!-- The lists of the contents page: the documents with their abstracts, and the registers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/contents-lists.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- All documents: a few with their abstracts, more in lines by their years, thousands on a page for each year. -->
  <xsl:template name="ed:documents" as="element(h:section)">
    <xsl:variable name="documents" as="element(ed:facts)*" select="$facts/ed:all/ed:facts"/>
    <section class="documents" aria-labelledby="page:documents">
      <h2 id="page:documents">{ed:label('documents')}</h2>
      <xsl:choose>
        <xsl:when test="$years//ed:year">
          <xsl:call-template name="ed:years"/>
        </xsl:when>
        <xsl:when test="count($documents) gt 40">
          <xsl:call-template name="ed:by-year">
            <xsl:with-param name="facts" select="$documents"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="local:with-abstracts"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="local:with-abstracts" as="element(h:ol)">
    <ol>
      <xsl:for-each select="$facts/ed:all/ed:facts">
        <li>
          <h3>
            <a href="documents/{ed:own-page(ed:page)}">
              <xsl:sequence select="ed:facts-title(.)"/>
            </a>
          </h3>
          <p class="details">{string-join(ed:facts-details(.), ' · ')}</p>
          <xsl:for-each select="head(ed:in-language(ed:abstract))">
            <p class="summary">
              <xsl:sequence select="ed:lang(.)"/>
              <xsl:text>{.}</xsl:text>
            </p>
          </xsl:for-each>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- The pages that compare two documents. -->
  <xsl:template name="ed:comparisons" as="element(h:section)?">
    <xsl:variable name="title" as="element(ed:title)?" select="head(ed:in-language($comparisons//ed:comparisons/ed:title))"/>
    <xsl:if test="$comparisons//ed:comparison">
      <section class="registers" aria-labelledby="page:comparisons">
        <h2 id="page:comparisons">
          <xsl:sequence select="$title ! ed:lang(.)"/>
          <xsl:text>{($title, ed:label('comparisons'))[1]}</xsl:text>
        </h2>
        <ul>
          <xsl:for-each select="$comparisons//ed:comparison">
            <li>
              <a href="compare/{ed:own-page(ed:page)}">
                <xsl:for-each select="for $document in (@one, @two) return $facts/ed:all/ed:facts[@doc eq $document]">
                  <xsl:if test="position() gt 1">
                    <xsl:text> – </xsl:text>
                  </xsl:if>
                  <span>
                    <xsl:sequence select="ed:facts-title(.)"/>
                  </span>
                </xsl:for-each>
              </a>
              <xsl:text> </xsl:text>
              <span class="details">{string-join((@links || ' ' || ed:label('common'), @contradicting[. ne '0'] ! (. || ' ' || ed:label('contradictions'))), ', ')}</span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:registers" as="element(h:section)?">
    <xsl:if test="$summaries//ed:register">
      <section class="registers" aria-labelledby="page:registers">
        <h2 id="page:registers">{ed:label('registers')}</h2>
        <ul>
          <xsl:for-each select="$summaries//ed:register">
            <xsl:sort select="number(@rank)"/>
            <xsl:variable name="title" as="element(ed:title)?" select="head(ed:in-language(ed:title))"/>
            <li>
              <a href="registers/{ed:address(@stem)}">
                <xsl:sequence select="$title ! ed:lang(.)"/>
                <xsl:text>{($title, @title, @stem)[1]}</xsl:text>
              </a>
              <xsl:text> </xsl:text>
              <span class="details">{@entries} {ed:label('entries')}</span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
