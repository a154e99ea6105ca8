// Where the engine differs from graphql-js 16.11 on purpose. The README tells the reasons; these tests find the cases.

const says =
  (pattern) =>
  ({ expected }) =>
    expected.errors.some(({ message }) => pattern.test(message));

export const DEVIATIONS = {
  'descriptions on operations and fragments': (it) =>
    says(/^Syntax Error: Unexpected description/)(it) &&
    /^("""(\\"""|[^])*?"""|"[^"]*")[\s,\uFEFF]*(#.*\s*)*(query|mutation|subscription|fragment)\b/.test(rest(it)),
  'descriptions on variables': says(/^Syntax Error: Expected "\$", found (Block)?String/),
  'graphql-js gives up over the root of a subscription': ({ document }) => /\bsubscription\b/.test(document) && /\b(skip|include)\b/.test(document),
  'graphql-js gives up over a directive': ({ mode, expected }) =>
    mode !== 'execute' &&
    expected.errors.length === 1 &&
    /^Argument "\w+" (of (required|non-null) type|has invalid value)/.test(expected.errors[0].message),
  'arguments of an unknown directive': (it) =>
    /^(validate|execute)$/.test(it.mode) && it.expected.errors.length > 1 && says(/^Unknown directive/)(it),
  'includeDeprecated may not be null': ({ mode, document, variables }) =>
    mode === 'execute' && /includeDeprecated/.test(document) && Object.values(variables ?? {}).includes(null),
  'defaults that graphql-js cannot tell': says(/^Cannot convert value to AST|^Float cannot represent non numeric value: Infinity/),
  'a reason of null': ({ mode, schema }) => mode === 'validateSchema' && /@deprecated[\s,(]*reason[^)]*null/.test(schema),
  'a OneOf default with unknown fields has no value': ({ from, schema }) => from === 'a default introspected' && /: Choice = \{/.test(schema),
  'a default that does not fit is a default': (it) =>
    it.mode === 'validateSchema' && /@oneOf[^{]*\{[^}]*=/.test(it.schema) && !says(/cannot have a default value/)(it),
};

/** The name of the deviation that a case with its answer shows; `undefined` where the engine must answer the same. */
export const deviationOf = (it) => Object.keys(DEVIATIONS).find((name) => DEVIATIONS[name](it));

/** The text from the place of the first error. */
const rest = (it) => textOf(it).slice(placeOf(it));
const textOf = ({ document, schema }) => document ?? schema;

function placeOf(it) {
  const [{ line, column }] = it.expected.errors[0].locations;
  const ends = [0, ...[...textOf(it).matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  return ends[line - 1] + column - 1;
}
