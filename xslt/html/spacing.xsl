<?xml version="1.0" encoding="UTF-8"?>
<!-- Spacing: the text's own characters, set as its language sets them. French has a thin space before ; ! and ?. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="text()[contains(., '&#xA0;')][matches(., '&#xA0;[;!?]')][ed:primary(ancestor::*[@xml:lang][1]/@xml:lang) eq 'fr']"
    mode="ed:text" priority="0.2" as="node()+">
    <xsl:analyze-string select="ed:one-line(.)" regex="&#xA0;([;!?])">
      <xsl:matching-substring>
        <span class="thin">&#xA0;</span>
        <xsl:text>{regex-group(1)}</xsl:text>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

</xsl:stylesheet>
