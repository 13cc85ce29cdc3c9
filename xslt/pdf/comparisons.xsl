<?xml version="1.0" encoding="UTF-8"?>
<!-- What documents share and where they differ: a chapter with a part for each pair, a row for each link between them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/comparisons.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- The sentences of all documents as they are printed. -->
  <xsl:key name="local:sentence" match="s[@n]" use="@id" xpath-default-namespace=""/>

  <xsl:function name="ed:comparisons" as="element(Q{}section)">
    <xsl:param name="alignments" as="element(TEI)"/>
    <section page="new" kind="comparisons">
      <xsl:sequence select="ed:heading('comparisons.' || $alignments/@xml:id, ed:print-title($alignments), 1)"/>
      <xsl:apply-templates select="ed:to-print($alignments/teiHeader/fileDesc/sourceDesc/p)" mode="ed:fact"/>
      <xsl:for-each-group select="ed:parallel-links($alignments)" group-by="ed:pairs-of(.)">
        <xsl:sequence select="local:pair(tokenize(current-grouping-key(), '/'), current-group())"/>
      </xsl:for-each-group>
    </section>
  </xsl:function>

  <xsl:function name="local:pair" as="element(Q{}section)">
    <xsl:param name="pair" as="xs:string+"/>
    <xsl:param name="links" as="element(link)+"/>
    <section>
      <xsl:sequence select="ed:heading(string-join(('comparison', $pair), '.'), string-join($pair ! local:title(.), ' – '), 2)"/>
      <parallel columns="2">
        <xsl:for-each select="$pair">
          <title>{local:title(.)}</title>
        </xsl:for-each>
        <xsl:sequence select="$links ! local:row(., $pair)"/>
      </parallel>
      <xsl:where-populated>
        <facts>
          <xsl:sequence select="$pair ! local:alone(., $links)"/>
        </facts>
      </xsl:where-populated>
    </section>
  </xsl:function>

  <!-- What a document is called in its own print, or else its id. -->
  <xsl:function name="local:title" as="xs:string">
    <xsl:param name="document" as="xs:string"/>
    <xsl:sequence select="string(($documents/*/Q{}print[@id eq $document]/Q{}meta[@name eq 'title'], $document)[1])"/>
  </xsl:function>

  <!-- The sentences of a document’s original that no link of a pair names. -->
  <xsl:function name="local:alone" as="element(Q{}fact)?">
    <xsl:param name="document" as="xs:string"/>
    <xsl:param name="links" as="element(link)+"/>
    <xsl:variable name="named" as="xs:string*" select="$links ! ed:named-in(., $document) ! ($document || '.' || .)"/>
    <xsl:variable name="alone" as="element(Q{}s)*" select="local:original($document)[not(@id = $named)]"/>
    <xsl:if test="$alone">
      <fact label="{ed:label('only-in')} {local:title($document)}">
        <p kind="first">
          <mentions page="">
            <xsl:for-each select="$alone">
              <mention to="{@id}" n="{@n}"/>
            </xsl:for-each>
          </mentions>
        </p>
      </fact>
    </xsl:if>
  </xsl:function>

  <!-- The sentences of a document’s original: its first column, or all of a text that has one version. -->
  <xsl:function name="local:original" as="element(Q{}s)*" xpath-default-namespace="">
    <xsl:param name="document" as="xs:string"/>
    <xsl:variable name="text" as="element(section)*" select="$documents/*/print[@id eq $document]/section[@kind eq 'text']"/>
    <xsl:sequence select="
      if ($text//parallel) then $text//parallel/unit/version[1]//s[@n]
      else $text[not(.//heading[starts-with(@id, 'version.')])]//s[@n]"/>
  </xsl:function>

  <!-- The passages that a link joins, how they relate, and in what they differ. -->
  <xsl:function name="local:row" as="element(Q{}unit)">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="pair" as="xs:string+"/>
    <unit begins="yes">
      <xsl:for-each select="$pair">
        <xsl:variable name="column" as="xs:integer" select="position() - 1"/>
        <version>
          <xsl:for-each select="key('local:sentence', ed:named-in($link, .) ! (current() || '.' || .), $documents)">
            <p kind="first">
              <xsl:copy-of select="ancestor::*[@lang][1]/@lang" xpath-default-namespace=""/>
              <s n="{@n}" to="{@id}" column="{$column}">
                <xsl:apply-templates mode="local:passage"/>
              </s>
            </p>
          </xsl:for-each>
        </version>
      </xsl:for-each>
      <remark>
        <p kind="first">
          <em>{ed:relation($link) ! ed:category-name(.) ! ed:capitalised(.)}</em>
        </p>
        <xsl:for-each select="ed:to-print(local:notes($link))">
          <p kind="first">
            <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
          </p>
        </xsl:for-each>
      </remark>
    </unit>
  </xsl:function>

  <xsl:function name="local:notes" as="element(note)*">
    <xsl:param name="link" as="element(link)"/>
    <xsl:sequence select="root($link)//standOff/note[tokenize(@target) = '#' || $link/@xml:id]"/>
  </xsl:function>

  <!-- local:passage: a printed sentence as it is cited, without its notes and ids. Starts at what is in a sentence. -->
  <xsl:mode name="local:passage" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="note | call | @id" mode="local:passage" as="empty-sequence()" xpath-default-namespace=""/>

</xsl:stylesheet>
