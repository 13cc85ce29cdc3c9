<?xml version="1.0" encoding="UTF-8"?>
<!-- All documents of an edition → one page of XHTML for WeasyPrint: rows of versions, notes at the foot, an index by page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:output method="xhtml" encoding="UTF-8" indent="no"/>
  <xsl:mode on-no-match="shallow-skip"/>
  <xsl:key name="id" match="s" use="ancestor::TEI/@xml:id || '#' || @xml:id"/>
  <xsl:key name="naming" match="*[@ref][ancestor::text][not(ancestor::note)]" use="@ref"/>

  <xsl:template match="/" as="element(h:html)">
    <html lang="en">
      <head>
        <title>Edition</title>
        <style>
          @page {{ size: 170mm 240mm; margin: 27mm 24mm 27mm 30mm; @bottom-center {{ content: counter(page) }} @top-center {{ content: string(title) }} }}
          body {{ font: 10.5pt/1.3 "Libertinus Serif", "DejaVu Serif", serif; hyphens: auto; text-align: justify }}
          h1 {{ font-size: 17pt; font-weight: normal; break-before: page; string-set: title content() }}
          .row {{ display: table; width: 100%; table-layout: fixed; break-inside: avoid; font-size: 9.6pt }}
          .cell {{ display: table-cell; padding-right: 6mm }}
          .note {{ float: footnote; font-size: 8.5pt }}
          .index p {{ margin: 0 0 0 1.2em; text-indent: -1.2em; text-align: left; font-size: 9pt }}
          .index {{ columns: 2 }}
          .index a::after {{ content: target-counter(attr(href), page) }}
          a {{ color: inherit; text-decoration: none }}
        </style>
      </head>
      <body>
        <xsl:apply-templates select="//TEI"/>
        <h1>Index</h1>
        <div class="index">
          <xsl:for-each select="distinct-values(//text//*[not(ancestor-or-self::note)]/@ref)">
            <xsl:sort select="."/>
            <p>{.} <xsl:for-each select="key('naming', ., $all)/ancestor::s[1]/.">
              <a href="#{generate-id()}"/><xsl:text> </xsl:text>
            </xsl:for-each></p>
          </xsl:for-each>
        </div>
      </body>
    </html>
  </xsl:template>

  <xsl:variable name="all" as="document-node()" select="/"/>

  <xsl:template match="TEI" as="element()+">
    <xsl:variable name="document" as="xs:string" select="@xml:id"/>
    <h1>{teiHeader/fileDesc/titleStmt/title[1]}</h1>
    <xsl:choose>
      <xsl:when test="standOff/linkGrp[@type eq 'translation']">
        <xsl:for-each select="standOff/linkGrp[@type eq 'translation']/link">
          <xsl:variable name="sentences" as="element(s)*" select="tokenize(@target) ! key('id', $document || ., $all)"/>
          <div class="row">
            <xsl:for-each-group select="$sentences" group-by="ancestor::div[@xml:lang][1]/@xml:lang">
              <div class="cell" lang="{current-grouping-key()}">
                <xsl:apply-templates select="current-group()" mode="text"/>
              </div>
            </xsl:for-each-group>
          </div>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="text//(p | ab | head | item | l)[not(ancestor::note)]">
          <p><xsl:apply-templates mode="text"/></p>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="text" on-no-match="text-only-copy"/>
  <xsl:template match="s" mode="text" as="node()+"><span id="{generate-id()}"><xsl:apply-templates mode="text"/></span><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="choice" mode="text" as="node()+"><xsl:apply-templates select="(corr, reg, abbr, *)[1]" mode="text"/><span class="note">{(sic, orig, expan)[1]}</span></xsl:template>
  <xsl:template match="note" mode="text" as="element(h:span)"><span class="note"><xsl:apply-templates mode="text"/></span></xsl:template>
  <xsl:template match="note//choice" mode="text" as="node()*"><xsl:apply-templates select="*[1]" mode="text"/></xsl:template>
  <xsl:template match="note//note" mode="text" as="empty-sequence()"/>
  <xsl:template match="title | foreign | emph" mode="text" as="element(h:em)"><em><xsl:apply-templates mode="text"/></em></xsl:template>

</xsl:stylesheet>
