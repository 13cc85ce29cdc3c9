<?xml version="1.0" encoding="UTF-8"?>
<!-- What keeps an ODD from being compiled: a list of sentences, each naming the thing. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/schema/odd-problems.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <!-- The modules of TEI P5. -->
  <xsl:variable name="local:modules" as="xs:string+" select="
    'analysis', 'certainty', 'cmc', 'core', 'corpus', 'dictionaries', 'drama', 'figures', 'gaiji', 'header', 'iso-fs',
    'linking', 'msdescription', 'namesdates', 'nets', 'spoken', 'tagdocs', 'tei', 'textcrit', 'textstructure',
    'transcr', 'verse'"/>

  <xsl:function name="ed:problems" as="xs:string*">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:variable name="schema" as="element(schemaSpec)*" select="$odd//schemaSpec"/>
    <xsl:if test="count($schema) ne 1">
      <xsl:sequence select="'It must hold one schemaSpec and holds ' || count($schema) || '.'"/>
    </xsl:if>
    <xsl:sequence select="$schema ! (
      local:module-problems(.), local:duplicates(.), local:element-problems(.), local:attribute-problems(.),
      local:reference-problems(.), local:rule-problems(.))"/>
  </xsl:function>

  <!-- Modules that TEI does not have; elements brought in without a specification, or the reverse. -->
  <xsl:function name="local:module-problems" as="xs:string*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:variable name="odd" as="document-node()" select="root($schema)"/>
    <xsl:sequence select="
      $schema//moduleRef[not(@key = $local:modules)] ! ('TEI has no module “' || @key || '”.')"/>
    <xsl:sequence select="
      for $module in $schema//moduleRef, $name in tokenize($module/@include)[empty(key('ed:element', ., $odd))]
      return 'Module “' || $module/@key || '” includes “' || $name || '”, which no elementSpec specifies.'"/>
    <xsl:sequence select="
      for $element in $schema//elementSpec[not(@mode = 'delete')]
      return (let $modules := key('ed:inclusion', $element/@ident, $odd)/@key return
        if (empty($modules)) then 'elementSpec “' || $element/@ident || '” is in no moduleRef/@include.'
        else if (not($element/@module = $modules))
        then 'elementSpec “' || $element/@ident || '” says module “' || $element/@module
          || '”, but it is included from “' || string-join($modules, ', ') || '”.'
        else ())"/>
  </xsl:function>

  <!-- Names that are given twice. -->
  <xsl:function name="local:duplicates" as="xs:string*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:for-each-group group-by="@ident" select="
      $schema//(elementSpec | macroSpec | dataSpec | classSpec | constraintSpec)">
      <xsl:sequence select="(current-group()[2]) ! (name() || ' “' || @ident || '” stands there twice.')"/>
    </xsl:for-each-group>
    <xsl:for-each-group select="$schema//moduleRef/tokenize(@include)" group-by=".">
      <xsl:sequence select="(current-group()[2]) ! ('“' || . || '” is included twice.')"/>
    </xsl:for-each-group>
    <xsl:sequence select="
      for $list in $schema//(attList | valList), $item in $list/(attDef | valItem)
      return $item[@ident = preceding-sibling::*/@ident]
        ! ('“' || @ident || '” stands twice in ' || local:place(.) || '.')"/>
    <xsl:for-each-group select="$schema//constraintSpec" group-by="substring-before(@ident, '-')">
      <xsl:sequence select="(current-group()[2]) ! ('Two rules have the code ' || current-grouping-key() || '.')"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Elements that are not specified in full. -->
  <xsl:function name="local:element-problems" as="xs:string*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:variable name="odd" as="document-node()" select="root($schema)"/>
    <xsl:sequence select="
      $schema//(elementSpec | macroSpec | dataSpec)[not(@mode = 'delete')][empty(content | valList)]
        ! (name() || ' “' || @ident || '” has no content.')"/>
    <xsl:sequence select="
      $schema//elementSpec/classes ! ('elementSpec “' || ../@ident || '” replaces its classes; TEI''s stay.')"/>
    <xsl:sequence select="
      tokenize($schema/@start)[empty(key('ed:element', ., $odd))] ! ('The start “' || . || '” is not specified.')"/>
  </xsl:function>

  <!-- Attributes that are kept and not described. -->
  <xsl:function name="local:attribute-problems" as="xs:string*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:sequence select="
      ($schema//elementSpec, ed:global-attributes(root($schema))/ancestor::classSpec)
        ! ed:kept-attributes(.)[empty(datatype | valList[@type = 'closed'])]
        ! ('@' || @ident || ' in ' || local:place(.) || ' has neither a datatype nor a closed list of values.')"/>
  </xsl:function>

  <!-- References to what is not there. -->
  <xsl:function name="local:reference-problems" as="xs:string*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:variable name="odd" as="document-node()" select="root($schema)"/>
    <xsl:sequence select="
      $schema//elementRef[empty(key('ed:element', @key, $odd))] ! local:missing(., 'element'),
      $schema//macroRef[empty(key('ed:macro', @key, $odd))] ! local:missing(., 'macro'),
      $schema//classRef ! local:missing(., 'class'),
      $schema//dataRef[@key][empty(key('ed:datatype', @key, $odd))][not(ed:is-tei-datatype(@key))]
        ! local:missing(., 'datatype'),
      $schema//macroRef[@minOccurs or @maxOccurs]
        ! ('macroRef “' || @key || '” cannot be repeated; put it into sequence or alternate and repeat that.'),
      $schema//content//*[not(self::sequence or self::alternate or self::elementRef or self::macroRef or self::classRef
        or self::textNode or self::empty or self::dataRef or self::dataFacet or ancestor-or-self::valList)]
        ! (local:place(.) || ' has “' || name() || '” in its content; it is not supported.'),
      $schema//sequence[@preserveOrder = 'false'] ! (local:place(.) || ' has a sequence without order; it is not supported.'),
      $schema//dataRef[@key][@restriction or dataFacet]
        ! (local:place(.) || ' restricts ' || @key || '; only a datatype with @name can be restricted.')"/>
  </xsl:function>

  <xsl:function name="local:missing" as="xs:string">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
      local:place($reference) || ' refers to the ' || $kind || ' “' || $reference/@key || '”, which this ODD does not have.'"/>
  </xsl:function>

  <!-- Rules without a code, a rule, or words. -->
  <xsl:function name="local:rule-problems" as="xs:string*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:sequence select="
      $schema//constraintSpec[not(matches(@ident, '^[A-Z][0-9]{3}(-[a-z]+)+$'))]
        ! ('The name of the rule “' || @ident || '” is not a code and a name, as in “S001-sentence-id”.'),
      $schema//constraintSpec[not(desc)] ! ('The rule “' || @ident || '” has no desc.'),
      $schema//constraintSpec[empty(constraint/*:rule)] ! ('The rule “' || @ident || '” has no sch:rule.')"/>
  </xsl:function>

  <xsl:function name="local:place" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
      $node/ancestor::*[self::elementSpec or self::classSpec or self::macroSpec or self::dataSpec][1]
        ! (name() || ' “' || @ident || '”')"/>
  </xsl:function>

  <!-- Stops with one message that lists every problem of the ODD. -->
  <xsl:template name="ed:stop-at-problems" as="empty-sequence()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="problems" as="xs:string*" select="ed:problems(.)"/>
    <xsl:if test="exists($problems)">
      <xsl:message terminate="yes">{string-join(('The ODD cannot be compiled.', $problems), '&#10;  ')}</xsl:message>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
