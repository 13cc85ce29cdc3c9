<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents page: what the edition is, its documents and registers, its introduction, its rights and rules. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/contents-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- contents: the prepared edition.xml → the contents page. Starts at the document node. -->
  <xsl:mode name="ed:contents" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:contents" as="element(h:html)">
    <xsl:variable name="title" as="element(title)?" select="
      head(ed:in-language(TEI/teiHeader/fileDesc/titleStmt/title[normalize-space()]))"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="(ed:text($title)[.], ed:label('contents'))[1]"/>
      <xsl:with-param name="description" select="ed:text(ed:in-language(TEI/teiHeader/profileDesc/abstract)[1])[.]"/>
      <xsl:with-param name="kind" select="'contents'"/>
      <xsl:with-param name="pages" select="ed:pages('index')"/>
      <xsl:with-param name="head" as="element()*">
        <xsl:call-template name="ed:citation-head">
          <xsl:with-param name="header" select="TEI/teiHeader"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="main">
        <xsl:apply-templates select="TEI" mode="local:main"/>
      </xsl:with-param>
      <xsl:with-param name="foot">
        <xsl:if test="$title">
          <xsl:apply-templates select="TEI/teiHeader" mode="local:foot"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- main: title, abstract, documents, registers, introduction. Starts at TEI. -->
  <xsl:mode name="local:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="TEI" mode="local:main" as="element()+">
    <xsl:variable name="titles" as="element(title)*" select="teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
    <header class="title">
      <h1>
        <xsl:sequence select="ed:in-language($titles)[1] ! ed:lang(.)"/>
        <xsl:text>{(ed:text(ed:in-language($titles)[1])[.], ed:label('contents'))[1]}</xsl:text>
      </h1>
      <xsl:call-template name="ed:other-titles">
        <xsl:with-param name="titles" select="$titles[not(ed:primary(@xml:lang) = $ed:languages)]"/>
      </xsl:call-template>
    </header>
    <xsl:call-template name="ed:abstracts">
      <xsl:with-param name="abstracts" select="ed:not-elsewhere(teiHeader/profileDesc/abstract[normalize-space()], $ed:languages)"/>
    </xsl:call-template>
    <xsl:call-template name="local:jumps"/>
    <xsl:if test="$overviews">
      <nav class="jumps" aria-label="{ed:label('edition')}">
        <xsl:call-template name="ed:overviews"/>
      </nav>
    </xsl:if>
    <xsl:call-template name="ed:documents"/>
    <xsl:call-template name="ed:comparisons"/>
    <xsl:call-template name="ed:registers"/>
    <xsl:call-template name="local:introduction"/>
  </xsl:template>

  <xsl:template name="local:jumps" as="element(h:nav)">
    <nav class="jumps" aria-label="{ed:label('on-this-page')}">
      <a href="#page:documents">{ed:label('documents')}</a>
      <xsl:if test="$comparisons//ed:comparison">
        <a href="#page:comparisons">{ed:label('comparisons')}</a>
      </xsl:if>
      <xsl:if test="$summaries//ed:register">
        <a href="#page:registers">{ed:label('registers')}</a>
      </xsl:if>
      <xsl:variable name="shown" as="element(div)*" select="local:divisions(.)"/>
      <xsl:for-each select="$shown">
        <a href="#{local:id(.)}">
          <xsl:sequence select="ed:lang(.)"/>
          <xsl:text>{(ed:text(head[1])[.], ed:label(@type), ed:label('text'))[1]}</xsl:text>
          <xsl:if test="$shown/@xml:lang != @xml:lang">
            <xsl:text> ({ed:language-name(@xml:lang, ed:page-language-of(@xml:lang))})</xsl:text>
          </xsl:if>
        </a>
      </xsl:for-each>
      <xsl:if test="teiHeader/fileDesc/(titleStmt/respStmt | publicationStmt/*)[normalize-space()]">
        <a href="#page:about">{ed:label('about-edition')}</a>
      </xsl:if>
    </nav>
  </xsl:template>

  <!-- The introduction, and whatever else the edition says, in the page's language, and where that has no page
       in another. -->
  <xsl:function name="local:divisions" as="element(div)*">
    <xsl:param name="edition" as="element(TEI)"/>
    <xsl:for-each-group select="$edition/text/(front | body | back)/div" group-by="string(@type)">
      <xsl:sequence select="ed:not-elsewhere(current-group(), $ed:languages)"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The same id for a division on all pages. -->
  <xsl:function name="local:id" as="xs:string">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="'page:text-' || count($division/ancestor::text/(front | body | back)/div[. &lt;&lt; $division]) + 1"/>
  </xsl:function>

  <!-- The page's language first, with a way from each to the others. -->
  <xsl:template name="local:introduction" as="element()*">
    <xsl:variable name="divisions" as="element(div)*" select="local:divisions(.)"/>
    <xsl:variable name="first" as="element(div)*" select="$divisions[ed:primary(@xml:lang) eq $ed:language]"/>
    <xsl:for-each select="$first, $divisions except $first">
      <xsl:variable name="own" as="element(div)" select="."/>
      <section class="introduction" id="{local:id(.)}">
        <xsl:sequence select="ed:lang(.)"/>
        <xsl:if test="count(distinct-values($divisions/@xml:lang)) gt 1">
          <p class="switch">
            <xsl:for-each select="$divisions">
              <xsl:if test="not(. is $own) and @type = $own/@type">
                <xsl:text> </xsl:text>
                <a href="#{local:id(.)}" hreflang="{@xml:lang}" lang="{@xml:lang}">{
                  ed:capitalised(ed:language-name(@xml:lang, ed:page-language-of(@xml:lang)))}</a>
              </xsl:if>
            </xsl:for-each>
          </p>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="exists(. intersect ed:in-language($divisions[@type = $own/@type]))">
            <xsl:apply-templates select="." mode="ed:text">
              <xsl:with-param name="ed:level" tunnel="yes" select="2"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise>
            <details>
              <summary>{(ed:text(head[1])[.], ed:label(@type))[1]}</summary>
              <xsl:apply-templates select="." mode="ed:text">
                <xsl:with-param name="ed:level" tunnel="yes" select="2"/>
              </xsl:apply-templates>
            </details>
          </xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:for-each>
    <xsl:apply-templates select="text/(front | body | back)/(* except div)" mode="ed:text"/>
  </xsl:template>

  <!-- foot: rights, declaration, citation, downloads. Starts at teiHeader. -->
  <xsl:mode name="local:foot" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="local:foot" as="element()+">
    <xsl:variable name="facts" as="element()*">
      <xsl:apply-templates mode="ed:fact" select="fileDesc/titleStmt, fileDesc/publicationStmt/availability,
        fileDesc/editionStmt, fileDesc/extent,
        fileDesc/publicationStmt/(publisher | authority | distributor | pubPlace | date | idno),
        fileDesc/notesStmt, fileDesc/sourceDesc, encodingDesc/(projectDesc | samplingDecl),
        profileDesc/textClass, revisionDesc"/>
    </xsl:variable>
    <xsl:if test="$facts">
      <section class="about" aria-labelledby="page:about">
        <h2 id="page:about">{ed:label('about-edition')}</h2>
        <dl class="facts">
          <xsl:sequence select="$facts"/>
        </dl>
      </section>
    </xsl:if>
    <xsl:if test="encodingDesc/(editorialDecl | p | classDecl)">
      <section class="about" aria-labelledby="page:editorial">
        <h2 id="page:editorial">{ed:label('editorial')}</h2>
        <dl class="facts">
          <xsl:variable name="rows" as="element()*">
            <xsl:apply-templates mode="ed:fact" select="encodingDesc/editorialDecl, encodingDesc/classDecl/taxonomy"/>
          </xsl:variable>
          <xsl:sequence select="ed:joined-rows($rows)"/>
        </dl>
      </section>
    </xsl:if>
    <xsl:call-template name="ed:citation">
      <xsl:with-param name="header" select="."/>
    </xsl:call-template>
    <xsl:if test="$pdf">
      <xsl:call-template name="ed:downloads"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
