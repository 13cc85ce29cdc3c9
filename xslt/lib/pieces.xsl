<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands between the sentences of a version, each with the sentence that it is shown with: so that a version
     can be taken apart sentence by sentence and nothing is lost. A piece is a sentence, or the largest node without one. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:local="xslt/lib/pieces.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The pieces of some versions that are no sentences, by the id of the sentence that each is shown with. -->
  <xsl:function name="ed:between" as="map(xs:string, node()*)">
    <xsl:param name="versions" as="element(div)*"/>
    <xsl:variable name="sentences" as="element(s)*" select="$versions//s[@xml:id][not(ancestor::s)]"/>
    <xsl:variable name="holders" as="element()*"
      select="$sentences/ancestor::* intersect $versions/descendant-or-self::*"/>
    <xsl:variable name="pieces" as="node()*"
      select="($holders/* | $holders/text()[normalize-space()]) except ($holders, $sentences)"/>
    <xsl:map>
      <xsl:for-each-group select="$pieces" group-by="local:sentence(.)/@xml:id">
        <xsl:map-entry key="string(current-grouping-key())" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The sentence that a piece is shown with: what opens something, with the next one of its parent; the rest with the one before. -->
  <xsl:function name="local:sentence" as="element(s)">
    <xsl:param name="piece" as="node()"/>
    <xsl:variable name="after" as="element(s)?"
      select="($piece/following-sibling::*[descendant-or-self::s][1]/descendant-or-self::s[@xml:id])[1]"/>
    <xsl:variable name="before" as="element(s)?"
      select="($piece/preceding-sibling::*[descendant-or-self::s][1]/descendant-or-self::s[@xml:id][not(ancestor::s)])[last()]"/>
    <xsl:sequence select="
      if ($piece[self::pb | self::cb | self::gb | self::milestone | self::fw | self::head | self::label | self::speaker
        | self::handShift]) then ($after, $before)[1]
      else ($before, $after)[1]"/>
  </xsl:function>

</xsl:stylesheet>
