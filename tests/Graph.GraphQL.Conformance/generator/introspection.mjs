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
    '__Type',
    '__DirectiveLocation',
    'Missing',
    '',
  ]);
  const all = random.pick(['', '(includeDeprecated: true)', '(includeDeprecated: false)']);
  return random.pick([
    { document: WHOLE, variables: random.pick([undefined, { all: true }, { all: false }, { all: null }]) },
    {
      document: `{ __type(name: "${type}") { kind name description fields${all} { name isDeprecated deprecationReason type { kind name ofType { name kind ofType { name } } } args${all} { name defaultValue type { name } } } } }`,
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
