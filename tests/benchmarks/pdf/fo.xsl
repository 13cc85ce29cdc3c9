<?xml version="1.0" encoding="UTF-8"?>
<!-- All documents of an edition → XSL-FO for FOP: rows of versions, notes at the foot, an index by page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:mode on-no-match="shallow-skip"/>
  <xsl:key name="id" match="s" use="ancestor::TEI/@xml:id || '#' || @xml:id"/>
  <xsl:key name="naming" match="*[@ref][ancestor::text][not(ancestor::note)]" use="@ref"/>
  <xsl:variable name="all" as="document-node()" select="/"/>

  <xsl:template match="/" as="element(fo:root)">
    <fo:root font-family="serif" font-size="10.5pt" line-height="1.3" hyphenate="true" language="en" text-align="justify">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="170mm" page-height="240mm" margin="15mm 24mm 15mm 30mm">
          <fo:region-body margin="12mm 0mm"/>
          <fo:region-before extent="8mm"/>
          <fo:region-after extent="8mm"/>
        </fo:simple-page-master>
        <fo:simple-page-master master-name="index" page-width="170mm" page-height="240mm" margin="15mm 24mm 15mm 30mm">
          <fo:region-body margin="12mm 0mm" column-count="2" column-gap="7mm"/>
          <fo:region-before extent="8mm"/>
          <fo:region-after extent="8mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <xsl:apply-templates select="//TEI"/>
      <fo:page-sequence master-reference="index">
        <xsl:call-template name="around"/>
        <fo:flow flow-name="xsl-region-body" font-size="9pt" text-align="left" hyphenate="false">
          <xsl:for-each select="distinct-values(//text//*[not(ancestor-or-self::note)]/@ref)">
            <xsl:sort select="."/>
            <fo:block start-indent="4mm" text-indent="-4mm">{.} <xsl:for-each select="key('naming', ., $all)/ancestor::s[1]/.">
              <fo:page-number-citation ref-id="{generate-id()}"/><xsl:text> </xsl:text>
            </xsl:for-each></fo:block>
          </xsl:for-each>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="around" as="element(fo:static-content)+">
    <fo:static-content flow-name="xsl-region-before"><fo:block text-align="center">{teiHeader/fileDesc/titleStmt/title[1]}</fo:block></fo:static-content>
    <fo:static-content flow-name="xsl-region-after"><fo:block text-align="center"><fo:page-number/></fo:block></fo:static-content>
  </xsl:template>

  <xsl:template match="TEI" as="element(fo:page-sequence)">
    <xsl:variable name="document" as="xs:string" select="@xml:id"/>
    <fo:page-sequence master-reference="page">
      <xsl:call-template name="around"/>
      <fo:flow flow-name="xsl-region-body">
        <fo:block font-size="17pt" space-after="8mm">{teiHeader/fileDesc/titleStmt/title[1]}</fo:block>
        <xsl:choose>
          <xsl:when test="standOff/linkGrp[@type eq 'translation']">
            <xsl:for-each select="standOff/linkGrp[@type eq 'translation']/link">
              <xsl:variable name="sentences" as="element(s)*" select="tokenize(@target) ! key('id', $document || ., $all)"/>
              <fo:table table-layout="fixed" width="100%" font-size="9.6pt">
                <fo:table-body>
                  <fo:table-row keep-together.within-page="always">
                    <xsl:for-each-group select="$sentences" group-by="ancestor::div[@xml:lang][1]/@xml:lang">
                      <fo:table-cell padding-right="6mm">
                        <fo:block language="{current-grouping-key()}">
                          <xsl:apply-templates select="current-group()" mode="text"/>
                        </fo:block>
                      </fo:table-cell>
                    </xsl:for-each-group>
                  </fo:table-row>
                </fo:table-body>
              </fo:table>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="text//(p | ab | head | item | l)[not(ancestor::note)]">
              <fo:block text-indent="4mm"><xsl:apply-templates mode="text"/></fo:block>
            </xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:mode name="text" on-no-match="text-only-copy"/>
  <xsl:template match="s" mode="text" as="node()+"><fo:inline id="{generate-id()}"><xsl:apply-templates mode="text"/></fo:inline><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="choice" mode="text" as="node()+"><xsl:apply-templates select="(corr, reg, abbr, *)[1]" mode="text"/><xsl:call-template name="foot"/></xsl:template>
  <xsl:template match="note" mode="text" name="foot" as="element(fo:footnote)">
    <fo:footnote>
      <fo:inline baseline-shift="super" font-size="60%">*</fo:inline>
      <fo:footnote-body><fo:block font-size="8.5pt" text-indent="0" start-indent="0">* {(self::choice/(sic, orig, expan)[1], .)[1]}</fo:block></fo:footnote-body>
    </fo:footnote>
  </xsl:template>
  <xsl:template match="note//choice" mode="text" as="node()*"><xsl:apply-templates select="*[1]" mode="text"/></xsl:template>
  <xsl:template match="title | foreign | emph" mode="text" as="element(fo:inline)"><fo:inline font-style="italic"><xsl:apply-templates mode="text"/></fo:inline></xsl:template>

</xsl:stylesheet>
