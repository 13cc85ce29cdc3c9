<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures of the same commodity in several documents, the smallest first. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/differences-figures.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:figures-compared" as="element(h:section)?">
    <xsl:variable name="figures" as="element(ed:figure)*"
      select="$facts/ed:all/ed:facts/ed:own-units(.)//ed:figure[@commodity][local:number(.) castable as xs:decimal][$topic = ('', 'figure:' || @commodity)]"/>
    <xsl:variable name="groups" as="element()*">
      <xsl:for-each-group select="$figures" group-by="@commodity">
        <xsl:sort select="-count(current-group()/ancestor::ed:facts)"/>
        <xsl:sort select="current-grouping-key()"/>
        <xsl:if test="ed:in-several(current-group())">
          <xsl:call-template name="local:commodity"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="$groups">
      <section class="differing" aria-labelledby="page:figures">
        <h2 id="page:figures">{ed:label('figures-compared')}</h2>
        <xsl:sequence select="$groups"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="local:commodity" as="element()+">
    <xsl:variable name="number" as="xs:integer" select="count(current-group())"/>
    <xsl:variable name="commodity" as="xs:string" select="current-grouping-key()"/>
    <h3>{ed:commodity($commodity)}</h3>
    <table class="dated">
      <thead class="for-speech">
        <tr>
          <th scope="col">{ed:capitalised(ed:label('number'))}</th>
          <th scope="col">{ed:label('sentence')}</th>
        </tr>
      </thead>
      <xsl:for-each-group select="current-group()" group-by="local:said(.)">
        <xsl:sort select="xs:decimal(local:number(.))"/>
        <xsl:sort select="current-grouping-key()"/>
        <xsl:call-template name="ed:said-in">
          <xsl:with-param name="said" select="current-grouping-key()"/>
          <xsl:with-param name="marked" select="current-group()"/>
          <xsl:with-param name="most" select="ed:most-quoted($number)"/>
        </xsl:call-template>
      </xsl:for-each-group>
    </table>
  </xsl:template>

  <!-- What is counted, as the edition's words have it, or as it is tagged. -->
  <xsl:function name="ed:commodity" as="xs:string">
    <xsl:param name="commodity" as="xs:string"/>
    <xsl:sequence select="
      ed:capitalised(if (ed:has-label('of-' || $commodity)) then ed:label('of-' || $commodity) else $commodity)"/>
  </xsl:function>

  <!-- The number that a figure is sorted by. -->
  <xsl:function name="local:number" as="xs:string?">
    <xsl:param name="figure" as="element(ed:figure)"/>
    <xsl:sequence select="$figure/(@quantity, @value, @atLeast, @min, @atMost, @max)[1] ! string(.)"/>
  </xsl:function>

  <!-- "at least 13,266", "between 18 and 60", "260,000". -->
  <xsl:function name="local:said" as="xs:string">
    <xsl:param name="figure" as="element(ed:figure)"/>
    <xsl:variable name="least" as="xs:string?" select="$figure/(@atLeast, @min)[1]"/>
    <xsl:variable name="most" as="xs:string?" select="$figure/(@atMost, @max)[1]"/>
    <xsl:sequence select="
      if ($least and $most) then string-join((ed:label('between'), ed:digits($least), ed:label('and'), ed:digits($most)), ' ')
      else if ($least) then ed:label('at-least') || ' ' || ed:digits($least)
      else if ($most) then ed:label('at-most') || ' ' || ed:digits($most)
      else ed:digits(local:number($figure))"/>
  </xsl:function>

</xsl:stylesheet>
