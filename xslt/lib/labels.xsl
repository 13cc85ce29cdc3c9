<?xml version="1.0" encoding="UTF-8"?>
<!-- The language that a page speaks, and its words for things. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/lib/labels.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Static: read once, with the stylesheet, and not for each page. -->
  <xsl:variable name="local:labels" as="document-node()" static="yes" select="doc('labels.xml')"/>
  <xsl:variable name="local:own-labels" as="document-node()" static="yes" select="doc('own-labels.xml')"/>
  <xsl:key name="local:label" match="ed:label" use="@key"/>

  <!-- The language of the page: the one asked for, or the document's, if we have words in it, or else English. -->
  <xsl:param name="ed:language" as="xs:string" select="ed:page-language(/TEI)"/>

  <xsl:function name="ed:page-language" as="xs:string">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:sequence select="ed:page-language-of($tei/@xml:lang)"/>
  </xsl:function>

  <!-- A language that we have words in: the one wanted, or else English. -->
  <xsl:function name="ed:page-language-of" as="xs:string">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="wanted" as="xs:string" select="ed:primary($tag)"/>
    <xsl:sequence select="
      if ($local:labels/ed:labels/ed:label[1]/@*[local-name() eq $wanted][$wanted ne 'key'])
      then $wanted else 'en'"/>
  </xsl:function>

  <!-- The primary subtag of a language tag: `ro` of `ro-fonipa`. -->
  <xsl:function name="ed:primary" as="xs:string">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="lower-case(substring-before(translate($tag, '_', '-') || '-', '-'))"/>
  </xsl:function>

  <!-- Saxon goes past the memory of a function that another one ends with: where two forms of a function are one,
       both remember. -->
  <xsl:function name="ed:label" as="xs:string" cache="yes">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:label($key, $ed:language)"/>
  </xsl:function>

  <!-- A word of the interface, the edition's own first; a key that has none stands for itself. -->
  <xsl:function name="ed:label" as="xs:string" cache="yes">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="labels" as="element(ed:label)*" select="local:labels($key)"/>
    <xsl:sequence select="
      string(head(($labels ! @*[local-name() eq $language], $labels ! @en, $key)))"/>
  </xsl:function>

  <xsl:function name="ed:has-label" as="xs:boolean">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="exists(local:labels($key))"/>
  </xsl:function>

  <xsl:function name="local:labels" as="element(ed:label)*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($local:own-labels, $local:labels) ! key('local:label', $key, .)"/>
  </xsl:function>

  <!-- The name of a language, in the language of the page; where the CLDR is silent, its tag. -->
  <xsl:function name="ed:language-name" as="xs:string" cache="yes">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="ed:language-name($tag, $ed:language)"/>
  </xsl:function>

  <xsl:function name="ed:language-name" as="xs:string" cache="yes">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="in" as="xs:string"/>
    <xsl:variable name="names" as="element(ed:language)*"
      select="$locales/ed:locales/ed:locale[@xml:lang eq $in]/ed:language"/>
    <xsl:sequence select="
      string(head(($names[@code eq translate($tag, '-', '_')], $names[@code eq ed:primary($tag)], $tag)))"/>
  </xsl:function>

  <!-- Of several elements that say the same in several languages, those in the page's language;
       else those that name no language; else English; else the first's language. -->
  <xsl:function name="ed:in-language" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="ed:in-language($elements, $ed:language)"/>
  </xsl:function>

  <xsl:function name="ed:in-language" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="languages" as="xs:string*" select="distinct-values($elements ! ed:primary(@xml:lang))"/>
    <xsl:variable name="chosen" as="xs:string?"
      select="head(($languages[. eq $language], $languages[. eq ''], $languages[. eq 'en'], $languages))"/>
    <xsl:sequence select="$elements[ed:primary(@xml:lang) = ($chosen, '')]"/>
  </xsl:function>

  <!-- A whole number with its digits in threes, as the page's language writes it; another is as it is. -->
  <xsl:function name="ed:digits" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="
      if (matches($number, '^[0-9]+$')) then
        replace(format-integer(xs:integer($number), '#,##0'), ',', ed:label('thousands'))
      else $number"/>
  </xsl:function>

</xsl:stylesheet>
