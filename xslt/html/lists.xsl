<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/lists.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="list | listBibl[ancestor::text]" mode="ed:text" as="element()+">
    <xsl:apply-templates select="head" mode="ed:text"/>
    <xsl:element name="{if (@type = ('ordered', 'numbered') or @rend = 'numbered') then 'ol' else 'ul'}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates select="* except (head, label)" mode="local:item"/>
    </xsl:element>
  </xsl:template>

  <!-- item: what stands in a list, each as an item, with the label that goes before it. Starts at list. -->
  <xsl:mode name="local:item" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:item" as="element(h:li)">
    <li>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates select="preceding-sibling::*[1][self::label]" mode="ed:text"/>
      <xsl:apply-templates select="if (self::item) then node() else ." mode="ed:text"/>
    </li>
  </xsl:template>

  <xsl:template match="table" mode="ed:text" as="element(h:div)">
    <div class="table" tabindex="0" role="group">
      <table>
        <xsl:sequence select="ed:common(.)"/>
        <xsl:for-each select="head">
          <caption>
            <xsl:apply-templates mode="ed:text"/>
          </caption>
        </xsl:for-each>
        <xsl:apply-templates select="* except head" mode="ed:text"/>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="ed:text" as="element(h:tr)">
    <tr>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates select="*" mode="ed:text"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="ed:text" as="element()">
    <xsl:element name="{if (@role eq 'label' or ../@role eq 'label') then 'th' else 'td'}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:for-each select="@cols[. castable as xs:positiveInteger]">
        <xsl:attribute name="colspan" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@rows[. castable as xs:positiveInteger]">
        <xsl:attribute name="rowspan" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
