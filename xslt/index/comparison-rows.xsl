<?xml version="1.0" encoding="UTF-8"?>
<!-- What two documents both have: each link with the passages that it joins, how they relate, and what differs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/comparison-rows.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:unit" match="ed:unit[@kind eq 's']" use="../@doc, @id" composite="yes"/>
  <xsl:key name="local:note" match="standOff/note" use="tokenize(@target)"/>

  <!-- The rows, in the order of the first document. -->
  <xsl:template name="ed:comparison-rows" as="element(h:table)">
    <table class="parallel compared" aria-labelledby="page:common">
      <thead>
        <tr>
          <xsl:for-each select="$ed:pair">
            <th scope="col">
              <a href="{$root}documents/{ed:own-page(ed:page)}">
                <xsl:sequence select="ed:facts-title(.)"/>
              </a>
            </th>
          </xsl:for-each>
        </tr>
      </thead>
      <xsl:for-each select="$ed:pair-links">
        <xsl:sort select="local:place(., $ed:pair[1])"/>
        <xsl:sort select="local:place(., $ed:pair[2])"/>
        <xsl:call-template name="local:link"/>
      </xsl:for-each>
    </table>
  </xsl:template>

  <!-- Where in a document the passage is that a link names. -->
  <xsl:function name="local:place" as="xs:integer">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="document" as="element(ed:facts)"/>
    <xsl:variable name="first" as="element(ed:unit)?" select="local:units($link, $document)[1]"/>
    <xsl:sequence select="count($first/preceding-sibling::ed:unit)"/>
  </xsl:function>

  <!-- The sentences of a document that a link names, in the document's order. -->
  <xsl:function name="local:units" as="element(ed:unit)*">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="document" as="element(ed:facts)"/>
    <xsl:sequence select="
      (ed:named-in($link, $document/@doc) ! key('local:unit', ($document/@doc, .), $facts)) | ()"/>
  </xsl:function>

  <xsl:template name="local:link" as="element(h:tbody)">
    <xsl:variable name="link" as="element(link)" select="."/>
    <xsl:variable name="relation" as="element(category)?" select="ed:relation(.)"/>
    <tbody>
      <xsl:sequence select="@xml:id ! ed:id(.)"/>
      <xsl:attribute name="class" select="
        replace($relation/@xml:id, '^.*\.', '')[matches(., '^[A-Za-z][A-Za-z0-9-]*$')]"/>
      <tr class="relation">
        <th scope="rowgroup" colspan="2">
          <span>
            <xsl:sequence select="head($relation ! ed:in-language(catDesc)) ! ed:lang(.)"/>
            <xsl:text>{($relation ! ed:category-name(.), ed:label('in-common'))[1] => ed:capitalised()}</xsl:text>
          </span>
          <xsl:text>{@cert ! (' (' || ed:label('cert') || ed:label('colon') || ed:label(.) || ')')}</xsl:text>
          <xsl:for-each select="@xml:id">
            <xsl:text> </xsl:text>
            <a class="number" href="#{encode-for-uri(.)}" aria-label="{ed:label('permalink')}">#</a>
          </xsl:for-each>
        </th>
      </tr>
      <tr>
        <xsl:for-each select="$ed:pair">
          <td>
            <p class="from">
              <xsl:sequence select="ed:facts-title(.)"/>
            </p>
            <xsl:for-each select="local:units($link, .)">
              <xsl:call-template name="ed:passage"/>
            </xsl:for-each>
          </td>
        </xsl:for-each>
      </tr>
      <xsl:call-template name="local:notes"/>
    </tbody>
  </xsl:template>

  <!-- What differs and why: the notes in the language of the page, or else in the first. -->
  <xsl:template name="local:notes" as="element(h:tr)?">
    <xsl:variable name="notes" as="element(note)*" select="ed:in-language(@xml:id ! key('local:note', '#' || .))"/>
    <xsl:if test="$notes">
      <tr class="difference">
        <td colspan="2">
          <xsl:for-each select="$notes">
            <div>
              <xsl:sequence select="ed:common(.)"/>
              <xsl:apply-templates mode="ed:text"/>
            </div>
          </xsl:for-each>
        </td>
      </tr>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
