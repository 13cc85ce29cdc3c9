<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a page, and what can be taken away from it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/citation.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- How many volumes the PDF of the whole edition has. -->
  <xsl:param name="volumes" as="xs:string" select="'1'"/>

  <!-- A section with the citation of a text of the edition and an example of a sentence's address. -->
  <xsl:template name="ed:citation" as="element(h:section)">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="title" as="element(title)?" select="head(ed:in-language($header/fileDesc/titleStmt/title))"/>
    <xsl:variable name="whole" as="element(title)?" select="head(ed:in-language($header/fileDesc/seriesStmt/title))"/>
    <xsl:variable name="first" as="element(s)?" select="(root($header)//text//s[@xml:id])[1]"/>
    <section class="cite" aria-labelledby="page:cite">
      <h2 id="page:cite">{ed:label('cite')}</h2>
      <p class="citation">
        <xsl:text>{ed:cited-names($header) ! (. || ', ')}</xsl:text>
        <cite>
          <xsl:sequence select="$title ! ed:lang(.)"/>
          <xsl:text>{$title ! ed:text(.)}</xsl:text>
        </cite>
        <xsl:if test="$whole">
          <xsl:text>, {ed:label('cite-in')} </xsl:text>
          <cite>
            <xsl:sequence select="ed:lang($whole)"/>
            <xsl:text>{ed:text($whole)}</xsl:text>
          </cite>
        </xsl:if>
        <xsl:text>{ed:cited-version($header)}, {local:page($header)}.</xsl:text>
      </p>
      <xsl:if test="$first">
        <p class="hint">{ed:label('cite-sentence')} <code>{local:page($header)}#{$first/@xml:id}</code>.</p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:function name="local:page" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="
      if ($root eq './') then 'index.html' else 'documents/' || $header/../@xml:id || '.html'"/>
  </xsl:function>

  <!-- The PDFs of a page: its own; of the whole edition, its volumes. -->
  <xsl:function name="local:books" as="xs:string+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="volumes" as="xs:integer" select="if ($root eq './') then xs:integer($volumes) else 1"/>
    <xsl:sequence select="if ($volumes eq 1) then $id else (1 to $volumes) ! ($id || '-' || .)"/>
  </xsl:function>

  <xsl:template name="ed:downloads" as="element(h:section)">
    <section class="downloads" aria-labelledby="page:downloads">
      <h2 id="page:downloads">{ed:label('downloads')}</h2>
      <ul>
        <xsl:if test="$root ne './'">
          <li>
            <a href="{$root}tei/{encode-for-uri(/TEI/@xml:id)}.xml" type="application/xml">{ed:label('tei')}</a>
          </li>
        </xsl:if>
        <xsl:if test="$pdf">
          <xsl:variable name="books" as="xs:string+" select="local:books(/TEI/@xml:id)"/>
          <xsl:for-each select="$books">
            <li>
              <a href="{$root}pdf/{encode-for-uri(.)}.pdf" type="application/pdf">{
                ed:label(if ($root eq './') then 'pdf-edition' else 'pdf')}{(', ' || ed:label('volume') || ' ' || position())[count($books) gt 1]}</a>
            </li>
          </xsl:for-each>
        </xsl:if>
      </ul>
    </section>
  </xsl:template>

</xsl:stylesheet>
