// Small schemas and every combination that matters over them: values against types, results against types.
import { named, nonNull, nullable } from './types.mjs';

const WRAPPERS = ['T', 'T!', '[T]', '[T!]', '[T]!', '[T!]!', '[[T]]', '[[T!]!]!'];

const INPUT_TYPES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Color', 'Any', 'Point', 'Choice', 'Deep'];
const INPUT_TEXT = `
enum Color { RED GREEN DARK_GREEN }
scalar Any
input Point { x: Int! y: Float = 1.5 name: String colors: [Color!] = [RED] }
input Choice @oneOf { id: ID name: String point: Point list: [Int!] }
input Deep { point: Point points: [Point!]! = [] deep: Deep choice: Choice required: String! withDefault: String! = "d" any: Any matrix: [[Int]!] }`;

const wrappedIn = (names) => names.flatMap((name) => WRAPPERS.map((wrapper) => wrapper.replace('T', name)));
const ARGUMENT_TYPES = wrappedIn(INPUT_TYPES);
const schemaWith = (type) => `type Query { f(value: ${type}): String }\n${INPUT_TEXT.trim()}\n`;

const LITERALS = [
  'null',
  '1',
  '-0',
  '2147483647',
  '2147483648',
  '-2147483649',
  '1.5',
  '1.0',
  '1e2',
  '123456789012345678901234567890',
  '""',
  '"a"',
  '"1"',
  '"RED"',
  '"""block\n  text"""',
  'true',
  'false',
  'RED',
  'red',
  'GREN',
  'GREEN_DARK',
  'BLUE',
  '[]',
  '[1]',
  '[null]',
  '[1, null, 2]',
  '[[1]]',
  '[[1, 2], [3]]',
  '[[null]]',
  '[1, [2]]',
  '[[1], 2]',
  '["a", 1]',
  '[RED, "RED"]',
  '{}',
  '{ x: 1 }',
  '{ x: 1, y: 2, name: "n" }',
  '{ x: null }',
  '{ x: "1" }',
  '{ y: 1 }',
  '{ x: 1, z: 2 }',
  '{ x: 1, nme: "a" }',
  '{ x: 1, x: 2 }',
  '{ X: 1 }',
  '{ id: 1 }',
  '{ id: "a", name: "b" }',
  '{ id: null }',
  '{ name: "a", point: null }',
  '{ point: { x: 1 } }',
  '{ point: {} }',
  '{ list: [1] }',
  '{ list: 1 }',
  '{ list: null }',
  '{ list: [null] }',
  '{ unknown: 1 }',
  '{ id: "a", unknown: 1 }',
  '{ required: "r" }',
  '{ required: null }',
  '{ required: "r", points: [{ x: 1 }, { y: 2 }] }',
  '{ required: "r", points: null }',
  '{ required: "r", withDefault: null }',
  '{ required: "r", deep: { required: 1 } }',
  '{ required: "r", deep: { deep: { deep: {} } } }',
  '{ required: "r", choice: { id: 1, name: "b" } }',
  '{ required: "r", choice: {} }',
  '{ required: "r", any: { a: [1, { b: null }] } }',
  '{ required: "r", matrix: [[1], null] }',
  '{ required: "r", matrix: [1] }',
  '{ required: "r", matrix: [["a"]] }',
  '{ x: 1, colors: RED }',
  '{ x: 1, colors: [RED, null, BLUE] }',
  '[{ x: 1 }, { x: 2 }]',
  '[{ x: 1 }, { y: 2 }, 3]',
];

