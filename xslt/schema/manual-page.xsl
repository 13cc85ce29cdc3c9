<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the encoding manual: its chapters, their text, and all elements. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/schema/manual-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- manual: the ODD → the page of its prose. Starts at the document node. -->
  <xsl:mode name="ed:manual" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:manual" as="element(h:html)">
    <xsl:variable name="title" as="xs:string" select="normalize-space(TEI/teiHeader/fileDesc/titleStmt/title[1])"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="kind" select="'guide'"/>
      <xsl:with-param name="edition" select="ed:titles-of-edition($header)"/>
      <xsl:with-param name="main">
        <header class="title">
          <h1>{$title}</h1>
        </header>
        <xsl:apply-templates select="TEI/text" mode="local:contents"/>
        <xsl:apply-templates select="TEI/text/*/*" mode="manual"/>
      </xsl:with-param>
      <xsl:with-param name="foot">
        <div class="about">
          <xsl:apply-templates select="TEI/teiHeader/fileDesc/(publicationStmt, sourceDesc)/p" mode="manual"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- contents: the chapters by their headings. Starts at text. -->
  <xsl:mode name="local:contents" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="text" mode="local:contents" as="element(h:nav)">
    <nav class="toc chapters" aria-label="{ed:label('on-this-page')}">
      <ol>
        <xsl:for-each select="*/div[@xml:id]">
          <li>
            <a href="#{@xml:id}">{normalize-space(head)}</a>
          </li>
        </xsl:for-each>
      </ol>
    </nav>
  </xsl:template>

</xsl:stylesheet>
