<?xml version="1.0" encoding="UTF-8"?>
<!-- What an ODD holds, found by name; what every reader of the ODD needs. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The SHA-256 of the ODD, which the schemas state. -->
  <xsl:param name="fingerprint" as="xs:string" select="''"/>

  <!-- The specification of an element, a macro or a datatype, by its name. -->
  <xsl:key name="ed:element" match="schemaSpec//elementSpec" use="@ident"/>
  <xsl:key name="ed:macro" match="schemaSpec//macroSpec" use="@ident"/>
  <xsl:key name="ed:datatype" match="schemaSpec//dataSpec" use="@ident"/>

  <!-- The modules that bring an element in. -->
  <xsl:key name="ed:inclusion" match="schemaSpec//moduleRef" use="tokenize(@include)"/>

  <!-- The attributes that an elementSpec or a classSpec keeps. -->
  <xsl:function name="ed:kept-attributes" as="element(attDef)*">
    <xsl:param name="specification" as="element()"/>
    <xsl:sequence select="$specification/attList//attDef[not(@mode = 'delete')]"/>
  </xsl:function>

  <!-- The attributes that every element has, unless its own specification says otherwise. -->
  <xsl:function name="ed:global-attributes" as="element(attDef)*">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:sequence select="
      $odd//schemaSpec//classSpec[@ident = 'att.global' or starts-with(@ident, 'att.global.')] ! ed:kept-attributes(.)"/>
  </xsl:function>

  <!-- The global attributes that an element leaves as they are. -->
  <xsl:function name="ed:inherited-attributes" as="element(attDef)*">
    <xsl:param name="specification" as="element(elementSpec)"/>
    <xsl:sequence select="
      ed:global-attributes(root($specification))[not(@ident = $specification/attList//attDef/@ident)]"/>
  </xsl:function>

  <!-- Says whether a macro's or a datatype's content can hold nothing at all. -->
  <xsl:function name="ed:holds-nothing" as="xs:boolean">
    <xsl:param name="content" as="element(content)"/>
    <xsl:sequence select="empty($content//(elementRef | macroRef | textNode | dataRef | valItem))"/>
  </xsl:function>

  <!-- The words of the first description, on one line. -->
  <xsl:function name="ed:description" as="xs:string">
    <xsl:param name="specification" as="element()"/>
    <xsl:sequence select="normalize-space($specification/desc[1])"/>
  </xsl:function>

</xsl:stylesheet>