const JSONS = [
  null,
  0,
  1,
  -1,
  2147483647,
  2147483648,
  -2147483649,
  1.5,
  1e21,
  1e-7,
  123456789012345680000,
  '',
  'a',
  '1',
  '1.5',
  'RED',
  'red',
  'GREN',
  'true',
  true,
  false,
  [],
  [1],
  [null],
  [1, null, 2],
  [[1]],
  [[1, 2], [3]],
  [[null]],
  [1, [2]],
  [[1], 2],
  ['a', 1],
  ['RED', 'X'],
  {},
  { x: 1 },
  { x: 1, y: 2.5, name: 'n' },
  { x: null },
  { x: '1' },
  { y: 1 },
  { x: 1, z: 2 },
  { x: 1, nme: 'a' },
  { X: 1 },
  { id: 1 },
  { id: 'a', name: 'b' },
  { id: null },
  { name: 'a', point: null },
  { point: { x: 1 } },
  { point: {} },
  { list: [1] },
  { list: 1 },
  { list: null },
  { list: [null] },
  { unknown: 1 },
  { id: 'a', unknown: 1 },
  { id: 1.5 },
  { required: 'r' },
  { required: null },
  { required: 'r', points: [{ x: 1 }, { y: 2 }] },
  { required: 'r', points: null },
  { required: 'r', withDefault: null },
  { required: 'r', deep: { required: 1 } },
  { required: 'r', deep: { deep: { deep: {} } } },
  { required: 'r', choice: { id: 1, name: 'b' } },
  { required: 'r', choice: {} },
  { required: 'r', any: { a: [1, { b: null }] } },
  { required: 'r', matrix: [[1], null] },
  { required: 'r', matrix: [1] },
  { required: 'r', matrix: [['a']] },
  { x: 1, colors: 'RED' },
  { x: 1, colors: ['RED', null, 'BLUE'] },
  [{ x: 1 }, { x: 2 }],
  [{ x: 1 }, { y: 2 }, 3],
  'é😀',
  'quo"te\\ and \n line',
  { '': 1, 'odd key': [1.5, 'a'] },
  { x: { y: { z: { w: 1 } } } },
  [[[[1]]]],
  { required: ['r'], any: [[[[['deep']]]]] },
  new Array(12).fill(1),
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  'a'.repeat(80),
  -0,
  0.1 + 0.2,
  100000000000000000000,
  5e-324,
  { required: 'r', extra: 1, nested: { a: { b: { c: 1 } } } },
];

const OUTPUT_TYPES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Color', 'Any', 'Obj', 'Face', 'Either'];
const OUTPUT_FIELDS = wrappedIn(OUTPUT_TYPES);
const OUTPUT_TEXT = `enum Color { RED GREEN }
scalar Any
interface Face { a: Int }
type Obj implements Face { a: Int b: String! obj: Obj strict: Obj! }
type Other implements Face { a: Int c: Int! }
type Alone { a: Int }
union Either = Obj | Other
`;
const OBJECTS = [
  { a: 1, b: 'x' },
  { a: 1 },
  { __typename: 'Obj', a: 2, b: 'y' },
  { __typename: 'Other', a: 3, c: 4 },
  { __typename: 'Other' },
  { __typename: 'Alone' },
  { __typename: 'Missing' },
  { __typename: 'Face' },
  { __typename: 'Color' },
  { __typename: null },
  { __typename: 5 },
  { a: { b: 1 }, b: [1] },
  { __typename: 'Obj', b: 'z', obj: { b: 'q' } },
];
const RESULTS = [
  null,
  undefined,
  0,
  1,
  -1,
  1.5,
  2147483648,
  1e300,
  '',
  'a',
  '12',
  '1.5',
  ' 3 ',
  '1e3',
  'RED',
  'red',
  'Infinity',
  'NaN',
  true,
  false,
  [],
  {},
  [null],
  [1, null],
  [[1]],
  [[1, null], null],
  [[null]],
  [[1], [2, 'a']],
  ['a', 'b'],
  ['RED', 'X'],
  [true],
  [[]],
  ...OBJECTS,
  ...OBJECTS.map((it) => [it, null]),
  ...OBJECTS.map((it) => [[it, { __typename: 'Obj', b: 'w' }]]),
  [1, 'x', 2.5, null, {}],
];

const USES = [
  '$v',
  '$v',
  '[$v]',
  '[[$v]]',
  '{ x: $v }',
  '{ id: $v }',
  '{ name: $v }',
  '{ required: $v, points: $v }',
  '{ point: $v }',
  '{ list: $v }',
  '{ list: [$v] }',
  '{ required: "r", any: $v, withDefault: $v }',
  '{ x: 1, y: $v }',
  '{ id: $v, name: $v }',
];

