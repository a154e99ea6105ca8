// Introspection queries: the whole of a schema as tools ask for it, and parts of it.

const TYPE =
  'fragment Ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }';
const INPUT = 'fragment Input on __InputValue { name description type { ...Ref } defaultValue isDeprecated deprecationReason }';
const WHOLE = `query Whole($all: Boolean = true) {
  __schema {
    description
    queryType { name kind } mutationType { name kind } subscriptionType { name }
    types {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: $all) { name description args(includeDeprecated: $all) { ...Input } type { ...Ref } isDeprecated deprecationReason }
      inputFields(includeDeprecated: $all) { ...Input }
      interfaces { ...Ref }
      enumValues(includeDeprecated: $all) { name description isDeprecated deprecationReason }
      possibleTypes { ...Ref }
    }
    directives { name description isRepeatable locations args(includeDeprecated: $all) { ...Input } }
  }
}
${INPUT}
${TYPE}`;

export function introspectionQuery(random, schema) {
  const type = random.pick([
    ...schema.definitions.flatMap((it) => (it.kind === 'directive' ? [] : (it.name ?? []))),
    'Int',
    'String',

    '__DirectiveLocation',
    'Missing',
    '',
  ]);
  const all = random.pick(['', '(includeDeprecated: true)', '(includeDeprecated: false)']);
  return random.pick([
    { document: WHOLE, variables: random.pick([undefined, { all: true }, { all: false }, { all: null }]) },
    {
      document: `{ __type(name: "${type}") { kind name fields${all} { name isDeprecated deprecationReason type { kind name ofType { name kind ofType { name } } } args${all} { name defaultValue type { name } } } } }`,
    },
    {
      document: `{ __type(name: "${type}") { __typename name interfaces { name } possibleTypes { name } enumValues${all} { name isDeprecated } inputFields${all} { name defaultValue type { kind name } } ofType { name } specifiedByURL isOneOf } }`,
    },
    {
      document:
        'query ($n: String!) { a: __type(name: $n) { ...P } b: __type(name: "Int") { ...P } __typename }\nfragment P on __Type { kind n: name __typename fields { __typename name } }',
      variables: random.pick([{ n: type }, {}, { n: null }, { n: 3 }]),
    },
    {
      document:
        '{ __schema { __typename directives { name isRepeatable locations args { name defaultValue type { name kind } } } queryType { name fields { name } } types { name kind } } }',
    },
    { document: '{ s: __schema { t: types { n: name } } __schema { queryType { name } subscriptionType { name } mutationType { name } } }' },
  ]);
}

const DEFAULT_TYPES = [
  'Int',
  'Float',
  'String',
  'Boolean',
  'ID',
  'Color',
  'Any',
  'Point',
  '[Int]',
  '[[Float!]]',
  '[ID]',
  '[String!]!',
  '[Color]',
  '[Point]',
  'ID!',
  'Choice',
];
const DEFAULTS = [
  ...[
    'null',
    '0',
    '-0',
    '1',
    '-7',
    '2147483648',
    '9007199254740993',
    '123456789012345678901',
    '1.0',
    '1.50',
    '-0.0',
    '1e3',
    '1E+21',
    '1e21',
    '1e-7',
    '12e-8',
    '0.1',
    '1e400',
    '5e-324',
  ],
  ...[
    '""',
    '"a"',
    '"01"',
    '"1"',
    '"-12"',
    '"1.5"',
    '"quo\\"te \\\\ \\n \\t \\u0007 \\u00e9 \\u{1F600} /"',
    '"""block"""',
    '"""\n  two\n    lines \\""" end\n"""',
    '"\u007f\u0080\u2028"',
  ],
  ...[
    'true',
    'false',
    'RED',
    'GREEN',
    'BLUE',
    '[]',
    '[1]',
    '[null]',
    '[1, 2.50]',
    '[[1]]',
    '[1, [2]]',
    '["a", 1]',
    '[RED]',
    '{}',
    '{ x: 1 }',
    '{ y: 2, x: 1 }',
    '{ x: 1, name: null }',
    '{ name: "n", x: 1, more: { x: 2 } }',
    '{ x: "1" }',
    '{ id: 1 }',
    '{ id: "1" }',
  ],
  ...['[{ x: 1 }, { x: 2, y: 1.0 }]', '{ z: 1 }', '{ a: [1, { b: "c" }] }'],
];

/** How defaults are told: as literals made anew from the values they stand for. */
export function* defaultCases() {
  for (const type of DEFAULT_TYPES)
    for (const value of DEFAULTS)
      yield {
        mode: 'execute',
        from: 'a default introspected',
        data: {},
        schema: `type Query { f(value: ${type} = ${value}): Int }\nenum Color { RED GREEN }\nscalar Any\ninput Point { x: Int! y: Float = 1.0 name: String = "\\u0041" more: Point }\ninput Choice @oneOf { id: ID x: Int }`,
        document: '{ __type(name: "Query") { fields { args { defaultValue } } } }',
      };
  yield {
    mode: 'execute',
    from: 'a default introspected',
    data: {},
    document: '{ __type(name: "I") { inputFields { name defaultValue } } d: __schema { directives { name args { name defaultValue } } } }',
    schema:
      'type Query { f(i: I): Int }\ninput I { a: Int = 1 b: [I!] = [{ a: 2 }] c: ID = 12 d: Float = 3 e: Boolean = true f: String = """\n  x\n""" }\ndirective @d(a: [Int!] = [1, 2], b: Float = 1e2) on FIELD',
  };
}
