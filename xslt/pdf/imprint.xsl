<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before and behind the title page: the half-title, and the imprint with version, rights, citation and identifiers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/imprint.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="ed:halftitle" as="element(Q{}halftitle)">
    <xsl:param name="tei" as="element(TEI)"/>
    <halftitle>{ed:print-title($tei)}</halftitle>
  </xsl:function>

  <xsl:function name="ed:imprint" as="element(Q{}imprint)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$tei/teiHeader/fileDesc"/>
    <imprint>
      <facts>
        <xsl:sequence select="ed:facts(($file/seriesStmt, $file/editionStmt, $file/publicationStmt))"/>
        <fact label="{ed:label('cite')}">
          <xsl:sequence select="ed:citation($tei)"/>
        </fact>
        <fact label="{ed:label('identifiers')}">
          <p kind="first">
            <aside>xml:id </aside>
            <code>{$tei/@xml:id}</code>
          </p>
        </fact>
        <fact label="{ed:label('attached')}">
          <p kind="first">{ed:label(if ($tei/@xml:id eq 'edition') then 'attached-edition' else 'attached-document')}</p>
          <p kind="first">
            <code>
              <fingerprint/>
            </code>
          </p>
        </fact>
      </facts>
    </imprint>
  </xsl:function>

</xsl:stylesheet>