export function* valueCases(random, counts) {
  for (let n = 0; n < counts.validate; n++) {
    const type = random.pick(ARGUMENT_TYPES);
    const value = random.pick(LITERALS);
    const document = random.pick([
      `{ f(value: ${value}) }`,
      `{\n  f(\n    value: ${value}\n  )\n}`,
      `query ($v: ${type} = ${value}) { f(value: $v) }`,
      `query Q($v: ${nullable(type)} = ${value}) {\n  f(value: $v)\n}`,
    ]);
    yield { mode: 'validate', from: 'a literal against a type', schema: schemaWith(type), document };
  }
  for (let n = 0; n < counts.validate / 3; n++) {
    const to = random.pick(ARGUMENT_TYPES);
    const type = random.chance(0.7) ? random.pick(WRAPPERS).replace('T', named(to)) : random.pick(ARGUMENT_TYPES);
    const initial = random.pick(['', '', ' = null', ` = ${random.pick(LITERALS)}`]);
    yield {
      mode: 'validate',
      from: 'a variable in a position',
      schema: schemaWith(to),
      document: `query ($v: ${type}${initial}) { f(value: ${random.pick(USES)}) }`,
    };
  }
  for (let n = 0; n < counts.execute; n++) {
    const type = random.pick(ARGUMENT_TYPES);
    const declared = random.pick([type, type, type, nonNull(type)]) + (random.chance(0.2) && nullable(type) === type ? ' = null' : '');
    const variables = random.chance(0.04) ? random.pick([undefined, {}, { w: 1 }]) : { v: random.pick(JSONS) };
    const document = random.pick([
      `query ($v: ${declared}) { f(value: $v) }`,
      `query Q($v: ${declared}, $w: Int! = 3) {\n  f(value: $v)\n  f(value: $v) @skip(if: false)\n  g: f\n  h(w: $w)\n}`,
      `query ($w: Boolean!, $v: ${declared}) { f(value: $v) @skip(if: $w) }`,
    ]);
    yield {
      mode: 'execute',
      from: 'a variable against a type',
      schema: schemaWith(type).replace('String }', 'String h(w: Int!): Int }'),
      document,
      data: { f: 'said', h: 1 },
      variables:
        document.includes('$w') && variables && random.chance(0.8) ? { ...variables, w: random.pick([true, false, 3, 'true', null]) } : variables,
    };
  }
}

const LEAVES = OUTPUT_TYPES.slice(0, 7);
const PLACES = [
  (it) => [it, (data) => data],
  (it) => [`nest { ${it} } __typename`, (data) => ({ nest: data })],
  (it) => [`a: nest { nest { ${it} } } other: __typename`, (data) => ({ nest: { nest: data } })],
  (it) => [`strict { ${it} } __typename`, (data) => ({ strict: data })],
  (it) => [`nest { strict { ${it} } }`, (data) => ({ nest: { strict: data } })],
  (it) => [`list { ${it} x: __typename }`, (data) => ({ list: [data, {}, data] })],
  (it) => [`${it}\n  again: ${it}`, (data) => data],
];
const SELECTIONS = {
  Obj: ['{ a b }', '{ a }', '{ b obj { b } }', '{ __typename strict { b } }'],
  Face: ['{ a }', '{ __typename a ... on Obj { b } ... on Other { c } }', '{ ... on Face { a } ...F }'],
  Either: ['{ __typename }', '{ ... on Obj { a b } ... on Other { a c } }', '{ ... on Face { a } ...F }'],
};
const FRAGMENT = '\nfragment F on Obj { c: a obj { a } }';

export function* resultCases(random, count) {
  const schema = (type) => `type Query { f: ${type} nest: Query strict: Query! list: [Query!] }\n${OUTPUT_TEXT}`;
  for (const type of LEAVES)
    for (const f of RESULTS.slice(0, 33))
      yield { mode: 'execute', from: 'a result against a leaf', schema: schema(type), document: '{ f }', data: { f } };
  for (let n = 0; n < count; n++) {
    const type = random.pick(OUTPUT_FIELDS);
    const inner = random.pick(SELECTIONS[named(type)] ?? ['']);
    const [selections, around] = random.pick(PLACES)(`f ${inner}`.trim());
    yield {
      mode: 'execute',
      from: 'a result against a type',
      schema: schema(type),
      document: `{ ${selections} }${inner.includes('...F') ? FRAGMENT : ''}`,
      data: around({ f: random.pick(RESULTS) }),
    };
  }
}
