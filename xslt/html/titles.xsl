<?xml version="1.0" encoding="UTF-8"?>
<!-- Titles and abstracts in the page's language, and in others that no page of its kind speaks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Titles in the page's other languages, below the main one. -->
  <xsl:template name="ed:other-titles" as="element(h:p)*">
    <xsl:param name="titles" as="element()*"/>
    <xsl:for-each select="$titles except head(ed:in-language($titles))">
      <p class="subtitle">
        <xsl:sequence select="ed:lang(.)"/>
        <xsl:apply-templates mode="ed:text"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- Of elements that say the same in several languages, those that this page must show: its own language's,
       and those in languages that no page of the same kind speaks. -->
  <xsl:function name="ed:not-elsewhere" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="languages" as="xs:string*"/>
    <xsl:sequence select="ed:in-language($elements) | $elements[not(ed:primary(@xml:lang) = $languages)]"/>
  </xsl:function>

  <!-- Abstracts: the page's language open, others that have no page folded. -->
  <xsl:template name="ed:abstracts" as="element()*">
    <xsl:param name="abstracts" as="element(abstract)*"/>
    <xsl:variable name="own" as="element(abstract)*"
      select="ed:in-language($abstracts[normalize-space()])"/>
    <xsl:if test="$own">
      <section class="abstract" aria-label="{ed:label('abstract')}">
        <xsl:for-each select="$own">
          <div>
            <xsl:sequence select="ed:lang(.)"/>
            <xsl:apply-templates mode="ed:text"/>
          </div>
        </xsl:for-each>
        <xsl:for-each select="$abstracts[normalize-space()] except $own">
          <details>
            <summary>{ed:label('abstract-in')} {ed:language-name(@xml:lang)}</summary>
            <div>
              <xsl:sequence select="ed:lang(.)"/>
              <xsl:apply-templates mode="ed:text"/>
            </div>
          </details>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
