// Documents that between them use every production of the grammar; syntax.mjs breaks them.

export const EXECUTABLE_TEXTS = [
  `query Hero($id: ID! = "4" @note(a: 1), $list: [[Int!]]! = [[1], [2, 3]], $in: Filter = { name: "x", deep: { a: [RED, null, true] } }) @live(every: 2.5e3) {
    person: human(id: $id, filter: $in, ratio: -1.25, tags: ["a", """b "c" d""", ""]) @include(if: $yes) @log {
      ...Parts @skip(if: false)
      ... on Pet @include(if: true) { name, age }
      ... @defer { id }
      ... { on type fragment query mutation subscription true false null }
    }
  }
  fragment Parts on Human @mark(color: RED) { friends(first: 10, after: null) { edges { node { ...Parts } } } }`,
  'mutation { add(input: { a: [], b: {}, c: $d, e: [{ f: 1 }, { f: 2 }] }) { ok } }',
  'subscription S($a: Int) { changed(of: $a) { id } } { short } query Named { a: b }',
  '{ a b: c(d: "\\u00e9\\u{1F600}\\n\\"", e: 0, f: -0, g: 1e10, h: 0.5) ...f ... on T { g } }',
  'query ($a: A, $b: B! $c: [C] = null) { __typename __schema { types { name } } __type(name: "T") { kind } }',
  'fragment on_ on on { on }\nfragment query on type { fragment: on }',
];

export const SCHEMA_TEXTS = [
  `"The schema." schema @live { query: Query mutation: M subscription: S }
  """
    A person.
      Indented.
  """
  type Human implements & Named & Being @mark(a: [1]) {
    "The name." name(first: Int = 1 @old, "How." style: Style! = { a: "b" }): String! @deprecated(reason: "no")
    friends: [[Human!]!]
  }
  type Empty
  interface Named implements Being & Node { name: String }
  union Thing @mark = | Human | Dog
  union None
  enum Color @mark { "Red." RED @deprecated GREEN on type }
  input Filter @oneOf { name: String = "x" @old, deep: [Filter!] }
  scalar Date @specifiedBy(url: "https://example.org")
  "A mark." directive @mark(a: [Int] = [1, 2], b: String) repeatable on | FIELD | OBJECT | ENUM_VALUE
  directive @old on ARGUMENT_DEFINITION|INPUT_FIELD_DEFINITION`,
  `extend schema @live { mutation: M2 } extend schema @x
  extend type Human implements Node @mark { age: Int } extend type Human implements Node & Old extend type Human @a
  extend interface Named implements Node { id: ID! } extend interface Named implements Node extend interface Named @b
  extend union Thing @c = Cat extend union Thing = | Cat | Cow extend union Thing @d
  extend enum Color { BLUE } extend enum Color @e
  extend input Filter { age: Int = 3 } extend input Filter @f
  extend scalar Date @g`,
  'type Query { query: Query, type(input: Int, enum: [Int!] = [1]): Int scalar: Float! } interface I',
];

