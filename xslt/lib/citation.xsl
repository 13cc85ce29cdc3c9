<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reference to a document says of it: who, which version, when. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Those who are responsible, as a list in words. -->
  <xsl:function name="ed:cited-names" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="
      string-join(distinct-values(ed:cited-people($header, $ed:language) ! ed:capitalised(ed:text(.))), ', ')[.]"/>
  </xsl:function>

  <!-- Those who are responsible: authors, or the editors of the document, or of the whole. -->
  <xsl:function name="ed:cited-people" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="statements" as="element()*" select="
      ($header/fileDesc/titleStmt[author | editor | respStmt], $header/fileDesc/seriesStmt[editor | respStmt],
        $header/fileDesc/titleStmt)[1]"/>
    <xsl:variable name="people" as="element()*" select="
      ($statements/author, $statements/editor, $statements/respStmt/ed:in-language((persName | name | orgName), $language))"/>
    <xsl:variable name="named" as="element()*" select="
      if ($people[self::persName]) then $people[not(self::orgName)] else $people"/>
    <xsl:sequence select="$named, $statements[not($named)]/principal"/>
  </xsl:function>

  <xsl:function name="ed:cited-version" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="edition" as="xs:string?"
      select="ed:text($header/fileDesc/editionStmt/edition[1])[.]
        ! (', ' || lower-case(substring(., 1, 1)) || substring(., 2))"/>
    <xsl:variable name="date" as="xs:string?"
      select="$header/fileDesc/publicationStmt/date[1] ! (', ' || (ed:date-of(.)[.], normalize-space())[1])"/>
    <xsl:sequence select="$edition || $date"/>
  </xsl:function>

</xsl:stylesheet>
