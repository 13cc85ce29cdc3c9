<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of the encoding: its rules, its categories, its revisions. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/header-encoding.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="encodingDesc" mode="ed:fact" as="element(h:div)*">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('encoding')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="ed:in-language(p), ed:in-language(editorialDecl/p)" mode="ed:text"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="editorialDecl/(* except p), * except (p, editorialDecl, local:machine(.))"
      mode="ed:fact"/>
  </xsl:template>

  <!-- What an encoding description declares for machines, which read it in the TEI document. -->
  <xsl:function name="local:machine" as="element()*">
    <xsl:param name="encoding" as="element(encodingDesc)"/>
    <xsl:sequence select="$encoding/(classDecl | listPrefixDef | prefixDef | tagsDecl | charDecl | refsDecl | appInfo
      | schemaRef | schemaSpec | styleDefDecl | variantEncoding | fsdDecl | geoDecl | unitDecl | metDecl)"/>
  </xsl:function>

  <!-- The editorial declaration: its own paragraphs, then what it says on each matter. -->
  <xsl:template match="editorialDecl" mode="ed:fact" as="element(h:div)*">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('editorial')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="ed:in-language(p)" mode="ed:text"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="* except p" mode="ed:fact"/>
  </xsl:template>

  <!-- The categories that passages and links are given. -->
  <xsl:template match="taxonomy" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('categories')"/>
      <xsl:with-param name="content">
        <div>
          <xsl:sequence select="@xml:id ! ed:id(.)"/>
          <xsl:for-each select="ed:in-language(desc | bibl)">
            <p>
              <xsl:apply-templates mode="ed:text"/>
            </p>
          </xsl:for-each>
          <ul>
            <xsl:for-each select=".//category">
              <li>
                <xsl:sequence select="@xml:id ! ed:id(.)"/>
                <xsl:for-each select="ed:in-language(catDesc)">
                  <xsl:apply-templates mode="ed:text"/>
                </xsl:for-each>
              </li>
            </xsl:for-each>
          </ul>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="revisionDesc" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('revisions')"/>
      <xsl:with-param name="content">
        <xsl:for-each select=".//change">
          <p>
            <xsl:sequence select="ed:lang(.)"/>
            <xsl:text>{ed:date-of(.)}{ed:label('colon')}</xsl:text>
            <xsl:apply-templates mode="ed:text"/>
          </p>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
