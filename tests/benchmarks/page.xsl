<?xml version="1.0" encoding="UTF-8"?>
<!-- A small page of a document in XSLT 1.0, for `build.py`: what libxslt needs for much less than a real page. -->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="tei">
  <xsl:output method="xml" omit-xml-declaration="yes"/>
  <xsl:key name="by-target" match="tei:link" use="substring-after(substring-before(concat(@target, ' '), ' '), '#')"/>

  <xsl:template match="/tei:TEI">
    <html lang="{@xml:lang}">
      <head>
        <title><xsl:value-of select="tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title"/></title>
      </head>
      <body>
        <main><xsl:apply-templates select="tei:text/tei:body/tei:div"/></main>
        <aside>
          <xsl:apply-templates select=".//tei:note" mode="note"/>
        </aside>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="tei:div">
    <section lang="{@xml:lang}" class="{@type}"><xsl:apply-templates/></section>
  </xsl:template>

  <xsl:template match="tei:p">
    <p><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="tei:s">
    <span id="{@xml:id}" data-with="{key('by-target', @xml:id)/@target}"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:rs">
    <a class="{local-name()}" href="../registers/{substring-before(@ref, ':')}.html#{substring-after(@ref, ':')}">
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:template match="tei:date">
    <time datetime="{@when}"><xsl:apply-templates/></time>
  </xsl:template>

  <xsl:template match="tei:measure">
    <data value="{@quantity}"><xsl:apply-templates/></data>
  </xsl:template>

  <xsl:template match="tei:choice"><xsl:apply-templates select="tei:corr"/></xsl:template>

  <xsl:template match="tei:note">
    <sup><a href="#{@xml:id}"><xsl:number level="any"/></a></sup>
  </xsl:template>

  <xsl:template match="tei:note" mode="note">
    <p id="{@xml:id}"><xsl:apply-templates/></p>
  </xsl:template>
</xsl:stylesheet>
