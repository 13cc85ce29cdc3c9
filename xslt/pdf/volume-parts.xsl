<?xml version="1.0" encoding="UTF-8"?>
<!-- The whole edition as one book: introduction, documents, chronology, registers, indexes, editorial principles. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/volume-parts.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- The texts of all documents: what mentions are looked up in (mentions.xsl). -->
  <xsl:variable name="ed:texts" as="document-node()">
    <xsl:document>
      <xsl:for-each select="$documents/*/print" xpath-default-namespace="">
        <text title="{meta[@name eq 'title']}">
          <xsl:copy-of select="section[@kind eq 'text']"/>
        </text>
      </xsl:for-each>
    </xsl:document>
  </xsl:variable>

  <xsl:template match="/TEI" mode="ed:book" as="element(Q{}print)">
    <print id="{@xml:id}" lang="{$ed:language}" running="{ed:print-title(.)}">
      <xsl:sequence select="ed:meta(.)"/>
      <xsl:sequence select="ed:halftitle(.)"/>
      <xsl:apply-templates select="teiHeader" mode="ed:titlepage"/>
      <xsl:sequence select="ed:imprint(.)"/>
      <contents title="{ed:label('contents')}" depth="2"/>
      <xsl:call-template name="local:introduction"/>
      <xsl:apply-templates select="$documents/*/*" mode="ed:bind"/>
      <xsl:sequence select="$alignments/*/TEI ! ed:comparisons(.)"/>
      <xsl:sequence select="ed:chronology(@xml:id, $documents/*/Q{}print/Q{}meta[@name eq 'created'])"/>
      <xsl:for-each select="$registers/*/TEI">
        <xsl:sort select="ed:register-rank(.)"/>
        <xsl:sequence select="local:register(.)"/>
      </xsl:for-each>
      <xsl:sequence select="ed:indexes(@xml:id, $registers/*/TEI ! ed:own-entries(.))"/>
      <xsl:sequence select="ed:about(., ed:label('about-edition'), 1)[.//Q{}fact] ! local:new-page(.)"/>
    </print>
  </xsl:template>

  <!-- The divisions of the introduction are chapters; those of one name are told apart by their language. -->
  <xsl:template name="local:introduction" as="element(Q{}section)*">
    <xsl:for-each select="text//div[head][not(ancestor::div[head])]">
      <xsl:variable name="chapter" as="element(Q{}section)">
        <xsl:apply-templates select="." mode="ed:print">
          <xsl:with-param name="level" tunnel="yes" select="1"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:apply-templates select="local:new-page($chapter)" mode="ed:bind"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="local:new-page" as="element(Q{}section)">
    <xsl:param name="section" as="element(Q{}section)"/>
    <section page="new">
      <xsl:copy-of select="$section/(@*, node())"/>
    </section>
  </xsl:function>

  <!-- A register: its title, what it says of itself, its entries. -->
  <xsl:function name="local:register" as="element(Q{}section)">
    <xsl:param name="register" as="element(TEI)"/>
    <section page="new" kind="register">
      <xsl:sequence select="ed:heading('register.' || $register/@xml:id, ed:print-title($register), 1)"/>
      <xsl:apply-templates select="ed:to-print($register/teiHeader/fileDesc/sourceDesc/p)" mode="ed:fact"/>
      <xsl:variable name="lists" as="element()*" select="
        $register/(standOff[not(@type eq 'carried')] | text)//(listPerson | listPlace | listOrg | listEvent | listBibl | list)[not(parent::person | parent::place | parent::org | parent::event)]"/>
      <xsl:for-each select="$lists">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:choose>
          <xsl:when test="head">
            <section>
              <xsl:sequence select="ed:heading('register.' || $register/@xml:id || '.' || $number, ed:in-language(head)[1] ! ed:text(.), 2)"/>
              <xsl:sequence select="ed:entries(local:entries(.))"/>
            </section>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="ed:entries(local:entries(.))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </section>
  </xsl:function>

  <xsl:function name="local:entries" as="element()*">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="$list/(person | personGrp | place | org | event | bibl | biblStruct)"/>
  </xsl:function>

</xsl:stylesheet>
