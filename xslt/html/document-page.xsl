<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a document, from its title to its downloads. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/document-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- document: the prepared document → its page. Starts at the document node. -->
  <xsl:mode name="ed:document" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:document" as="element(h:html)">
    <xsl:variable name="title" as="element(title)?" select="head(ed:in-language(TEI/teiHeader/fileDesc/titleStmt/title))"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="ed:text($title)"/>
      <xsl:with-param name="description" select="ed:text(ed:in-language(TEI/teiHeader/profileDesc/abstract)[1])[.]"/>
      <xsl:with-param name="kind" select="'document'"/>
      <xsl:with-param name="pages" select="$pages/ed:pages/ed:page"/>
      <xsl:with-param name="head" as="element()*">
        <xsl:call-template name="ed:citation-head">
          <xsl:with-param name="header" select="TEI/teiHeader"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="main">
        <xsl:apply-templates select="TEI" mode="local:main"/>
      </xsl:with-param>
      <xsl:with-param name="foot">
        <xsl:apply-templates select="TEI/teiHeader" mode="local:foot"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- main: title, abstract, facts and text. Starts at TEI. -->
  <xsl:mode name="local:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="TEI" mode="local:main" as="element()+">
    <xsl:variable name="titles" as="element(title)*" select="teiHeader/fileDesc/titleStmt/title"/>
    <header class="title">
      <hgroup>
        <h1>
          <xsl:sequence select="ed:in-language($titles)[1] ! ed:lang(.)"/>
          <xsl:apply-templates select="ed:in-language($titles)[1]/node()" mode="ed:text"/>
        </h1>
        <xsl:call-template name="ed:other-titles">
          <xsl:with-param name="titles" select="$titles"/>
        </xsl:call-template>
      </hgroup>
      <xsl:call-template name="ed:abstracts">
        <xsl:with-param name="abstracts" select="ed:not-elsewhere(
          teiHeader/profileDesc/abstract[normalize-space()], $pages/ed:pages/ed:page/@language)"/>
      </xsl:call-template>
      <dl class="facts">
        <xsl:apply-templates mode="ed:fact" select="teiHeader ! (profileDesc/langUsage, profileDesc/creation,
          fileDesc/sourceDesc, fileDesc/publicationStmt/availability, fileDesc/titleStmt)"/>
      </dl>
    </header>
    <section class="text" aria-labelledby="page:text">
      <h2 id="page:text">{ed:label('text')}</h2>
      <xsl:for-each select="text">
        <xsl:call-template name="ed:view-choices"/>
      </xsl:for-each>
      <xsl:call-template name="local:notice"/>
      <div class="reading" lang="{@xml:lang[. ne 'und']}">
        <xsl:apply-templates select="text" mode="ed:text">
          <xsl:with-param name="ed:level" tunnel="yes" select="3"/>
        </xsl:apply-templates>
      </div>
    </section>
    <xsl:call-template name="ed:withdrawn"/>
    <xsl:call-template name="ed:named"/>
  </xsl:template>

  <!-- That hateful words will come, and where. -->
  <xsl:template name="local:notice" as="element(h:p)?">
    <xsl:variable name="hateful" as="element()*" select="text//*[ed:is-hateful(.)]/ancestor-or-self::*[@xml:id][ancestor::text][1]"/>
    <xsl:variable name="versions" as="element(div)*" select="$hateful/ed:version(.)"/>
    <xsl:if test="$hateful">
      <p class="notice" role="note">
        <xsl:text>{ed:label('hateful-notice')}</xsl:text>
        <xsl:for-each-group select="$hateful" group-by="(ed:version(.) ! ed:version-words(.), '')[1]">
          <xsl:text>{if (position() gt 1) then ed:label('semicolon') else ' '}</xsl:text>
          <xsl:text>{(current-grouping-key()[.][count($versions) gt 1] ! (. || ', '), '')[1]}</xsl:text>
          <xsl:call-template name="local:numbered"/>
        </xsl:for-each-group>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Sentences, or paragraphs, by their numbers: "sentences 5, 8". -->
  <xsl:template name="local:numbered" as="node()+">
    <xsl:for-each-group select="current-group()" group-by="if (self::s) then 'sentence' else 'paragraph'">
      <xsl:variable name="kind" as="xs:string" select="current-grouping-key()"/>
      <xsl:text>{if (position() gt 1) then ', ' else ''}</xsl:text>
      <xsl:text>{lower-case(ed:label($kind || 's'[count(current-group()) gt 1]))} </xsl:text>
      <xsl:for-each select="current-group()">
        <xsl:text>{if (position() gt 1) then ', ' else ''}</xsl:text>
        <a href="#{encode-for-uri(@xml:id)}" aria-label="{lower-case(ed:label($kind))} {ed:number-of(.)}">{ed:number-of(.)}</a>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <!-- foot: what else the header says, how to cite, what to take away. Starts at teiHeader. -->
  <xsl:mode name="local:foot" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="local:foot" as="element()+">
    <section class="about" aria-labelledby="page:about">
      <h2 id="page:about">{ed:label('about')}</h2>
      <dl class="facts">
        <xsl:apply-templates mode="ed:fact" select="fileDesc/editionStmt, fileDesc/extent,
          fileDesc/publicationStmt/(* except availability), fileDesc/notesStmt, fileDesc/sourceDesc//msIdentifier,
          fileDesc/sourceDesc/msDesc/(msContents, physDesc, history, additional), fileDesc/sourceDesc/listWit,
          ../facsimile, fileDesc/sourceDesc//idno[@type eq 'sha256'], encodingDesc,
          profileDesc/(* except (abstract, langUsage, creation)), revisionDesc"/>
      </dl>
    </section>
    <xsl:call-template name="ed:citation">
      <xsl:with-param name="header" select="."/>
    </xsl:call-template>
    <xsl:call-template name="ed:downloads">
      <xsl:with-param name="of-document" select="true()"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
