<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared document as a file: written out as it is, not a blank added. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- The whole document, unchanged. -->
  <xsl:mode on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

</xsl:stylesheet>
