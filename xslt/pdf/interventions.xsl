<?xml version="1.0" encoding="UTF-8"?>
<!-- What was done to the page: additions, deletions, other hands, stamps, damage, and what is lost, doubtful or empty. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="add" mode="ed:print" as="node()*">
    <xsl:text>⟨</xsl:text>
    <xsl:apply-templates select="." mode="ed:own-language"/>
    <xsl:text>⟩</xsl:text>
  </xsl:template>

  <xsl:template match="del | surplus" mode="ed:print" as="element(Q{}strike)">
    <strike>
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </strike>
  </xsl:template>

  <xsl:template match="restore" mode="ed:print" as="node()*">
    <xsl:apply-templates select="." mode="ed:own-language"/>
    <aside> [{ed:state(.)}]</aside>
  </xsl:template>

  <xsl:template match="damage | retrace" mode="ed:print" as="node()*">
    <xsl:apply-templates select="." mode="ed:own-language"/>
  </xsl:template>

  <xsl:template match="supplied" mode="ed:print" as="node()*">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates select="." mode="ed:own-language"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="unclear" mode="ed:print" as="node()*">
    <xsl:apply-templates select="." mode="ed:own-language"/>
    <aside> [?]</aside>
  </xsl:template>

  <!-- A hole says in words how large it is and why. -->
  <xsl:template match="gap | space | damage[not(node())]" mode="ed:print" as="element()">
    <xsl:variable name="sign" as="element(Q{}aside)">
      <aside>
        <xsl:text>{if (self::space) then '[' || ed:label('space') else '[…'}</xsl:text>
        <xsl:value-of select="(ed:size(.)[.], @reason ! ed:label(.), ed:in-language(desc) ! normalize-space()[.]) ! (', ' || .)" separator=""/>
        <xsl:text>]</xsl:text>
      </aside>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="parent::div | parent::body | parent::list | parent::lg">
        <p kind="first">
          <xsl:sequence select="$sign"/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$sign"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="handShift" mode="ed:print" as="element(Q{}aside)">
    <aside>[{ed:label('handShift')}] </aside>
  </xsl:template>

  <xsl:template match="stamp | fw[normalize-space()]" mode="ed:print" as="node()*">
    <aside>[{ed:label(local-name())}{ed:label('colon')}</aside>
    <xsl:apply-templates select="." mode="ed:own-language"/>
    <aside>]</aside>
  </xsl:template>

  <!-- Between blocks, what stands at the edge of a page is a line of its own. -->
  <xsl:template match="(div | body | lg | sp)/fw[normalize-space()]" mode="ed:print" as="element(Q{}p)" priority="1">
    <p kind="credit">
      <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
    </p>
  </xsl:template>

  <!-- A note that the source itself has stands where it is in the text, and says what it is. -->
  <xsl:template match="note[@type eq 'source']" mode="ed:print" as="node()*" priority="3">
    <aside> [{ed:state(.)}{ed:label('colon')}</aside>
    <xsl:for-each select="if (p) then p else .">
      <xsl:if test="position() gt 1">
        <br/>
      </xsl:if>
      <xsl:apply-templates mode="ed:print"/>
    </xsl:for-each>
    <aside>]</aside>
  </xsl:template>

  <xsl:template match="(div | body | lg | sp)/note[@type eq 'source']" mode="ed:print" as="element(Q{}p)" priority="4">
    <p kind="first">
      <xsl:next-match/>
    </p>
  </xsl:template>

</xsl:stylesheet>
