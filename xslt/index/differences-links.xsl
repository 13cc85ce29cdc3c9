<?xml version="1.0" encoding="UTF-8"?>
<!-- Statements that the editors linked, where they hold dates or figures: the passages side by side, and the note. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/differences-links.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:unit" match="ed:unit" use="../@doc, @id" composite="yes"/>
  <xsl:key name="local:note" match="standOff/note" use="tokenize(@target)"/>

  <xsl:template name="ed:statements-compared" as="element(h:section)?">
    <xsl:variable name="links" as="element(link)*"
      select="$alignments[$topic = ('', 'statements')]/TEI ! ed:parallel-links(.)[ed:in-several(local:units(.))][local:units(.)//(ed:date | ed:figure)]"/>
    <xsl:if test="$links">
      <section class="differing" aria-labelledby="page:statements">
        <h2 id="page:statements">{ed:label('statements-compared')}</h2>
        <p class="details">{ed:label('statements-compared-how')}</p>
        <table class="parallel compared" aria-labelledby="page:statements">
          <xsl:for-each select="$links">
            <xsl:sort select="ends-with(ed:relation(.)/@xml:id, 'contradicting')" order="descending"/>
            <xsl:call-template name="local:link"/>
          </xsl:for-each>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The sentences that a link names, document by document. -->
  <xsl:function name="local:units" as="element(ed:unit)*">
    <xsl:param name="link" as="element(link)"/>
    <xsl:sequence select="
      tokenize($link/@target)[ed:document-of(.)] ! key('local:unit', (ed:document-of(.), substring-after(., '#')), $facts)"/>
  </xsl:function>

  <xsl:template name="local:link" as="element(h:tbody)">
    <xsl:variable name="units" as="element(ed:unit)+" select="local:units(.)"/>
    <tbody>
      <xsl:attribute name="class" select="
        replace(ed:relation(.)/@xml:id, '^.*\.', '')[matches(., '^[A-Za-z][A-Za-z0-9-]*$')]"/>
      <tr class="relation">
        <th scope="rowgroup" colspan="2">
          <span>
            <xsl:sequence select="head(ed:relation(.) ! ed:in-language(catDesc)) ! ed:lang(.)"/>
            <xsl:text>{(ed:relation(.) ! ed:category-name(.), ed:label('in-common'))[1] => ed:capitalised()}</xsl:text>
          </span>
        </th>
      </tr>
      <xsl:variable name="cells" as="element(h:td)+">
        <xsl:for-each-group select="$units" group-by="string(../@doc)">
          <td>
            <xsl:call-template name="local:passages"/>
          </td>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:for-each select="0 to (count($cells) - 1) idiv 2">
        <tr>
          <xsl:sequence select="$cells[position() = (2 * current() + 1, 2 * current() + 2)]"/>
        </tr>
      </xsl:for-each>
      <xsl:call-template name="local:notes"/>
    </tbody>
  </xsl:template>

  <!-- What one document says, its dates and figures marked. -->
  <xsl:template name="local:passages" as="element()+">
    <xsl:variable name="units" as="element(ed:unit)+" select="current-group()"/>
    <xsl:variable name="told" as="element(ed:unit)+" select="ed:told($units)"/>
    <xsl:variable name="originals" as="element(ed:unit)*" select="$units except $told"/>
    <p class="by-document">
      <cite>
        <xsl:sequence select="ed:facts-title(..)"/>
      </cite>
      <xsl:if test="$originals"> · {lower-case(ed:label('translation'))}</xsl:if>
    </p>
    <xsl:for-each select="$told">
      <p class="passage-of">
        <xsl:sequence select="ed:to-sentence(.)"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="ed:in-context">
          <xsl:with-param name="marked" select=".//(ed:date | ed:figure)"/>
          <xsl:with-param name="unit" select="."/>
        </xsl:call-template>
      </p>
    </xsl:for-each>
    <xsl:if test="$originals">
      <xsl:call-template name="ed:original-of">
        <xsl:with-param name="units" select="$originals"/>
        <xsl:with-param name="marked" select="$originals//(ed:date | ed:figure)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="local:notes" as="element(h:tr)?">
    <xsl:variable name="notes" as="element(note)*" select="ed:in-language(@xml:id ! key('local:note', '#' || .))"/>
    <xsl:if test="$notes">
      <tr class="difference">
        <td colspan="2">
          <xsl:for-each select="$notes">
            <div>
              <xsl:sequence select="ed:lang(.)"/>
              <xsl:apply-templates mode="ed:text"/>
            </div>
          </xsl:for-each>
        </td>
      </tr>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
