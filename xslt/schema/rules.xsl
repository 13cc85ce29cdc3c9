<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules, as the program writes them (ed:rules) → their page, rules.html, in English. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="rules-page.xsl"/>

</xsl:stylesheet>
