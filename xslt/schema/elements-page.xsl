<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of all elements: what each is, holds and has, and where it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/schema/elements-page.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- elements: the ODD → the page of its elements. Starts at the document node. -->
  <xsl:mode name="ed:elements" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="local:order" as="xs:string" select="'http://www.w3.org/2005/xpath-functions/collation/codepoint'"/>
  <xsl:variable name="local:elements" as="element(elementSpec)*" select="
    sort(//schemaSpec//elementSpec[not(@mode eq 'delete')], $local:order, function($e) { lower-case($e/@ident) })"/>

  <xsl:template match="/" mode="ed:elements" as="element(h:html)">
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="'The elements'"/>
      <xsl:with-param name="kind" select="'guide'"/>
      <xsl:with-param name="edition" select="ed:titles-of-edition($header)"/>
      <xsl:with-param name="main">
        <header class="title">
          <h1>The elements</h1>
          <p class="lead">All {count($local:elements)} elements that a document may have. How they are used, the
            <a href="manual.html">encoding manual</a> says.</p>
          <p class="lead">In what an element holds, a comma means “then”, <code>|</code> means “or”, <code>?</code> “at most
            one”, <code>*</code> “any number, also none”, <code>+</code> “one or more”.</p>
        </header>
        <xsl:call-template name="local:letters"/>
        <section aria-labelledby="page:groups">
          <h2 id="page:groups">Groups of elements</h2>
          <xsl:apply-templates select="//schemaSpec//macroSpec[not(ed:holds-nothing(content))]" mode="local:entry"/>
        </section>
        <section aria-labelledby="page:everywhere">
          <h2 id="page:everywhere">Attributes that every element has</h2>
          <p>Some elements leave out one of them, or say more of it; it then stands with the element.</p>
          <xsl:sequence select="ed:attributes(ed:global-attributes(/))"/>
        </section>
        <xsl:for-each-group select="$local:elements" group-adjacent="upper-case(substring(@ident, 1, 1))">
          <section aria-labelledby="page:letter-{current-grouping-key()}">
            <h2 id="page:letter-{current-grouping-key()}" class="letter">{current-grouping-key()}</h2>
            <xsl:apply-templates select="current-group()" mode="local:entry"/>
          </section>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="local:letters" as="element(h:nav)">
    <nav class="letters" aria-label="{ed:label('letters')}">
      <xsl:for-each select="distinct-values($local:elements ! upper-case(substring(@ident, 1, 1)))">
        <a href="#page:letter-{.}">{.}</a>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </nav>
  </xsl:template>

  <!-- entry: a specification → what it says. Starts at elementSpec and macroSpec. -->
  <xsl:mode name="local:entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="macroSpec" mode="local:entry" as="element(h:article)">
    <article class="specification" id="{@ident}">
      <h3><code>{@ident}</code></h3>
      <p>{ed:description(.)}</p>
      <dl class="facts">
        <xsl:sequence select="local:fact('Holds', ed:content(content))"/>
      </dl>
    </article>
  </xsl:template>

  <xsl:template match="elementSpec" mode="local:entry" as="element(h:article)">
    <xsl:variable name="attributes" as="element(attDef)*" select="ed:kept-attributes(.)"/>
    <article class="specification" id="{@ident}">
      <h3><code>{@ident}</code></h3>
      <p>{ed:description(.)}</p>
      <dl class="facts">
        <xsl:sequence select="local:fact('Holds', ed:content(content))"/>
        <xsl:sequence select="local:fact('Stands in', ed:listed(ed:parents(.)))"/>
        <xsl:sequence select="$attributes[1] ! local:fact('Attributes', ed:attributes($attributes))"/>
        <xsl:sequence select="constraintSpec[1] ! local:fact('Rules', local:rules(..))"/>
        <xsl:sequence select="local:fact('Elsewhere', local:guidelines(.))"/>
      </dl>
    </article>
  </xsl:template>

  <xsl:function name="local:fact" as="element(h:div)">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <div class="fact">
      <dt>{$label}</dt>
      <dd>
        <xsl:sequence select="$content"/>
      </dd>
    </div>
  </xsl:function>

  <xsl:function name="local:rules" as="element(h:ul)">
    <xsl:param name="specification" as="element(elementSpec)"/>
    <ul>
      <xsl:for-each select="$specification/constraintSpec">
        <xsl:variable name="code" as="xs:string" select="substring-before(@ident, '-')"/>
        <li>
          <a href="rules.html#{$code}">{$code}</a>
          <xsl:text> {normalize-space((desc[@type eq 'what'], desc)[1])}</xsl:text>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <xsl:function name="local:guidelines" as="element(h:a)">
    <xsl:param name="specification" as="element(elementSpec)"/>
    <xsl:variable name="name" as="xs:string" select="$specification/@ident"/>
    <a href="https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-{$name}.html">TEI Guidelines</a>
  </xsl:function>

</xsl:stylesheet>