/** Lexemes right and wrong, for the lexer; the same in many places. */
export function lexemes() {
  const signs = ['', '-', '--', '+'];
  const wholes = ['0', '1', '12', '00', '01', '-1', ''];
  const fractions = ['', '.5', '.', '.a', '..5', '.0e', '.1.'];
  const exponents = ['', 'e1', 'E-2', 'e+3', 'e', 'e+', 'E-a', 'e1.5', 'ex'];
  const ends = ['', 'x', '_', '.', '"', '$'];
  const numbers = signs.flatMap((a) => wholes.flatMap((b) => fractions.flatMap((c) => exponents.flatMap((d) => ends.map((e) => a + b + c + d + e)))));
  const escapes = [
    'n',
    't',
    '"',
    '\\',
    '/',
    'b',
    'f',
    'r',
    'a',
    'x',
    'v',
    '0',
    "'",
    'U0041',
    'u',
    'u0',
    'u00',
    'u00e',
    'u00e9',
    'u00G9',
    'uXXXX',
    'u 041',
    'uD83D',
    'uDE00',
    'uD83D\\uDE00',
    'uD83D\\uD83D',
    'uD83D\\n',
    'uD83Dx',
    'uDE00\\uD83D',
    'uD83D\\u{DE00}',
    'u{}',
    'u{0}',
    'u{41}',
    'u{000041}',
    'u{00000041}',
    'u{000000041}',
    'u{1F600}',
    'u{10FFFF}',
    'u{110000}',
    'u{D83D}',
    'u{DE00}',
    'u{G}',
    'u{41',
    'u{4 1}',
    'u{FFFFFFFF}',
    'u{-1}',
    'u{{}}',
    '\n',
    '\u00e9',
    '😀',
    '\u0007',
    'u{41G}',
    'uFFFF',
    'u0000',
    'uFEFF',
    'u00\u00e9',
    'uD83D\\uDE0',
    'uD83D\\u',
    'uD8',
    'u{😀}',
    'u😀xx',
  ];
  const inside = [
    '',
    'a',
    ' spaced ',
    'é',
    '😀',
    '\u0000',
    '\u0007',
    '\t',
    '\u001f',
    '\u007f',
    '\u2028',
    '\uFEFF',
    '\uFFFF',
    '\uD83D',
    '\uDE00',
    'a\uD83Db',
    '\uDE00\uD83D',
    '\n',
    '\r',
    '\r\n',
    'a\nb',
    '#',
    ...escapes.map((it) => `\\${it}`),
  ];
  const strings = inside.flatMap((it) => [`"${it}"`, `"${it}`, `"x${it}y"`]);
  const blocks = [
    ...inside,
    '"',
    '""',
    '\\"""',
    'x\\"""y',
    '\n  a\n    b\n  c\n',
    '\n\n\ta\n\t b\n\n',
    'first\n  second\n third',
    '   ',
    '\n',
    '\r\n a\r\n b',
    '\\n\\u00e9',
    '\n"quoted"\n',
    '\n  a\r  b\n c',
    '\n\n\n',
    ' a \n b ',
  ].flatMap((it) => [`"""${it}"""`, `"""${it}`, `"""${it}""`, `"""${it}""""`]);
  const characters = [
    ...'!$&()=@[]{|}:?%^*~`\\/<>;+-.\'"#,_',
    '..',
    '....',
    '.5',
    '. .',
    '\u0000',
    '\u0001',
    '\u0008',
    '\u000b',
    '\u000c',
    '\u007f',
    '\u0080',
    '\u00a0',
    'é',
    'ñame',
    'naïve',
    '\u200b',
    '\u2028',
    '\u2029',
    '\u3000',
    '😀',
    '\u{10FFFF}',
    '\uD83D',
    '\uDE00',
    '\uD83Dx',
    '\uDE00\uD83D',
    '\uFEFF',
    '\uFFFE',
    '\uFFFF',
    '＂',
    '“a”',
    "'a'",
    '\u{1D4D0}',
    'Ａ',
    '# comment \uD83D',
    '#\u0000',
    '# é 😀\n!',
    '#\r!',
    '@ a',
    '$ a',
    '&&',
    '||',
    '! !',
    '==',
  ];
  return { numbers, strings, blocks, characters };
}

/** Where a lexeme is put: each brings another expectation of the parser and another place in line and column. */
export const CONTEXTS = [
  '_',
  '{ _ }',
  '{ a(b: _) }',
  '{\n  a(b: [1 _])\n}',
  '\uFEFF_',
  '#x\r\n  _',
  '{ a _',
  'query Q($v: Int = _) { a }',
  'type _',
  '{ a }\r_',
  '"""a\nb"""\n\n _',
  '\t,, _',
  '{ a(b: { c: _ }) }',
  'enum E { A _ }',
  '{ "\\u00e9" _ }',
  '# 😀\n😀_',
];
