<?xml version="1.0" encoding="UTF-8"?>
<!-- A part of a text's print XML: some of its sentences, in the blocks that hold them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/cut.xsl" exclude-result-prefixes="#all">

  <!-- The sentences, and what stands between them, by the sentence that it goes with. -->
  <xsl:key name="local:piece" match="node()[local:is-piece(.)]" use="local:sentence-of(.)/@id"/>

  <!-- The sentences with some ids, with all that goes with them; of a holder that they share, one. -->
  <xsl:function name="ed:cut" as="node()*">
    <xsl:param name="print" as="document-node()"/>
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:sequence select="local:together(key('local:piece', $ids, $print), 2)"/>
  </xsl:function>

  <!-- Whether a node is a sentence, or the whole of what stands between two. -->
  <xsl:function name="local:is-piece" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      empty($node/ancestor::s[@n]) and
        ($node/self::s[@n] or empty($node/descendant::s[@n]) and ($node/.. is root($node) or $node/../descendant::s[@n]))"/>
  </xsl:function>

  <!-- What stands between goes with the sentence before it in the same paragraph, or else with the one that follows. -->
  <xsl:function name="local:sentence-of" as="element(s)?">
    <xsl:param name="piece" as="node()"/>
    <xsl:sequence select="
      ($piece/self::s, $piece/preceding-sibling::s[@n][1], $piece/following::s[@n][1], $piece/preceding::s[@n][1])[1]"/>
  </xsl:function>

  <!-- Pieces in the elements that hold them, from a depth on; the document node is the first. -->
  <xsl:function name="local:together" as="node()*">
    <xsl:param name="pieces" as="node()*"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:for-each-group select="$pieces" group-adjacent="generate-id(local:holder(., $depth))">
      <xsl:variable name="holder" as="node()" select="local:holder(., $depth)"/>
      <xsl:choose>
        <xsl:when test="$holder is .">
          <xsl:sequence select="."/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:element name="{name($holder)}" namespace="">
            <xsl:sequence select="local:attributes($holder, current-group())"/>
            <xsl:sequence select="
              if ($holder/self::row) then local:cells($holder, current-group(), $depth + 1)
              else local:together(current-group(), $depth + 1)"/>
          </xsl:element>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- A row of a table keeps its empty places. -->
  <xsl:function name="local:cells" as="element()*">
    <xsl:param name="row" as="element(row)"/>
    <xsl:param name="pieces" as="node()+"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:for-each select="$row/cell">
      <xsl:variable name="inside" as="node()*" select="$pieces intersect descendant-or-self::node()"/>
      <xsl:choose>
        <xsl:when test="$inside">
          <xsl:sequence select="local:together($inside, $depth)"/>
        </xsl:when>
        <xsl:otherwise>
          <cell>
            <xsl:copy-of select="@cols"/>
          </cell>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="local:holder" as="node()">
    <xsl:param name="piece" as="node()"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:sequence select="($piece/ancestor-or-self::node())[$depth]"/>
  </xsl:function>

  <!-- The part of a holder that does not begin it says so, and leaves the id to the part that does. -->
  <xsl:function name="local:attributes" as="attribute()*">
    <xsl:param name="holder" as="element()"/>
    <xsl:param name="pieces" as="node()+"/>
    <xsl:variable name="begins" as="xs:boolean" select="exists($pieces intersect ($holder/descendant::s[@n])[1])"/>
    <xsl:sequence select="$holder/(@* except @id[not($begins)])"/>
    <xsl:if test="not($begins)">
      <xsl:attribute name="continues" select="'yes'"/>
    </xsl:if>
    <xsl:if test="$holder/self::list and not($begins)">
      <xsl:attribute name="from" select="1 + count($pieces[1]/ancestor-or-self::item[.. is $holder]/preceding-sibling::item)"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
