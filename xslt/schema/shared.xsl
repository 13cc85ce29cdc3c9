<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages about the encoding are made with. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="odd.xsl"/>
  <xsl:include href="examples.xsl"/>

</xsl:stylesheet>
