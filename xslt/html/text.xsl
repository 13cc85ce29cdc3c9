<?xml version="1.0" encoding="UTF-8"?>
<!-- The mode in which text becomes HTML, what it does with an element that it does not know,
     and the attributes that every element may have. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- text: anything that a reader reads → HTML. Starts at divisions, blocks and the prose of a header. -->
  <xsl:mode name="ed:text" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- An element without a template is shown, marked, and reported. -->
  <xsl:template match="*" mode="ed:text" priority="-1" as="element()">
    <xsl:message>
      <ed:finding code="T001" element="{name()}" at="{(ancestor-or-self::*/@xml:id)[last()]}"/>
    </xsl:message>
    <xsl:element name="{if (ed:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'unknown'"/>
      <xsl:attribute name="title" select="ed:label('unknown') || ' : ' || name()"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <!-- The lines and indents of a file are no more than blanks. -->
  <xsl:template match="text()" mode="ed:text" priority="-0.9" as="text()?">
    <xsl:value-of select="ed:one-line(.)"/>
  </xsl:template>

  <xsl:function name="ed:one-line" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '\s+', ' ')"/>
  </xsl:function>

  <!-- An element as a span with a class of its own. -->
  <xsl:template name="ed:span" as="element(h:span)">
    <xsl:param name="class" as="xs:string" select="local-name()"/>
    <span class="{$class}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </span>
  </xsl:template>

  <!-- The id and the language of an element, as attributes. -->
  <xsl:function name="ed:common" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@xml:id ! ed:id(.), ed:lang($element)"/>
  </xsl:function>

  <xsl:function name="ed:id" as="attribute(id)">
    <xsl:param name="id" as="attribute(xml:id)"/>
    <xsl:attribute name="id" select="$id"/>
  </xsl:function>

  <!-- `lang`, and `dir` where it is needed. -->
  <xsl:function name="ed:lang" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="tag" as="xs:string" select="string($element/@xml:lang)"/>
    <xsl:if test="matches($tag, '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$')">
      <xsl:attribute name="lang" select="if ($tag eq 'und') then '' else $tag"/>
      <xsl:sequence select="ed:direction($element)"/>
    </xsl:if>
  </xsl:function>

  <!-- The same, unless the words around are in that language. -->
  <xsl:function name="ed:lang" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="around" as="xs:string"/>
    <xsl:sequence select="ed:lang($element)[not(name() eq 'lang' and . eq $around)]"/>
  </xsl:function>

  <!-- `lang`, and `dir`, for words of the interface within an element, where its own are otherwise. -->
  <xsl:function name="ed:interface-lang" as="attribute()*">
    <xsl:param name="at" as="element()"/>
    <xsl:variable name="around" as="xs:string*" select="$at/ancestor-or-self::*/@xml:lang"/>
    <xsl:if test="$around[last()] ne $ed:language">
      <xsl:attribute name="lang" select="$ed:language"/>
    </xsl:if>
    <xsl:if test="($around ! ed:is-leftward(.)) = true()">
      <xsl:attribute name="dir" select="'ltr'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:is-leftward" as="xs:boolean" cache="yes">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="ed:primary($tag) = ('ar', 'fa', 'he', 'ur', 'yi')"/>
  </xsl:function>

  <!-- `dir` where an element runs from right to left, or the other way inside one that does. -->
  <xsl:function name="ed:direction" as="attribute(dir)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="leftward" as="xs:boolean*" select="$element/ancestor-or-self::*/@xml:lang ! ed:is-leftward(.)"/>
    <xsl:if test="$leftward = true()">
      <xsl:attribute name="dir" select="if ($leftward[last()]) then 'rtl' else 'ltr'"/>
    </xsl:if>
  </xsl:function>

  <!-- A class for the type that an author gave an element; no class of ours begins so. -->
  <xsl:function name="ed:type-class" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@type[matches(., '^[A-Za-z][A-Za-z0-9-]*$')] ! ('type-' || .)"/>
  </xsl:function>

  <!-- Whether an element must stand as a block of its own: no paragraph of HTML can hold it. -->
  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/(self::p | self::ab | self::div | self::head | self::list | self::table | self::lg | self::l
        | self::figure | self::floatingText | self::listBibl | self::closer | self::opener | self::postscript
        | self::salute | self::signed | self::dateline | self::byline | self::trailer | self::address
        | self::epigraph | self::argument | self::sp | self::speaker | self::stage[parent::sp] | self::item | self::row
        | self::cell | self::graphic[not(parent::s)] | self::figDesc))
      or exists($element[not(self::note)]/*[ed:is-block(.)])
      or exists($element[parent::div | parent::body | parent::front | parent::back])"/>
  </xsl:function>

  <!-- `p` for a paragraph of phrases, `div` for one that holds blocks. -->
  <xsl:function name="ed:paragraph-name" as="xs:string" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/*[not(self::note)][ed:is-block(.)]) then 'div' else 'p'"/>
  </xsl:function>

</xsl:stylesheet>
