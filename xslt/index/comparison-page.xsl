<?xml version="1.0" encoding="UTF-8"?>
<!-- The page that compares two documents: what both have, what each has alone. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/comparison-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- comparison: the prepared alignments → the page of one pair. Starts at the document node. -->
  <xsl:mode name="ed:comparison" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The facts of the two documents, in the order of their names. -->
  <xsl:variable name="ed:pair" as="element(ed:facts)+"
    select="for $document in ($one, $two) return $facts/ed:all/ed:facts[@doc eq $document]"/>

  <!-- The links that join the two. -->
  <xsl:variable name="ed:pair-links" as="element(link)*"
    select="ed:parallel-links(/TEI)[ed:pairs-of(.) = $one || '/' || $two]"/>

  <xsl:template match="/" mode="ed:comparison" as="element(h:html)">
    <xsl:variable name="title" as="element(title)?" select="head(ed:in-language(TEI/teiHeader/fileDesc/titleStmt/title))"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="string-join($ed:pair ! ed:facts-title(.)[last()], ' – ')"/>
      <xsl:with-param name="description" select="ed:text($title)[.]"/>
      <xsl:with-param name="kind" select="'comparison'"/>
      <xsl:with-param name="pages" select="$comparisons//ed:comparison[@one eq $one][@two eq $two]/ed:page"/>
      <xsl:with-param name="main">
        <xsl:apply-templates select="TEI" mode="local:main"/>
      </xsl:with-param>
      <xsl:with-param name="foot">
        <xsl:apply-templates select="TEI/teiHeader" mode="local:foot"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- main: titles, what both have, what each has alone. Starts at TEI. -->
  <xsl:mode name="local:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="TEI" mode="local:main" as="element()+">
    <header class="title">
      <p class="of-register">
        <a href="{$root}{ed:address('index')}#page:comparisons">{ed:text(head(ed:in-language(teiHeader/fileDesc/titleStmt/title)))}</a>
      </p>
      <h1>
        <xsl:for-each select="$ed:pair">
          <xsl:if test="position() gt 1">
            <span class="dash"> – </span>
          </xsl:if>
          <span>
            <xsl:sequence select="ed:facts-title(.)"/>
          </span>
        </xsl:for-each>
      </h1>
      <p class="details">{string-join(local:counts(), ' · ')}</p>
      <p class="details">{ed:label('as-source')}</p>
    </header>
    <section aria-labelledby="page:common">
      <h2 id="page:common">{ed:label('in-common')}</h2>
      <xsl:call-template name="ed:comparison-rows"/>
    </section>
    <xsl:for-each select="$ed:pair">
      <xsl:call-template name="local:alone"/>
    </xsl:for-each>
  </xsl:template>

  <!-- How many passages stand in which relation. -->
  <xsl:function name="local:counts" as="xs:string*">
    <xsl:for-each-group select="$ed:pair-links" group-by="string(ed:relation(.)/@xml:id)">
      <xsl:variable name="words" as="xs:string?" select="ed:relation(.) ! ed:category-name(.)"/>
      <xsl:sequence select="
        ed:capitalised(($words, ed:label('common'))[1]) || ed:label('colon') || count(current-group())"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The sentences of a document that no link joins with the other. -->
  <xsl:template name="local:alone" as="element(h:section)?">
    <xsl:variable name="document" as="xs:string" select="@doc"/>
    <xsl:variable name="named" as="xs:string*" select="$ed:pair-links ! ed:named-in(., $document)"/>
    <xsl:variable name="alone" as="element(ed:unit)*"
      select="ed:unit[@kind eq 's'][not(@version eq 'translation')][not(@id = $named)]"/>
    <xsl:if test="$alone">
      <section class="alone">
        <details>
          <summary>
            <h2>
              <xsl:text>{ed:label('only-in')} </xsl:text>
              <cite>
                <xsl:sequence select="ed:facts-title(.)"/>
              </cite>
              <span class="count"> ({count($alone)} {ed:label('sentences')})</span>
            </h2>
          </summary>
          <ol>
            <xsl:for-each select="$alone">
              <li>
                <xsl:sequence select="ed:to-sentence(.)"/>
                <xsl:text> </xsl:text>
                <span>
                  <xsl:sequence select="ed:lang(.)"/>
                  <xsl:text>{ed:first-words(ed:quiet(.), 14)}</xsl:text>
                </span>
              </li>
            </xsl:for-each>
          </ol>
        </details>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- foot: what the header of the alignments says. Starts at teiHeader. -->
  <xsl:mode name="local:foot" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="local:foot" as="element()+">
    <section class="about" aria-labelledby="page:about">
      <h2 id="page:about">{ed:label('about-comparison')}</h2>
      <dl class="facts">
        <xsl:apply-templates mode="ed:fact" select="fileDesc/sourceDesc, fileDesc/titleStmt, fileDesc/editionStmt,
          fileDesc/publicationStmt/(publisher | authority | date | availability), encodingDesc/editorialDecl, revisionDesc"/>
      </dl>
    </section>
    <xsl:call-template name="ed:downloads"/>
  </xsl:template>

</xsl:stylesheet>
