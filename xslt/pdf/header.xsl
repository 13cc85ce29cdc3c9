<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says: title page, abstract, how to cite it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/header.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- ed:titlepage: the title page. Starts at teiHeader. -->
  <xsl:mode name="ed:titlepage" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="ed:titlepage" as="element(Q{}titlepage)">
    <xsl:variable name="file" as="element(fileDesc)?" select="fileDesc"/>
    <xsl:variable name="titles" as="element(title)*" select="$file/titleStmt/title"/>
    <xsl:variable name="main" as="element(title)?" select="ed:in-language($titles)[1]"/>
    <titlepage>
      <xsl:for-each select="ed:in-language($file/seriesStmt/title)">
        <over>
          <xsl:apply-templates select="." mode="ed:print"/>
        </over>
      </xsl:for-each>
      <xsl:for-each select="$main, $titles except $main">
        <title>
          <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
        </title>
      </xsl:for-each>
      <xsl:if test="empty($titles)">
        <title>{ed:print-title(ancestor::TEI)}</title>
      </xsl:if>
      <xsl:sequence select="$file ! local:lines(.)"/>
    </titlepage>
  </xsl:template>

  <!-- Who made it, which version, and when. -->
  <xsl:function name="local:lines" as="element(Q{}line)*">
    <xsl:param name="file" as="element(fileDesc)?"/>
    <xsl:for-each-group select="$file/titleStmt/(author | editor | principal | funder | sponsor | respStmt)"
      group-by="(string-join(ed:in-language(resp) ! ed:text(.), '; ')[.] ! ed:capitalised(.), ed:label(local-name()))[1]">
      <line>
        <aside>{current-grouping-key()}{ed:colon()} </aside>
        <xsl:sequence select="string-join(distinct-values(
          (current-group()[self::respStmt] ! ed:in-language(* except resp), current-group()[not(self::respStmt)]) ! ed:text(.)), ', ')"/>
      </line>
    </xsl:for-each-group>
    <xsl:variable name="issue" as="xs:string*" select="
      ed:in-language($file/editionStmt/edition)[1] ! ed:text(.),
      $file/publicationStmt/date[1] ! (ed:date-of(.)[.], ed:text(.))[1]"/>
    <xsl:if test="exists($issue)">
      <line>{string-join($issue, ', ')}</line>
    </xsl:if>
  </xsl:function>

  <!-- The abstracts, the page's language first. -->
  <xsl:function name="ed:abstract" as="element(Q{}section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:variable name="abstracts" as="element(abstract)*" select="$tei/teiHeader/profileDesc/abstract[normalize-space()]"/>
    <xsl:if test="$abstracts">
      <section kind="abstract">
        <xsl:sequence select="ed:heading('abstract.' || $tei/@xml:id, ed:label('abstract'), $level)"/>
        <xsl:for-each select="ed:to-print($abstracts)">
          <block>
            <xsl:apply-templates select="@xml:lang, *" mode="ed:print"/>
          </block>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- How to cite: title, edition, version, year. -->
  <xsl:function name="ed:citation" as="element(Q{}p)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$tei/teiHeader"/>
    <p kind="first">
      <xsl:text>{ed:cited-names($header) ! (. || ', ')}</xsl:text>
      <em>{ed:print-title($tei)}</em>
      <xsl:for-each select="ed:in-language($header/fileDesc/seriesStmt/title)[1]">, {ed:label('cite-in')} <em>{ed:text(.)}</em></xsl:for-each>
      <xsl:text>{ed:cited-version($header)}{$tei/@xml:id[. ne 'edition'] ! (', ' || .)}.</xsl:text>
    </p>
  </xsl:function>

  <!-- Of what is said in several languages: in the print's own, and where `$ed:all-languages`, then in the others. -->
  <xsl:function name="ed:to-print" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="own" as="element()*" select="ed:in-language($elements)"/>
    <xsl:sequence select="$own, ($elements except $own)[$ed:all-languages]"/>
  </xsl:function>

  <xsl:function name="ed:colon" as="xs:string">
    <xsl:sequence select="replace(ed:label('colon'), ' $', '')"/>
  </xsl:function>

</xsl:stylesheet>
