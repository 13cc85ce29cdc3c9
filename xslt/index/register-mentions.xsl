<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the documents name an entry: each mention in its sentence, or among the words around it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/register-mentions.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:mentioning" match="ed:unit" use="(descendant::ed:mention ! tokenize(@ref)) => distinct-values()"/>

  <!-- Words shown on either side of a mention where there are no sentences. -->
  <xsl:variable name="local:words" as="xs:integer" select="12"/>

  <xsl:template name="ed:mentions" as="element()">
    <xsl:variable name="key" as="xs:string" select="/TEI/@xml:id || '.' || @xml:id"/>
    <xsl:variable name="units" as="element(ed:unit)*" select="local:own(key('local:mentioning', $key, $facts))"/>
    <xsl:choose>
      <xsl:when test="$units">
        <details class="mentions">
          <xsl:if test="count($units) le 12">
            <xsl:attribute name="open" select="'open'"/>
          </xsl:if>
          <summary>{ed:label('mentions')} <span class="count">({count($units)})</span></summary>
          <xsl:for-each-group select="$units" group-by="string(../@doc)">
            <xsl:call-template name="local:document">
              <xsl:with-param name="key" select="$key"/>
            </xsl:call-template>
          </xsl:for-each-group>
          <!-- Of an entry that is named very often, the first documents are shown, and the others counted. -->
          <xsl:for-each select="$facts/ed:all/ed:more[@key eq $key]">
            <p class="more-mentions">{ed:label('more-mentions')}{ed:label('colon')}{@documents}</p>
          </xsl:for-each>
        </details>
      </xsl:when>
      <xsl:otherwise>
        <p class="no-mentions">{ed:label('no-mentions')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Units without those that only translate another of them: a translation is no mention of its own. -->
  <xsl:function name="local:own" as="element(ed:unit)*">
    <xsl:param name="units" as="element(ed:unit)*"/>
    <xsl:variable name="ids" as="xs:string*" select="$units/(../@doc || '#' || @id)"/>
    <xsl:sequence select="$units[not((for $id in tokenize(@translates) return ../@doc || '#' || $id) = $ids)]"/>
  </xsl:function>

  <!-- The mentions in one document. -->
  <xsl:template name="local:document" as="element(h:div)">
    <xsl:param name="key" as="xs:string"/>
    <div class="in-document">
      <p class="document-title">
        <a href="{$root}documents/{encode-for-uri(../@doc)}.html">
          <xsl:sequence select="ed:facts-title(..)"/>
        </a>
      </p>
      <ul>
        <xsl:for-each select="current-group()">
          <li>
            <a class="locator" href="{$root}documents/{encode-for-uri(../@doc)}.html#{encode-for-uri(@id)}"
              aria-label="{local:spoken(.)}">{local:locator(.)}</a>
            <xsl:text> </xsl:text>
            <q class="in-context marked">
              <xsl:sequence select="@xml:lang ! ed:lang(..)"/>
              <xsl:sequence select="local:context(., $key)"/>
            </q>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <!-- The number that stands before a mention, and the language of a translation. -->
  <xsl:function name="local:locator" as="xs:string">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:sequence select="
      string-join((lower-case(ed:label('note'))[$unit/@kind eq 'note'], $unit/@n,
        local:of-translation($unit)), ' ')"/>
  </xsl:function>

  <xsl:function name="local:spoken" as="xs:string">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:variable name="kind" as="xs:string" select="if ($unit/@kind eq 's') then 'sentence' else 'paragraph'"/>
    <xsl:sequence select="
      if ($unit/@kind eq 'note') then local:locator($unit)
      else string-join((ed:label($kind), $unit/@n, local:of-translation($unit)), ' ')"/>
  </xsl:function>

  <xsl:function name="local:of-translation" as="xs:string?">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:sequence select="$unit[@version eq 'translation']/@xml:lang ! ('(' || ed:language-name(.) || ')')"/>
  </xsl:function>

  <!-- A sentence or note whole; of a longer block, the words around the first mention. -->
  <xsl:function name="local:context" as="node()*">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="mention" as="element(ed:mention)" select="($unit//ed:mention[tokenize(@ref) = $key])[1]"/>
    <xsl:choose>
      <xsl:when test="$unit/@kind eq 's' or string-length(normalize-space($unit)) lt 200">
        <xsl:apply-templates select="$unit/node()" mode="local:quoted">
          <xsl:with-param name="key" tunnel="yes" select="$key"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="before" as="xs:string" select="string-join($unit//text()[. &lt;&lt; $mention][not(ancestor::ed:hateful)])"/>
        <xsl:variable name="after" as="xs:string"
          select="string-join($unit//text()[. &gt;&gt; $mention][not(ancestor::ed:mention intersect $mention or ancestor::ed:hateful)])"/>
        <xsl:if test="$unit//ed:hateful">
          <span class="warning">[{ed:label('hateful-omitted')}] </span>
        </xsl:if>
        <xsl:text>{ed:last-words(replace($before, '\s+', ' '), $local:words)}</xsl:text>
        <mark>{normalize-space($mention)}</mark>
        <xsl:text>{ed:first-words(replace($after, '\s+', ' '), $local:words)}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
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
