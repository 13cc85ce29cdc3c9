<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the page that stands where a document was that is gone, documents/<id>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The id of the note that explains it, which was the document's. -->
  <xsl:param name="id" as="xs:string" select="ed:not-given('id')"/>

  <!-- withdrawn: the prepared edition.xml → the page. Starts at the document node. -->
  <xsl:mode name="ed:withdrawn" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="ed:withdrawn" as="element(h:html)">
    <xsl:call-template name="ed:page">
      <xsl:with-param name="title" select="$id"/>
      <xsl:with-param name="kind" select="'withdrawn'"/>
      <xsl:with-param name="pages" select="ed:pages($id)"/>
      <xsl:with-param name="head" as="element(h:link)*">
        <xsl:for-each select="TEI/standOff/note[@type eq 'withdrawn'][@xml:id eq $id]/(for $to in tokenize(@corresp) return ed:href($to, .))">
          <link rel="successor-version" href="{.}"/>
        </xsl:for-each>
      </xsl:with-param>
      <xsl:with-param name="edition" select="TEI/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
      <xsl:with-param name="main">
        <header class="title">
          <h1>{$id}</h1>
          <p class="lead">{ed:label('withdrawn-document')}</p>
        </header>
        <xsl:for-each select="TEI/standOff/note[@type eq 'withdrawn'][@xml:id eq $id]">
          <p>
            <xsl:sequence select="ed:why-withdrawn(.)"/>
          </p>
          <xsl:where-populated>
            <p class="successors">
              <xsl:call-template name="ed:successors"/>
            </p>
          </xsl:where-populated>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
