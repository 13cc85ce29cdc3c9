<?xml version="1.0" encoding="UTF-8"?>
<!-- Where pages of the source begin: marks that run in with the text of the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/pages.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="pb" mode="ed:print" as="element(Q{}aside)">
    <aside kind="page">[{string-join((ed:label('page-short'), @n), '&#xA0;')}]{' '[not(current()/@break = 'no')]}</aside>
  </xsl:template>

  <!-- Between blocks: at the begin of the paragraph that follows, or else on a line of its own. -->
  <xsl:template match="(div | body | text | front | back)/(pb | p[local:is-page(.)])" mode="ed:print" priority="1"
    as="element(Q{}p)?">
    <xsl:if test="not(local:first-on(.)/self::p)">
      <p kind="page">
        <xsl:apply-templates select="descendant-or-self::pb" mode="local:mark"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- local:mark: a beginning of a page → its mark. Starts at a pb. -->
  <xsl:mode name="local:mark" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="pb" mode="local:mark" as="element(Q{}aside)">
    <aside kind="page">[{string-join((ed:label('page-short'), @n), '&#xA0;')}] </aside>
  </xsl:template>

  <!-- The marks of the pages that begin between a paragraph and what stands before it. -->
  <xsl:function name="ed:pages-before" as="element(Q{}aside)*">
    <xsl:param name="block" as="element()"/>
    <xsl:apply-templates select="$block/self::p ! local:before(.)/descendant-or-self::pb" mode="local:mark"/>
  </xsl:function>

  <xsl:function name="local:before" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/preceding-sibling::*[1][local:is-page(.)] ! (local:before(.), .)"/>
  </xsl:function>

  <!-- What follows on a page that begins. -->
  <xsl:function name="local:first-on" as="element()?">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="next" as="element()?" select="$page/following-sibling::*[1]"/>
    <xsl:sequence select="if ($next ! local:is-page(.)) then local:first-on($next) else $next"/>
  </xsl:function>

  <!-- Whether an element says only that a page begins. -->
  <xsl:function name="local:is-page" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
      exists($block/self::pb) or
        $block/self::p and $block/pb and empty($block/(* except pb)) and not(normalize-space($block))"/>
  </xsl:function>

</xsl:stylesheet>
