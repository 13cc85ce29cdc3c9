<?xml version="1.0" encoding="UTF-8"?>
<!-- The lists of the contents page: the documents with their abstracts, and the registers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/contents-lists.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:documents" as="element(h:section)">
    <section class="documents" aria-labelledby="page:documents">
      <h2 id="page:documents">{ed:label('documents')}</h2>
      <ol>
        <xsl:for-each select="$facts/ed:all/ed:facts">
          <li>
            <h3>
              <a href="documents/{ed:own-page(ed:page)}">
                <xsl:sequence select="ed:facts-title(.)"/>
              </a>
            </h3>
            <p class="details">{string-join(local:details(.), ' · ')}</p>
            <xsl:for-each select="head(ed:in-language(ed:abstract))">
              <p class="summary">
                <xsl:sequence select="ed:lang(.)"/>
                <xsl:text>{.}</xsl:text>
              </p>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:template>

  <!-- When a document was written, its languages, and how many sentences it has. -->
  <xsl:function name="local:details" as="xs:string*">
    <xsl:param name="of" as="element(ed:facts)"/>
    <xsl:variable name="originals" as="xs:string*" select="distinct-values($of/ed:version[@type eq 'original']/@xml:lang)"/>
    <xsl:variable name="languages" as="xs:string*" select="
      if (exists($originals)) then $originals else string($of/@xml:lang)[. ne 'und']"/>
    <xsl:sequence select="
      $of/ed:created[1] ! (ed:date-of(.)[.], string(.))[1],
      string-join($languages ! ed:language-name(.), ', ')[.],
      $of/ed:version[@type eq 'translation'] ! (ed:label('translation') || ed:label('colon') || ed:language-name(@xml:lang)),
      $of/@sentences[. ne '0'] ! (. || ' ' || ed:label('sentences'))"/>
  </xsl:function>

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
              <span class="details"> {string-join((@links || ' ' || ed:label('common'), @contradicting[. ne '0'] ! (. || ' ' || ed:label('contradictions'))), ', ')}</span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:registers" as="element(h:section)?">
    <xsl:if test="$registers//ed:register">
      <section class="registers" aria-labelledby="page:registers">
        <h2 id="page:registers">{ed:label('registers')}</h2>
        <ul>
          <xsl:for-each select="$registers//ed:register">
            <xsl:sort select="number(@rank)"/>
            <xsl:variable name="title" as="element(ed:title)?" select="head(ed:in-language(ed:title))"/>
            <li>
              <a href="registers/{ed:address(@stem)}">
                <xsl:sequence select="$title ! ed:lang(.)"/>
                <xsl:text>{($title, @title, @stem)[1]}</xsl:text>
              </a>
              <span class="details"> {@entries} {ed:label('entries')}</span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
