<?xml version="1.0" encoding="UTF-8"?>
<!-- Sentences that say the same: rows that share a head. Of very many some are quoted, and of others it is said where
     they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/said.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Sentences that are quoted below one head, on a page that has so many in all. -->
  <xsl:function name="ed:most-quoted" as="xs:integer">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number gt 1000) then 50 else 1000"/>
  </xsl:function>

  <!-- What is said, then each sentence that says it, what says it marked, with its document. -->
  <xsl:template name="ed:said-in" as="element(h:tbody)">
    <xsl:param name="said" as="xs:string"/>
    <xsl:param name="marked" as="element()+"/>
    <xsl:param name="id" as="xs:string?"/>
    <xsl:param name="most" as="xs:integer" select="1000"/>
    <xsl:variable name="units" as="element(ed:unit)+" select="$marked/ancestor::ed:unit[1]"/>
    <xsl:variable name="further" as="element(ed:unit)*" select="$units[position() gt $most]"/>
    <tbody>
      <xsl:if test="$id">
        <xsl:attribute name="id" select="$id"/>
      </xsl:if>
      <xsl:for-each-group select="$marked" group-by="generate-id(ancestor::ed:unit[1])">
        <xsl:if test="position() le $most">
          <tr>
            <xsl:if test="position() eq 1">
              <th scope="rowgroup" rowspan="{min((last(), $most)) + count($further[1])}">{$said}</th>
            </xsl:if>
            <td>
              <xsl:call-template name="ed:tell">
                <xsl:with-param name="marked" select="current-group()"/>
              </xsl:call-template>
            </td>
          </tr>
        </xsl:if>
      </xsl:for-each-group>
      <xsl:if test="$further">
        <xsl:call-template name="local:further">
          <xsl:with-param name="units" select="$further"/>
        </xsl:call-template>
      </xsl:if>
    </tbody>
  </xsl:template>

  <!-- Where sentences are that are not quoted, by document. -->
  <xsl:template name="local:further" as="element(h:tr)">
    <xsl:param name="units" as="element(ed:unit)+"/>
    <tr>
      <td>
        <details>
          <summary>+ {ed:digits(string(count($units)))} {ed:label(if (count($units) eq 1) then 'sentence' else 'sentences') => lower-case()}</summary>
          <xsl:for-each-group select="$units" group-by="string(../@doc)">
            <p class="from">
              <cite>
                <xsl:sequence select="ed:facts-title(..)"/>
              </cite>
              <xsl:for-each select="current-group()">
                <xsl:text>, </xsl:text>
                <xsl:sequence select="ed:to-sentence(.)"/>
              </xsl:for-each>
            </p>
          </xsl:for-each-group>
        </details>
      </td>
    </tr>
  </xsl:template>

</xsl:stylesheet>
