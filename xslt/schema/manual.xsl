<?xml version="1.0" encoding="UTF-8"?>
<!-- The prose of the ODD → the encoding manual, manual.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="manual-page.xsl"/>
  <xsl:include href="manual-prose.xsl"/>

</xsl:stylesheet>
