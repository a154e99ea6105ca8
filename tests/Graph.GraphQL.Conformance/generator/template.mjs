const KEEPS =
  'type|field|must|expected|for|can|is|definition|conflict|argument|Type|Object|Interface|Input|Output|does|got|includes|required|are|null|of|it|once|only|with|in|and|or|on|was|has|their|provide|be|because|types|already|the|an|a|not|by|that|as|to|implement|cannot';
const NAMED = new RegExp(
  `\\b(type|Type|field|Field|argument|Union|Enum|Interface|Object|input field|via|implement|include|The type of|expects type|is type|provide|resolved to a type|possible type for|got:|because it is implemented by|required argument)( @?)(?!(?:${KEEPS})\\b)[\\w.@(:)[\\]!]+`,
  'g',
);

/** A message without the names, types and values in it, so that messages of one family are the same text. */
export function template(message) {
  if (message.startsWith('Syntax Error'))
    return message
      .replace(/(Name|Int|Float|String) ".*"/s, '$1')
      .replace(/(Unexpected character|escape sequence|digit but got|after 0|Invalid character|within String): .*/s, '$1: _.')
      .replace(/"[^"]+"|\$\w+/g, '_');
  return message
    .replace(/(Did you mean (?:to use an inline fragment on |the enum value )?).*\?/s, '$1_?')
    .replace(/(got invalid value ).*(; (?:Expected|Field|Value|Exactly|Int|Float|String|Boolean|ID|Enum|Any))/s, '$1_$2')
    .replace(/(found |AST: |cannot represent (?:a |an )?(?:value|non[- ][\w -]+ value): ).*/s, '$1_')
    .replace(
      /(conflict because ).*( Use different)/s,
      (all, start, end) =>
        `${start}${all
          .slice(start.length, -end.length)
          .replace(/"[^"]*"/g, '_')
          .replace(/(?:subfields _ conflict because )+/g, 'subfields _ conflict because ')
          .replace(/ and subfields _ conflict because.*/, ' and subfields …')}${end}`,
    )
    .replace(/Value "[^]*" does/, 'Value _ does')
    .replace(/"[^"]*"/g, '_')
    .replace(/(_, )+/g, '_, ')
    .replace(NAMED, '$1$2_')
    .replace(/\b[\w.@(:)]+(?= does not provide| can never| is type _)/g, '_')
    .replace(/(it cannot be) \w+\./, '$1 _.')
    .replace(/on [A-Z_]+\./, 'on _.');
}
