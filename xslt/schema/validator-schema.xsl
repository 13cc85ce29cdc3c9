<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of a validator, and the order in which it looks at a document.

     A node meets the first rule of a pattern that is about it, and no other of that pattern. Patterns of one rule,
     which are the most, are therefore all tried in one walk, each handing the node on to the next;
     every other pattern has a walk of its own.

     What a validator gives:
     <findings xmlns="urn:tei-edition">
       <finding pattern="S001-sentence-id" rule="S001-sentence-id" severity="error" path="/2/1/3">Message. Hint: What to do.</finding>
     </findings>
     The path counts child elements from the root element, whose own path is empty; an attribute adds "/@name". -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="urn:x-xslt-made"
  xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/schema/validator-schema.xsl"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- Where the schema lies: files that its rules read are found from there. -->
  <xsl:param name="base" as="xs:string" select="''"/>

  <!-- Whether a rule that cannot be evaluated leaves the others alone. -->
  <xsl:param name="guarded" as="xs:boolean" select="false()"/>

  <!-- Schematron → XSLT. Starts at the document node of a schema; what it does not know stops it. -->
  <xsl:mode name="validator" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" mode="validator" as="element()">
    <xsl:variable name="plain" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="sch:schema" mode="validator-plain"/>
      </xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$plain/sch:schema" mode="validator"/>
  </xsl:template>

  <xsl:template match="sch:schema" mode="validator" as="element()">
    <xsl:variable name="walked" as="element(sch:pattern)*" select="sch:pattern[count(sch:rule) gt 1]"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <xsl:namespace name="ed" select="'urn:tei-edition'"/>
      <xsl:for-each select="sch:ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <xsl:if test="$base">
        <xsl:attribute name="xml:base" select="$base"/>
      </xsl:if>
      <xsl:copy-of select="xsl:import, xsl:include, xsl:key, xsl:function, xsl:variable, xsl:decimal-format"/>
      <xsl:apply-templates select="* except (xsl:*, sch:let, sch:pattern)" mode="validator"/>
      <out:output method="xml" encoding="UTF-8" indent="no"/>
      <xsl:call-template name="ed:finding-function"/>
      <xsl:apply-templates select="sch:let, sch:pattern/sch:let[local:is-global(.)]" mode="validator"/>
      <out:mode name="single" on-no-match="deep-skip" on-multiple-match="fail"/>
      <xsl:for-each select="$walked">
        <out:mode name="{local:mode(.)}" on-no-match="deep-skip" on-multiple-match="fail"/>
      </xsl:for-each>
      <out:template match="document-node()" as="element(ed:findings)">
        <ed:findings>
          <out:apply-templates select="{local:visited((sch:pattern except $walked)/sch:rule)}" mode="single"/>
          <xsl:for-each select="$walked">
            <out:apply-templates select="{local:visited(sch:rule)}" mode="{local:mode(.)}"/>
          </xsl:for-each>
        </ed:findings>
      </out:template>
      <xsl:apply-templates select="sch:pattern/sch:rule" mode="validator"/>
    </out:stylesheet>
  </xsl:template>

  <!-- The mode that a pattern's rules are tried in. -->
  <xsl:function name="local:mode" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="
      if (count($pattern/sch:rule) le 1) then 'single' else 'pattern-' || count($pattern/preceding-sibling::sch:pattern)"/>
  </xsl:function>

  <!-- A pattern's variable can be one of the whole schema where no other has its name. -->
  <xsl:function name="local:is-global" as="xs:boolean">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="count($let/ancestor::sch:schema/(., sch:pattern)/sch:let[@name = $let/@name]) eq 1"/>
  </xsl:function>

  <!-- An expression for the nodes that some rules may be about: all elements, and what else their contexts ask for. -->
  <xsl:function name="local:visited" as="xs:string">
    <xsl:param name="rules" as="element(sch:rule)*"/>
    <xsl:variable name="contexts" as="xs:string" select="string-join($rules/@context ! local:without-predicates(.), ' | ')"/>
    <xsl:variable name="any" as="xs:boolean" select="matches($contexts, '[\[\]$.]|(node|id|key|root|element-with-id)\s*\(')"/>
    <xsl:sequence select="
      '(' || string-join((
        '/'[$any or matches($contexts, '(^|\|)\s*/\s*($|\|)|document-node')],
        if ($any or matches($contexts, '(text|comment|processing-instruction)\s*\(')) then '//node()' else '//*',
        '//@*'[$any or matches($contexts, '@|attribute')]
      ), ', ') || ')'"/>
  </xsl:function>

  <!-- A pattern without what stands in brackets, which is about the same kinds of nodes. -->
  <xsl:function name="local:without-predicates" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="fewer" as="xs:string" select="replace($context, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($fewer eq $context) then $context else local:without-predicates($fewer)"/>
  </xsl:function>

  <!-- The function that makes a finding, in every validator; where an element has many before it, nobody counts them
       for each finding anew. -->
  <xsl:template name="ed:finding-function" as="element()+">
    <out:variable name="ed:positions" as="map(*)" select="
      Q{{http://www.w3.org/2005/xpath-functions/map}}merge(//* ! (* ! map{{generate-id(): position()}}))"/>
    <out:function name="ed:finding" as="element(ed:finding)">
      <out:param name="node" as="node()"/>
      <out:param name="pattern" as="xs:string"/>
      <out:param name="rule" as="xs:string"/>
      <out:param name="severity" as="xs:string"/>
      <out:param name="message" as="xs:string"/>
      <ed:finding pattern="{{$pattern}}" rule="{{$rule}}" severity="{{$severity}}"
        path="{{string-join($node/ancestor-or-self::*[parent::*] ! ('/' || (
            if (preceding-sibling::*[100]) then $ed:positions(generate-id()) else count(preceding-sibling::*) + 1)))
          || $node[self::attribute()] ! ('/@' || name())}}">
        <out:value-of select="normalize-space($message)"/>
      </ed:finding>
    </out:function>
  </xsl:template>

</xsl:stylesheet>
