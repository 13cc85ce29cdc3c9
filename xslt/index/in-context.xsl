<?xml version="1.0" encoding="UTF-8"?>
<!-- A unit of a document with something in it marked: a sentence whole, of a longer block the words around.
     Hateful words are left out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/in-context.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Words shown on either side where a block is long. -->
  <xsl:variable name="local:words" as="xs:integer" select="14"/>

  <!-- Units that are no translations beside their originals: a translation says nothing of its own. -->
  <xsl:function name="ed:own-units" as="element(ed:unit)*">
    <xsl:param name="document" as="element(ed:facts)"/>
    <xsl:variable name="has-original" as="xs:boolean" select="$document/ed:unit/@version = 'original'"/>
    <xsl:sequence select="$document/ed:unit[not($has-original and @version eq 'translation')]"/>
  </xsl:function>

  <!-- A unit, with some of what stands in it marked. -->
  <xsl:template name="ed:in-context" as="element(h:q)">
    <xsl:param name="marked" as="element()*"/>
    <xsl:param name="unit" as="element(ed:unit)" select="$marked[1]/ancestor::ed:unit[1]"/>
    <q class="in-context marked">
      <xsl:sequence select="$unit/@xml:lang ! ed:lang(..)"/>
      <xsl:choose>
        <xsl:when test="$unit/@kind eq 's' or string-length(normalize-space($unit)) lt 240 or empty($marked)">
          <xsl:apply-templates select="$unit/node()" mode="local:quoted">
            <xsl:with-param name="marked" tunnel="yes" select="$marked"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="local:around">
            <xsl:with-param name="unit" select="$unit"/>
            <xsl:with-param name="at" select="$marked[1]"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </q>
  </xsl:template>

  <xsl:template name="local:around" as="node()*">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:param name="at" as="element()"/>
    <xsl:variable name="quiet" as="text()*" select="$unit//text()[not(ancestor::ed:hateful)]"/>
    <xsl:variable name="before" as="xs:string" select="string-join($quiet[. &lt;&lt; $at])"/>
    <xsl:variable name="after" as="xs:string" select="string-join($quiet[. &gt;&gt; $at] except $at//text())"/>
    <xsl:if test="$unit//ed:hateful">
      <span class="warning" lang="{$ed:language}">[{ed:label('hateful-omitted')}] </span>
    </xsl:if>
    <xsl:text>{replace(ed:last-words($before, $local:words), '\s+', ' ')}</xsl:text>
    <mark>{normalize-space($at)}</mark>
    <xsl:text>{replace(ed:first-words($after, $local:words), '\s+', ' ')}</xsl:text>
  </xsl:template>

  <!-- quoted: a unit's text, some of it marked, hateful words left out but for that. Starts in a unit. -->
  <xsl:mode name="local:quoted" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="ed:date | ed:figure" mode="local:quoted" as="item()*">
    <xsl:param name="marked" as="element()*" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$marked intersect .">
        <mark>
          <xsl:apply-templates mode="local:quoted"/>
        </mark>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="local:quoted"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ed:hateful" mode="local:quoted" as="item()*">
    <xsl:param name="marked" as="element()*" tunnel="yes"/>
    <span class="warning" lang="{$ed:language}">[{ed:label('hateful-omitted')}]</span>
    <xsl:for-each select="$marked intersect .//*">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="local:quoted"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
