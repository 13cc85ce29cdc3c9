<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/lists.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="list" mode="ed:print" as="element()+">
    <xsl:apply-templates select="head" mode="ed:print"/>
    <list>
      <xsl:if test="tokenize(@rend || ' ' || @type) = ('numbered', 'ordered')">
        <xsl:attribute name="kind" select="'numbered'"/>
      </xsl:if>
      <xsl:apply-templates select="@xml:lang, item" mode="ed:print"/>
    </list>
  </xsl:template>

  <!-- Publications in a text: a list. -->
  <xsl:template match="listBibl[ancestor::text]" mode="ed:print" as="element()+">
    <xsl:apply-templates select="head" mode="ed:print"/>
    <xsl:for-each select="desc">
      <p kind="first">
        <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
      </p>
    </xsl:for-each>
    <list>
      <xsl:for-each select="bibl">
        <item>
          <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
        </item>
      </xsl:for-each>
    </list>
  </xsl:template>

  <xsl:template match="item" mode="ed:print" as="element(Q{}item)">
    <item>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
      <!-- what stands between items, such as a page break, comes with the next one -->
      <xsl:apply-templates mode="ed:print" select="
        preceding-sibling::*[not(self::item | self::head | self::label)][following-sibling::item[1] is current()]"/>
      <xsl:for-each select="preceding-sibling::label[following-sibling::item[1] is current()]">
        <em>
          <xsl:apply-templates mode="ed:print"/>
        </em>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates select="node()" mode="ed:print"/>
    </item>
  </xsl:template>

  <xsl:template match="table" mode="ed:print" as="element()+">
    <xsl:apply-templates select="head" mode="ed:print"/>
    <xsl:variable name="spans" as="xs:boolean" select="local:spans-fit(.)"/>
    <xsl:variable name="columns" as="xs:integer" select="max((1, if ($spans) then local:width(row[1]) else row ! count(cell)))"/>
    <table columns="{$columns}">
      <xsl:apply-templates select="@xml:lang, row" mode="ed:print">
        <xsl:with-param name="spans" tunnel="yes" select="$spans"/>
        <xsl:with-param name="columns" tunnel="yes" select="$columns"/>
      </xsl:apply-templates>
    </table>
  </xsl:template>

  <!-- Whether each cell can reach as far as it says: Typst sets no table in which two cells would meet. -->
  <xsl:function name="local:spans-fit" as="xs:boolean">
    <xsl:param name="table" as="element(table)"/>
    <xsl:variable name="width" as="xs:integer" select="local:width($table/row[1])"/>
    <xsl:sequence select="
      $width le 100 and (every $row in $table/row satisfies (
        let $above := local:above($row) return
          local:width($row) + sum($above ! local:reach(@cols)) eq $width
          and (empty($above) or (every $cell in $row/cell satisfies local:reach($cell/@cols) eq 1))
          and (every $cell in $row/cell satisfies local:reach($cell/@rows) le 1 + count($row/following-sibling::row))
          and not($row/@role eq 'label' and $row/cell/@rows ! local:reach(.) gt 1
            and not($row/following-sibling::row[1]/@role eq 'label'))))"/>
  </xsl:function>

  <xsl:function name="local:width" as="xs:integer">
    <xsl:param name="row" as="element(row)?"/>
    <xsl:sequence select="sum($row/cell/local:reach(@cols))"/>
  </xsl:function>

  <!-- The cells of rows above that reach into a row. -->
  <xsl:function name="local:above" as="element(cell)*">
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="place" as="xs:integer" select="count($row/preceding-sibling::row)"/>
    <xsl:sequence select="
      $row/preceding-sibling::row/cell[@rows][count(../preceding-sibling::row) + local:reach(@rows) gt $place]"/>
  </xsl:function>

  <!-- How many columns or rows a cell takes up. -->
  <xsl:function name="local:reach" as="xs:integer">
    <xsl:param name="stated" as="attribute()?"/>
    <xsl:sequence select="
      if (matches($stated, '^[1-9][0-9]{0,2}$')) then xs:integer($stated) else 1"/>
  </xsl:function>

  <!-- A row; where it is too short, empty cells keep the next row from moving up. -->
  <xsl:template match="row" mode="ed:print" as="element(Q{}row)">
    <xsl:param name="spans" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="columns" as="xs:integer" tunnel="yes" select="1"/>
    <row>
      <xsl:if test="@role eq 'label' and not(preceding-sibling::row[not(@role eq 'label')])">
        <xsl:attribute name="kind" select="'head'"/>
      </xsl:if>
      <xsl:apply-templates select="cell" mode="ed:print">
        <!-- what stands between rows, such as a page break, comes in the next row's first cell -->
        <xsl:with-param name="between" select="
          preceding-sibling::*[not(self::row | self::head)][following-sibling::row[1] is current()]"/>
      </xsl:apply-templates>
      <xsl:for-each select="(count(cell) + 1 to $columns)[not($spans)]">
        <cell/>
      </xsl:for-each>
    </row>
  </xsl:template>

  <xsl:template match="cell" mode="ed:print" as="element(Q{}cell)">
    <xsl:param name="between" as="element()*" select="()"/>
    <xsl:param name="spans" as="xs:boolean" tunnel="yes" select="false()"/>
    <cell>
      <xsl:copy-of select="(@cols, @rows)[$spans][local:reach(.) gt 1]"/>
      <xsl:apply-templates select="@xml:lang, $between[not(current()/preceding-sibling::cell)], node()" mode="ed:print"/>
    </cell>
  </xsl:template>

</xsl:stylesheet>
