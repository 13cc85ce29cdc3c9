<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a page, in words and for reference managers, and what can be taken away from it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/citation.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- How many volumes the PDF of the whole edition has. -->
  <xsl:param name="volumes" as="xs:string" select="'1'"/>

  <!-- A section with the reference to a text of the edition in all its forms, and how to cite a sentence of it. -->
  <xsl:template name="ed:citation" as="element(h:section)">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="reference" as="map(xs:string, item()*)" select="ed:reference($header)"/>
    <xsl:variable name="first" as="element(s)?" select="(root($header)//text//s[@xml:id])[1]"/>
    <section class="cite" aria-labelledby="page:cite">
      <h2 id="page:cite">{ed:label('cite')}</h2>
      <xsl:call-template name="local:in-words">
        <xsl:with-param name="header" select="$header"/>
        <xsl:with-param name="reference" select="$reference"/>
      </xsl:call-template>
      <xsl:if test="$first">
        <p class="hint">{ed:label('cite-sentence')} <code>{$reference?path}#{$first/@xml:id}</code>.</p>
      </xsl:if>
      <xsl:call-template name="local:forms">
        <xsl:with-param name="reference" select="$reference"/>
      </xsl:call-template>
      <xsl:call-template name="local:menu"/>
    </section>
  </xsl:template>

  <!-- The reference as a sentence. `data-fill` marks where a script can put a passage, see lib/reference-forms.xsl. -->
  <xsl:template name="local:in-words" as="element(h:p)">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="reference" as="map(xs:string, item()*)"/>
    <xsl:variable name="title" as="element(title)?" select="head(ed:in-language($header/fileDesc/titleStmt/title))"/>
    <xsl:variable name="whole" as="element(title)?" select="head(ed:in-language($header/fileDesc/seriesStmt/title))"/>
    <p class="citation" data-form="text">
      <xsl:text>{ed:cited-names($header) ! (. || ', ')}</xsl:text>
      <cite>
        <xsl:sequence select="$title ! ed:lang(.)"/>
        <xsl:text>{$title ! ed:text(.)}</xsl:text>
      </cite>
      <span data-fill="passage" data-as=", %"/>
      <xsl:if test="$whole">
        <xsl:text>, {ed:label('cite-in')} </xsl:text>
        <cite>
          <xsl:sequence select="ed:lang($whole)"/>
          <xsl:text>{ed:text($whole)}</xsl:text>
        </cite>
      </xsl:if>
      <xsl:text>{ed:cited-version($header)}, </xsl:text>
      <span data-fill="address" data-as="%">{($reference?address, $reference?path)[1]}</span>
      <xsl:text>.</xsl:text>
    </p>
  </xsl:template>

  <!-- The PDFs of a page: its own; of the whole edition, its volumes. -->
  <xsl:function name="local:books" as="xs:string+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="volumes" as="xs:integer" select="if ($root eq './') then xs:integer($volumes) else 1"/>
    <xsl:sequence select="if ($volumes eq 1) then $id else (1 to $volumes) ! ($id || '-' || .)"/>
  </xsl:function>

  <!-- The reference for reference managers, folded, each with its file. -->
  <xsl:template name="local:forms" as="element(h:details)+">
    <xsl:param name="reference" as="map(xs:string, item()*)"/>
    <xsl:for-each select="ed:reference-forms($reference)">
      <details class="reference">
        <summary>{?name}</summary>
        <pre><code data-form="{?name}"><xsl:sequence select="?text"/></code></pre>
        <p>
          <a href="{$root}{replace($reference?path, '\.html$', '')}{?ending}" type="{?type}" download="download">{
            ed:label('reference-file')} ({?name})</a>
        </p>
      </details>
    </xsl:for-each>
  </xsl:template>

  <!-- What the script shows at the number of a passage. -->
  <xsl:template name="local:menu" as="element(h:template)">
    <template class="cite-menu">
      <div class="cite-menu" popover="auto" role="dialog">
        <button type="button" data-copy="link">{ed:label('copy-link')}</button>
        <button type="button" data-copy="text">{ed:label('copy-reference')}</button>
        <xsl:for-each select="'BibTeX', 'RIS', 'CSL-JSON'">
          <button type="button" data-copy="{.}" aria-label="{ed:label('copy-as')} {.}">{.}</button>
        </xsl:for-each>
        <p role="status" data-copied="{ed:label('copied')}" data-failed="{ed:label('not-copied')}"/>
      </div>
    </template>
  </xsl:template>

  <!-- The files of a page; of a document also its plain texts and links. -->
  <xsl:template name="ed:downloads" as="element(h:section)">
    <xsl:param name="of-document" as="xs:boolean" select="false()"/>
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
        <xsl:if test="$of-document">
          <xsl:call-template name="local:data"/>
        </xsl:if>
        <li>
          <a href="{$root}{ed:address('data')}">{ed:label('data-page')}</a>
        </li>
      </ul>
    </section>
  </xsl:template>

  <!-- A document's texts, mentions and links. -->
  <xsl:template name="local:data" as="element(h:li)*">
    <xsl:for-each select="ed:plain-texts(/TEI)">
      <li>
        <a href="{$root}{ed:encoded(ed:plain-path(.))}" type="text/plain">{ed:label('plain-text')}{
          self::div ! (ed:label('colon') || ed:version-words(.))}</a>
      </li>
    </xsl:for-each>
    <li>
      <a href="{$root}data/mentions/{encode-for-uri(/TEI/@xml:id)}.jsonld" type="application/ld+json">{ed:label('data-annotations')}</a>
    </li>
    <xsl:if test="ed:linked(/TEI)">
      <li>
        <a href="{$root}data/links/{encode-for-uri(/TEI/@xml:id)}.tmx" type="application/xml">{ed:label('links-tmx')}</a>
      </li>
      <li>
        <a href="{$root}data/links/{encode-for-uri(/TEI/@xml:id)}.tsv" type="text/tab-separated-values">{ed:label('links-tsv')}</a>
      </li>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
