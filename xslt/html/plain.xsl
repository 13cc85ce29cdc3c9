<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements that mark something for scholars and machines, and look to a reader like the text around them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/plain.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Parts of words, names, addresses, and what is marked as it is without a look of its own. -->
  <xsl:template mode="ed:text" as="element(h:span)"
    match="seg | w | pc | c | cl | phr | m | forename | surname | genName | nameLink | addName | roleName | foreign
      | distinct | gloss | mentioned | email | street | postCode | postBox | addrLine | label | desc | lang | textLang
      | abbr | expan | ex | am | lem">
    <xsl:call-template name="ed:span"/>
  </xsl:template>

  <!-- Parts of a description of a publication, a manuscript or an object, in the order in which they stand. -->
  <xsl:template mode="ed:text" as="element(h:span)"
    match="bibl | biblStruct | biblFull | monogr | analytic | series | imprint | author | editor | publisher | pubPlace | edition
      | biblScope | extent | respStmt | resp | licence | msIdentifier | repository | collection | msName | altIdentifier
      | msContents | msItem | msItemStruct | summary | incipit | explicit | physDesc | objectDesc | supportDesc | support
      | layoutDesc | layout | handDesc | handNote | typeDesc | typeNote | decoDesc | decoNote | sealDesc | seal | accMat
      | condition | foliation | binding | bindingDesc | history | origin | provenance | acquisition | additional | adminInfo
      | surrogates | custodialHist | recordHist | objectType | material | height | width | depth | dim | watermark | locus
      | additions | catDesc | availability">
    <xsl:call-template name="ed:span"/>
  </xsl:template>

</xsl:stylesheet>
