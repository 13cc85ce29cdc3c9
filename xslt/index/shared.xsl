<?xml version="1.0" encoding="UTF-8"?>
<!-- What several kinds of pages about the whole edition are made with. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="../lib/own-entries.xsl"/>
  <xsl:include href="contents-years.xsl"/>
  <xsl:include href="contents-details.xsl"/>
  <xsl:include href="filter.xsl"/>
  <xsl:include href="passage.xsl"/>
  <xsl:include href="in-context.xsl"/>
  <xsl:include href="told.xsl"/>
  <xsl:include href="said.xsl"/>

</xsl:stylesheet>
