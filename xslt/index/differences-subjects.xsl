<?xml version="1.0" encoding="UTF-8"?>
<!-- What several documents speak of, where each thing has a page of its own: figures, events, linked statements. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/differences-subjects.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:subject" match="ed:subject" use="@topic"/>

  <xsl:template name="ed:subjects" as="element(h:section)*">
    <xsl:variable name="figures" as="element(h:li)*">
      <xsl:for-each select="$inside//ed:subject[starts-with(@topic, 'figure:')]">
        <xsl:sort select="-number(@documents)"/>
        <xsl:sort select="@topic"/>
        <xsl:variable name="name" as="text()">
          <xsl:text>{ed:commodity(substring-after(@topic, ':'))}</xsl:text>
        </xsl:variable>
        <xsl:sequence select="local:line(., $name)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="events" as="element(h:li)*">
      <xsl:for-each select="$events/ed:all/ed:entries/ed:entry">
        <xsl:variable name="name" as="node()+">
          <xsl:sequence select="ed:lang(.)"/>
          <xsl:text>{ed:capitalised(.)}</xsl:text>
        </xsl:variable>
        <xsl:sequence select="key('local:subject', 'event:' || @key, $inside) ! local:line(., $name)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="local:section('figures', ed:label('figures-compared'), $figures)"/>
    <xsl:sequence select="local:section('events', ed:label('events-compared'), $events)"/>
    <xsl:if test="$statements">
      <section class="differing" aria-labelledby="page:statements">
        <h2 id="page:statements">
          <a href="differences/{ed:address('statements')}">{ed:label('statements-compared')}</a>
        </h2>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="local:section" as="element(h:section)?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lines" as="element(h:li)*"/>
    <xsl:if test="$lines">
      <section class="differing" aria-labelledby="page:{$id}">
        <h2 id="page:{$id}">{$title}</h2>
        <ol class="lines">
          <xsl:sequence select="$lines"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- A subject, which leads to its page, with how many sentences of how many documents speak of it. -->
  <xsl:function name="local:line" as="element(h:li)">
    <xsl:param name="subject" as="element(ed:subject)"/>
    <xsl:param name="name" as="node()+"/>
    <li class="line">
      <a class="headword" href="differences/{ed:address($subject/@page)}">
        <xsl:sequence select="$name"/>
      </a>
      <span class="details"> {ed:digits($subject/@units)} {ed:label('sentences')}, {
        ed:digits($subject/@documents)} {lower-case(ed:label('documents'))}</span>
    </li>
  </xsl:function>

</xsl:stylesheet>
