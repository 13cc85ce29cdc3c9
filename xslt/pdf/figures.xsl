<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands beside the running text: pictures, a web page's navigation. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- A picture that the source describes or captions; the picture itself is not set. -->
  <xsl:template match="figure" mode="ed:print" as="element(Q{}figure)">
    <figure>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
      <p kind="first">
        <aside>{ed:label((@type[ed:has-label(.)][not(. eq 'photograph' and current()/graphic)], 'figure')[1])}</aside>
      </p>
      <xsl:for-each select="graphic">
        <p kind="credit">
          <xsl:apply-templates select="." mode="ed:print"/>
        </p>
      </xsl:for-each>
      <xsl:apply-templates select="* except graphic" mode="ed:print"/>
    </figure>
  </xsl:template>

  <!-- Lines of navigation that follow each other are one passage, labelled as what it is. -->
  <xsl:template match="ab[@type eq 'navigation']" mode="ed:print" as="element(Q{}figure)" priority="2">
    <xsl:variable name="after" as="element()?" select="following-sibling::*[not(self::ab/@type = 'navigation')][1]"/>
    <figure>
      <p kind="first">
        <aside>{ed:label('navigation')}</aside>
      </p>
      <xsl:for-each select="., following-sibling::ab[@type eq 'navigation'][not($after) or . &lt;&lt; $after]">
        <p kind="navigation">
          <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
        </p>
      </xsl:for-each>
    </figure>
  </xsl:template>

  <xsl:template match="ab[@type eq 'navigation'][preceding-sibling::*[1][self::ab/@type = 'navigation']]" mode="ed:print"
    as="empty-sequence()" priority="3"/>

  <xsl:template match="figDesc" mode="ed:print" as="element(Q{}p)">
    <p kind="first">
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </p>
  </xsl:template>

</xsl:stylesheet>
