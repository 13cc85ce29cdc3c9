<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of a validator: one mode for each pattern, in which each node meets the first rule that is about it.

     What a validator gives:
     <findings xmlns="urn:tei-edition">
       <finding code="S001" rule="S001-sentence-id" severity="error" path="/2/1/3">Message. Hint: What to do.</finding>
     </findings>
     The path counts child elements from the root element, whose own path is empty. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="urn:x-xslt-made"
  xmlns:ed="urn:tei-edition"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- Schematron → XSLT. Starts at the document node of a schema; what it does not know stops it. -->
  <xsl:mode name="validator" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" mode="validator" as="element()">
    <xsl:apply-templates select="sch:schema" mode="validator"/>
  </xsl:template>

  <xsl:template match="sch:schema" mode="validator" as="element()">
    <xsl:if test="not(@queryBinding = ('xslt2', 'xslt3'))">
      <xsl:message terminate="yes" expand-text="yes"
        >The Schematron schema has queryBinding “{@queryBinding}”; it must be xslt2 or xslt3.</xsl:message>
    </xsl:if>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <xsl:namespace name="ed" select="'urn:tei-edition'"/>
      <xsl:for-each select="sch:ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <out:output method="xml" encoding="UTF-8" indent="no"/>
      <xsl:copy-of select="xsl:key | xsl:function" copy-namespaces="no"/>
      <xsl:call-template name="ed:finding-function"/>
      <out:template match="document-node()" as="element(ed:findings)">
        <ed:findings>
          <xsl:for-each select="sch:pattern">
            <out:apply-templates select="." mode="{@id}"/>
          </xsl:for-each>
        </ed:findings>
      </out:template>
      <xsl:apply-templates select="sch:pattern" mode="validator"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:pattern" mode="validator" as="element()+">
    <!-- use-last: a context such as "tei:num | tei:*[@value]" may match one node twice with the same rule. -->
    <out:mode name="{@id}" on-no-match="shallow-skip" on-multiple-match="use-last"/>
    <xsl:apply-templates select="sch:rule" mode="validator"/>
  </xsl:template>

  <!-- The function that makes a finding, in every validator. -->
  <xsl:template name="ed:finding-function" as="element()">
    <out:function name="ed:finding" as="element(ed:finding)">
      <out:param name="node" as="node()"/>
      <out:param name="rule" as="xs:string"/>
      <out:param name="severity" as="xs:string"/>
      <out:param name="message" as="xs:string"/>
      <ed:finding rule="{{$rule}}" code="{{tokenize($rule, '-')[1]}}" severity="{{$severity}}"
        path="{{string-join($node/ancestor-or-self::*[parent::*] ! ('/' || count(preceding-sibling::*) + 1))}}">
        <out:value-of select="normalize-space($message)"/>
      </ed:finding>
    </out:function>
  </xsl:template>

</xsl:stylesheet>
