<?xml version="1.0" encoding="UTF-8"?>
<!-- A passage that names an entry, as the entry's page quotes it: the name marked, hateful words left out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/quoted.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Words shown on either side of a mention where there are no sentences. -->
  <xsl:variable name="local:words" as="xs:integer" select="12"/>

  <!-- A sentence or note whole; of a longer block, the words around each mention. -->
  <xsl:function name="ed:quoted" as="element(h:q)+">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$unit/@kind eq 's' or string-length(normalize-space($unit)) lt 200">
        <q class="in-context marked">
          <xsl:sequence select="ed:lang($unit)"/>
          <xsl:apply-templates select="$unit/node()" mode="local:quoted">
            <xsl:with-param name="key" tunnel="yes" select="$key"/>
          </xsl:apply-templates>
        </q>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$unit//ed:mention[tokenize(@ref) = $key]">
          <q class="in-context marked">
            <xsl:sequence select="ed:lang($unit), local:around(., $unit)"/>
          </q>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A mention and the words before and after it. -->
  <xsl:function name="local:around" as="node()+">
    <xsl:param name="mention" as="element(ed:mention)"/>
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:variable name="quiet" as="text()*" select="$unit//text()[not(ancestor::ed:hateful)]"/>
    <xsl:variable name="before" as="xs:string" select="string-join($quiet[. &lt;&lt; $mention])"/>
    <xsl:variable name="after" as="xs:string"
      select="string-join($quiet[. &gt;&gt; $mention][not(ancestor::ed:mention intersect $mention)])"/>
    <xsl:if test="$unit//ed:hateful">
      <span class="warning" lang="{$ed:language}">[{ed:label('hateful-omitted')}]</span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:text>{replace(ed:last-words($before, $local:words), '\s+', ' ')}</xsl:text>
    <mark>{normalize-space($mention)}</mark>
    <xsl:text>{replace(ed:first-words($after, $local:words), '\s+', ' ')}</xsl:text>
  </xsl:function>

  <!-- quoted: a unit's text, the entry's names marked, hateful words left out but for these. Starts in a unit. -->
  <xsl:mode name="local:quoted" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="ed:mention" mode="local:quoted" as="item()*">
    <xsl:param name="key" as="xs:string" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="tokenize(@ref) = $key">
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
    <xsl:param name="key" as="xs:string" tunnel="yes"/>
    <span class="warning" lang="{$ed:language}">[{ed:label('hateful-omitted')}]</span>
    <xsl:for-each select=".//ed:mention[tokenize(@ref) = $key]">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="local:quoted"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
