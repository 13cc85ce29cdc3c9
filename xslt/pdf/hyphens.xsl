<?xml version="1.0" encoding="UTF-8"?>
<!-- Soft hyphens in French words after an elision, which the typesetter’s patterns do not reach: l’éta-blisse-ment. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/hyphens.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="local:vowels" as="xs:string" select="'aeiouyàâäáéèêëîïíôöóûüùúœæ'"/>

  <xsl:function name="ed:soft-hyphens" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="([cdjlmnst]|qu)(['’])(\p{{Ll}}{{7,}})" flags="i">
        <xsl:matching-substring>
          <xsl:sequence select="regex-group(1) || regex-group(2) || local:divided(regex-group(3))"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- French divides before the last consonant of a group, or before a pair that is one sound (ch, tr, bl);
       three letters at least stay before the hyphen and after it. -->
  <xsl:function name="local:divided" as="xs:string">
    <xsl:param name="word" as="xs:string"/>
    <xsl:variable name="runs" as="xs:string*"
      select="analyze-string($word, '[' || $local:vowels || ']+', 'i')/* ! string(.)"/>
    <xsl:variable name="parts" as="xs:string*" select="
      for $i in 1 to count($runs) return
        if (matches($runs[$i], '^[' || $local:vowels || ']', 'i') or $i eq 1 or $i eq count($runs)
          or string-length(string-join($runs[position() lt $i])) + string-length($runs[$i]) lt 4
          or string-length(string-join($runs[position() gt $i])) lt 2)
        then $runs[$i]
        else replace($runs[$i], '^(.*?)(ch|ph|th|gn|[bcdfgptv][lr]|.)$', '$1&#xAD;$2', 'i')"/>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

</xsl:stylesheet>
