<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the rules: its letters, then each rule with its examples. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:local="xslt/schema/rules-page.xsl" expand-text="yes" exclude-result-prefixes="#all">

  <!-- rules: the rules → their page. Starts at the document node. -->
  <xsl:mode name="ed:rules" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:rules" as="element(h:html)">
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="'The rules of the check'"/>
      <xsl:with-param name="description" select="'What edition check looks for in every document, and why.'"/>
      <xsl:with-param name="kind" select="'guide'"/>
      <xsl:with-param name="edition" select="ed:titles-of-edition($header)"/>
      <xsl:with-param name="main">
        <xsl:apply-templates select="ed:rules" mode="local:main"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- main: what the rules are, their letters, the rules. Starts at ed:rules. -->
  <xsl:mode name="local:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="ed:rules" mode="local:main" as="element()+">
    <header class="title">
      <h1>The rules of the check</h1>
      <p class="lead">What <code>edition check</code> looks for in every document, and why. A finding begins with the code
        of its rule; <code>edition explain</code> with the code says the same on the command line.</p>
      <p class="lead">{count(ed:group/ed:rule)} rules. An <span class="severity severity-error">error</span> keeps the edition from being
        made; a <span class="severity severity-warning">warning</span> is to be mended, and a <span class="severity severity-info">remark</span>
        is worth a look.</p>
    </header>
    <nav class="toc" aria-label="{ed:label('on-this-page')}">
      <ol>
        <xsl:for-each select="ed:group">
          <li>
            <a href="#page:{@letter}"><span class="letter">{@letter}</span> {@title}</a>
            <span class="count"> {count(ed:rule)}</span>
          </li>
        </xsl:for-each>
      </ol>
    </nav>
    <xsl:apply-templates select="ed:group" mode="local:main"/>
  </xsl:template>

  <xsl:template match="ed:group" mode="local:main" as="element(h:section)">
    <section class="rules" aria-labelledby="page:{@letter}">
      <h2 id="page:{@letter}"><span class="letter">{@letter}</span> {@title}</h2>
      <xsl:apply-templates select="ed:rule" mode="local:main"/>
    </section>
  </xsl:template>

  <xsl:template match="ed:rule" mode="local:main" as="element(h:article)">
    <article class="rule" id="{@code}">
      <h3><a class="code" href="#{@code}">{@code}</a> {replace(ed:capitalised(translate(@name, '-', ' ')), '(^| )tei( |$)', '$1TEI$2', 'i')}</h3>
      <p class="marks">
        <xsl:call-template name="local:marks"/>
      </p>
      <p><xsl:sequence select="ed:sentence(ed:what)"/></p>
      <p class="why"><xsl:sequence select="ed:sentence(ed:why)"/></p>
      <xsl:for-each select="ed:hint[. ne '']">
        <p class="hint"><xsl:sequence select="ed:sentence(.)"/></p>
      </xsl:for-each>
      <xsl:for-each select="ed:fix[. ne '']">
        <p class="hint"><code>--fix</code>: <xsl:sequence select="ed:sentence(.)"/></p>
      </xsl:for-each>
      <xsl:if test="ed:bad ne '' or ed:good ne ''">
        <div class="examples">
          <xsl:sequence select="ed:bad[. ne ''] ! ed:example(., 'bad', 'Wrong')"/>
          <xsl:sequence select="ed:good[. ne ''] ! ed:example(., 'good', 'Right')"/>
        </div>
      </xsl:if>
    </article>
  </xsl:template>

  <!-- How much a rule matters, whether it is told unasked, whether the program can mend what it finds. -->
  <xsl:template name="local:marks" as="item()+">
    <xsl:variable name="words" as="map(*)" select="map {'error': 'error', 'warning': 'warning', 'info': 'remark'}"/>
    <span class="severity severity-{@severity}">{$words(@severity)}</span>
    <xsl:if test="@default eq 'false'">
      <xsl:text> · told only with </xsl:text>
      <code>--select {@code}</code>
    </xsl:if>
    <xsl:variable name="code" as="xs:string" select="@code"/>
    <xsl:for-each select="$odd//tei:constraintSpec[starts-with(@ident, $code || '-')]/ancestor::tei:elementSpec">
      <xsl:text> · about </xsl:text>
      <xsl:sequence select="ed:gi(@ident)"/>
    </xsl:for-each>
    <xsl:if test="ed:fix ne ''">
      <xsl:text> · mended by </xsl:text>
      <code>edition check --fix</code>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
