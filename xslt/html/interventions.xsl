<?xml version="1.0" encoding="UTF-8"?>
<!-- What was done to the page: additions, deletions, other hands, stamps, damage, and what is lost, doubtful or empty.
     Each says what it is on hover and to those who listen. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/interventions.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="add" mode="ed:text" as="element(h:ins)">
    <ins class="add" title="{ed:state(.)}">
      <xsl:sequence select="ed:common(.), local:spoken(.)"/>
      <span class="bracket">⟨</span>
      <xsl:apply-templates mode="ed:text"/>
      <span class="bracket">⟩</span>
    </ins>
  </xsl:template>

  <xsl:template match="del | surplus" mode="ed:text" as="element(h:del)">
    <del class="{local-name()}" title="{ed:state(.)}">
      <xsl:sequence select="ed:common(.), local:spoken(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </del>
  </xsl:template>

  <xsl:template match="restore | damage" mode="ed:text" as="element(h:span)">
    <span class="{local-name()}" title="{ed:state(.)}">
      <xsl:sequence select="ed:common(.), local:spoken(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </span>
  </xsl:template>

  <xsl:template match="subst" mode="ed:text" as="element(h:span)">
    <xsl:call-template name="ed:span"/>
  </xsl:template>

  <!-- What the editors supply: the source has a hole there, or nothing that would show that words are missing. -->
  <xsl:template match="supplied" mode="ed:text" as="element(h:span)">
    <xsl:variable name="omitted" as="xs:boolean" select="starts-with(@reason, 'omitted')"/>
    <span class="supplied{' of-editors'[$omitted]}" title="{ed:state(.)}">
      <xsl:sequence select="ed:common(.), local:spoken(.)"/>
      <xsl:text>[</xsl:text>
      <span class="of-editors">
        <xsl:apply-templates mode="ed:text"/>
      </span>
      <xsl:if test="not($omitted)">
        <span class="instead">…</span>
      </xsl:if>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="unclear" mode="ed:text" as="element(h:span)">
    <span class="{local-name()}" title="{ed:state(.)}">
      <xsl:sequence select="ed:common(.), local:spoken(.)"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates mode="ed:text"/>
      <xsl:text>?]</xsl:text>
    </span>
  </xsl:template>

  <!-- What is missing or empty: a sign, and in words how much of it and why. -->
  <xsl:template match="gap | space" mode="ed:text" as="element()">
    <xsl:element name="{if (ed:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:attribute name="title" select="ed:state(.)"/>
      <xsl:sequence select="ed:common(.), local:spoken(.)"/>
      <xsl:text>{if (self::gap) then '[…' else '[&#xA0;&#xA0;&#xA0;'}</xsl:text>
      <xsl:for-each select="ed:in-language(desc)">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="ed:text"/>
      </xsl:for-each>
      <xsl:text>]</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- Another hand goes on. -->
  <xsl:template match="handShift" mode="ed:text" as="element(h:span)">
    <span class="hand-shift" lang="{$ed:language}" title="{ed:state(.)}">
      <xsl:sequence select="@xml:id ! ed:id(.)"/>
      <xsl:text>[{ed:label('handShift')}] </xsl:text>
    </span>
  </xsl:template>

  <!-- What stands at the edge of a page, and what a stamp says. -->
  <xsl:template match="fw | stamp" mode="ed:text" as="element()">
    <xsl:element name="{if (ed:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:attribute name="title" select="ed:state(.)"/>
      <xsl:sequence select="ed:common(.), local:spoken(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A note that the source itself has stands where it is in the text, and says what it is. -->
  <xsl:template match="note[@type eq 'source']" mode="ed:text" priority="1" as="element()">
    <xsl:element name="{if (ed:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'own-note'"/>
      <xsl:sequence select="ed:common(.)"/>
      <span class="kind" lang="{$ed:language}">[{ed:state(.)}{ed:label('colon')}</span>
      <xsl:apply-templates mode="ed:text"/>
      <span class="kind">]</span>
    </xsl:element>
  </xsl:template>

  <!-- The same words for who listens. -->
  <xsl:function name="local:spoken" as="element(h:span)">
    <xsl:param name="passage" as="element()"/>
    <span class="for-speech" lang="{$ed:language}">({ed:state($passage)}) </span>
  </xsl:function>

</xsl:stylesheet>
