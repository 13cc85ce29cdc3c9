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
      <xsl:apply-templates select="* except (head, label, local:between(.))" mode="local:item"/>
    </xsl:element>
  </xsl:template>

  <!-- Terms and what is said of them, fields of a form and what was filled in. -->
  <xsl:template match="list[label]" mode="ed:text" priority="1" as="element()+">
    <xsl:apply-templates select="head" mode="ed:text"/>
    <dl class="gloss">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates select="label | item" mode="local:item"/>
    </dl>
  </xsl:template>

  <!-- What stands between items and is none: the beginning of a page, words at its edge. It comes with the next item. -->
  <xsl:function name="local:between" as="element()*">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="$list/(pb | cb | lb | fw | gap | space | milestone)[following-sibling::item]"/>
  </xsl:function>

  <!-- item: what stands in a list, each as an item; of a part of a list, what is in the part. Starts at list. -->
  <xsl:mode name="local:item" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:item" priority="1" as="element()?">
    <xsl:param name="ed:pieces" as="node()*" tunnel="yes"/>
    <xsl:param name="ed:way" as="element()*" tunnel="yes"/>
    <xsl:if test="empty($ed:pieces) or exists((ancestor-or-self::* intersect $ed:pieces) | (. intersect $ed:way))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="local:item" as="element()">
    <xsl:param name="ed:pieces" as="node()*" tunnel="yes"/>
    <xsl:variable name="before" as="element()?" select="preceding-sibling::*[self::item or self::label][1]"/>
    <xsl:element name="{if (self::label) then 'dt' else if (../label) then 'dd' else 'li'}">
      <xsl:if test="exists($ed:pieces) and ../@type = ('ordered', 'numbered') and self::item[not(../label)]">
        <xsl:attribute name="value" select="1 + count(preceding-sibling::item)"/>
      </xsl:if>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text" select="
        (local:between(..) intersect preceding-sibling::*)[not($before) or . &gt;&gt; $before]"/>
      <xsl:apply-templates select="if (self::item or self::label) then node() else ." mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="table" mode="ed:text" as="element(h:div)">
    <div class="table" tabindex="0" role="group">
      <table>
        <xsl:sequence select="ed:common(.)"/>
        <xsl:for-each select="head">
          <xsl:where-populated>
            <caption>
              <xsl:apply-templates mode="ed:text"/>
            </caption>
          </xsl:where-populated>
        </xsl:for-each>
        <xsl:apply-templates select="row" mode="ed:text"/>
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
    <xsl:variable name="heads" as="xs:string?" select="
      if (../@role eq 'label') then 'col' else if (@role eq 'label') then 'row' else ()"/>
    <xsl:element name="{if ($heads) then 'th' else 'td'}">
      <xsl:for-each select="$heads">
        <xsl:attribute name="scope" select="."/>
      </xsl:for-each>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:for-each select="@cols[. castable as xs:positiveInteger]">
        <xsl:attribute name="colspan" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@rows[. castable as xs:positiveInteger]">
        <xsl:attribute name="rowspan" select="."/>
      </xsl:for-each>
      <xsl:if test="not(preceding-sibling::cell)">
        <xsl:apply-templates select="../local:between-rows(.)" mode="ed:text"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <!-- What stands before a row and is none, such as the beginning of a page, comes in its first cell. -->
  <xsl:function name="local:between-rows" as="element()*">
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="before" as="element(row)?" select="$row/preceding-sibling::row[1]"/>
    <xsl:sequence select="
      ($row/preceding-sibling::* except $row/../(row, head))[not($before) or . &gt;&gt; $before]"/>
  </xsl:function>

</xsl:stylesheet>
