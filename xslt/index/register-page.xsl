<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of a register: its entries in the order of their names, with jumps to the letters of a long one. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/register-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- register: the prepared register → its page. Starts at the document node. -->
  <xsl:mode name="ed:register" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="local:entries" as="element()*" select="/TEI ! ed:own-entries(.)"/>

  <xsl:template match="/" mode="ed:register" as="element(h:html)">
    <xsl:variable name="title" as="element(title)?" select="head(ed:in-language(TEI/teiHeader/fileDesc/titleStmt/title))"/>
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="ed:text($title)"/>
      <xsl:with-param name="description" select="ed:text(ed:in-language(TEI/teiHeader/fileDesc/sourceDesc/p)[1])[.]"/>
      <xsl:with-param name="kind" select="'register'"/>
      <xsl:with-param name="pages" select="ed:pages(/TEI/@xml:id)"/>
      <xsl:with-param name="main">
        <xsl:apply-templates select="TEI" mode="local:main"/>
      </xsl:with-param>
      <xsl:with-param name="foot">
        <xsl:apply-templates select="TEI/teiHeader" mode="local:foot"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- main: title, letters, entries. Starts at TEI. -->
  <xsl:mode name="local:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="TEI" mode="local:main" as="element()+">
    <xsl:variable name="titles" as="element(title)*" select="teiHeader/fileDesc/titleStmt/title"/>
    <header class="title">
      <h1>
        <xsl:sequence select="ed:lang(ed:in-language($titles)[1])"/>
        <xsl:text>{ed:text(ed:in-language($titles)[1])}</xsl:text>
      </h1>
      <xsl:call-template name="ed:other-titles">
        <xsl:with-param name="titles" select="$titles[not(ed:primary(@xml:lang) = $ed:languages)]"/>
      </xsl:call-template>
    </header>
    <xsl:if test="count($local:entries) gt 40">
      <xsl:call-template name="ed:filter"/>
    </xsl:if>
    <xsl:call-template name="local:letters"/>
    <xsl:for-each-group select="$local:entries" group-adjacent="generate-id(parent::*[head])">
      <xsl:variable name="heads" as="element(head)*" select="ed:in-language(../head)"/>
      <xsl:element name="{if ($heads) then 'section' else 'div'}">
        <xsl:attribute name="class" select="'entries'"/>
        <xsl:for-each select="$heads">
          <h2 class="list-title">
            <xsl:sequence select="ed:lang(.)"/>
            <xsl:apply-templates mode="ed:text"/>
          </h2>
        </xsl:for-each>
        <xsl:call-template name="ed:other-titles">
          <xsl:with-param name="titles" select="../head[not(ed:primary(@xml:lang) = $ed:languages)]"/>
        </xsl:call-template>
        <xsl:call-template name="local:sorted"/>
      </xsl:element>
    </xsl:for-each-group>
    <xsl:call-template name="ed:withdrawn"/>
  </xsl:template>

  <xsl:template name="local:sorted" as="element()*">
    <xsl:for-each-group select="current-group()" group-by="local:letter(.)">
      <xsl:sort select="current-grouping-key()" collation="{$ed:collation}"/>
      <xsl:if test="$local:is-long">
        <h2 class="letter" id="page:letter-{current-grouping-key()}">{current-grouping-key()}</h2>
      </xsl:if>
      <ol class="lines">
        <xsl:for-each select="current-group()">
          <xsl:sort select="ed:sort-key(ed:sort-name(., $ed:language))" collation="{$ed:collation}"/>
          <xsl:sort select="ed:sort-name(., $ed:language)" collation="{$ed:collation}"/>
          <xsl:apply-templates select="." mode="ed:line"/>
        </xsl:for-each>
      </ol>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="local:letters" as="element(h:nav)?">
    <xsl:if test="$local:is-long">
      <nav class="letters" aria-label="{ed:label('letters')}">
        <xsl:for-each select="distinct-values($local:entries ! local:letter(.))">
          <xsl:sort select="." collation="{$ed:collation}"/>
          <xsl:text> </xsl:text>
          <a href="#page:letter-{encode-for-uri(.)}">{.}</a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- A register is long when it does not fit a few screens, and is one list. -->
  <xsl:variable name="local:is-long" as="xs:boolean"
    select="count($local:entries) gt 40 and count($local:entries/..[head]) lt 2"/>

  <!-- One that is shorter than a book's index says something of each entry and names the documents. -->
  <xsl:variable name="ed:is-short" as="xs:boolean" select="count($local:entries) le 200"/>

  <!-- The letter that an entry stands under: the first of its name, without its accent; 0–9 for what is no letter. -->
  <xsl:function name="local:letter" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="first" as="xs:string"
      select="ed:initial(ed:sort-name($entry, $ed:language))"/>
    <xsl:sequence select="if (not($local:is-long)) then '' else if (matches($first, '\p{L}')) then $first else '0–9'"/>
  </xsl:function>

  <!-- foot: what the register's header says. Starts at teiHeader. -->
  <xsl:mode name="local:foot" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="local:foot" as="element()+">
    <section class="about" aria-labelledby="page:about">
      <h2 id="page:about">{ed:label('about-register')}</h2>
      <dl class="facts">
        <xsl:apply-templates mode="ed:fact" select="fileDesc/sourceDesc, fileDesc/titleStmt, fileDesc/editionStmt,
          fileDesc/publicationStmt/(publisher | authority | date | availability), encodingDesc, revisionDesc"/>
      </dl>
    </section>
    <xsl:call-template name="ed:downloads"/>
  </xsl:template>

</xsl:stylesheet>
