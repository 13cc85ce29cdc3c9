<?xml version="1.0" encoding="UTF-8"?>
<!-- What the script filters the lines of a long list by: words, and languages. Without the script it is not there. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:filter" as="element(h:div)">
    <xsl:param name="languages" as="xs:string*"/>
    <div class="filter" role="search">
      <label>
        <span>{ed:label('filter')}</span>
        <input type="search" autocomplete="off"/>
      </label>
      <xsl:if test="count(distinct-values($languages)) gt 1">
        <label>
          <span>{ed:label('language')}</span>
          <select>
            <option value="">{ed:label('all')}</option>
            <xsl:for-each select="distinct-values($languages)">
              <xsl:sort select="ed:folded(ed:language-name(.))"/>
              <option value="{.}">{ed:language-name(.)}</option>
            </xsl:for-each>
          </select>
        </label>
      </xsl:if>
      <p class="shown" role="status"><span class="number"></span> {ed:label('shown')}</p>
    </div>
  </xsl:template>

</xsl:stylesheet>
