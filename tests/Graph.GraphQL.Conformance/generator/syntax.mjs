// Cases of the modes `parse` and `parseSchema`.
import { CONTEXTS, EXECUTABLE_TEXTS, lexemes, SCHEMA_TEXTS } from './corpus.mjs';
import { makeDocument } from './document.mjs';
import { makeSchema } from './schema.mjs';
import { layout, tokens } from './text.mjs';

/** A token of every kind, and the words that the grammar knows. */
const TOKENS = [
  '!',
  '$',
  '&',
  '(',
  ')',
  '...',
  ':',
  '=',
  '@',
  '[',
  ']',
  '{',
  '|',
  '}',
  'name',
  '7',
  '-1.5',
  '"text"',
  '"""block"""',
  '"""\n  in\n    it\n"""',
  'true',
  'null',
  'on',
  'fragment',
  'query',
  'type',
  'extend',
  'schema',
  'implements',
  'input',
  'repeatable',
  'directive',
  'FIELD',
  'interface',
  'union',
  'enum',
  'scalar',
  '""',
];
const JUNK = ['%', "'", 'é', '\u0000', '😀', '"', '"""', '\\', '..', '.', '-', '01', '1.', '1a', '#', '\uD83D', '?', '/', ';', '\u00a0'];

export function* syntaxCases(random, mode, count) {
  const texts = mode === 'parse' ? EXECUTABLE_TEXTS : SCHEMA_TEXTS;
  const all = texts.map(tokens);
  const other = (mode === 'parse' ? SCHEMA_TEXTS : EXECUTABLE_TEXTS).map(tokens);
  const text = (from, document) => ({ mode, from, [mode === 'parse' ? 'document' : 'schema']: document });

  for (const it of [
    ...texts,
    '',
    ' ',
    '\n',
    '\uFEFF',
    '# only a comment',
    ',,,',
    '{}',
    '{',
    '}',
    'query',
    'query {}',
    'fragment on on on { a }',
    'fragment a on',
    '{ a } }',
    'a',
    '"text"',
    '"""text"""',
    '"d" { a }',
    '"d" query { a }',
    '"d" fragment a on b { c }',
    '"d" extend type A { a: Int }',
    '"d" "e" type A',
    '"d"',
    'extend',
    'extend foo',
    'extend query { a }',
    'extend type A',
    'extend schema',
    'extend scalar A',
    'extend "d" type A { a: Int }',
    'notAThing',
    'true',
    'fragment true on false { a }',
    '{ a(b: $c) }',
    'query Q { a(b: { c: $d }) }',
    'query ($a: Int = $b) { c }',
    'query ($a: Int = [$b]) { c }',
    'query ($a: I = { b: $c }) { d }',
    'query ($a: Int @b(c: $d)) { e }',
    'type A { b(c: Int = $d): Int }',
    'type A @b(c: $d) { e: Int }',
    '{ ...on }',
    '{ ... on }',
    '{ ...on on { a } }',
    '{ a(b: ) }',
    '{ a() }',
    '{ a: }',
    '{ : a }',
    'query Q() { a }',
    'query ($a) { b }',
    'query ($a:) { b }',
    'query (a: Int) { b }',
    'query ($a: [Int) { b }',
    'query ($a: Int!!) { b }',
    'query ($a: []) { b }',
    'query ($a: {}) { b }',
    '{ a @ }',
    '{ a @() }',
    '{ a @b() }',
    '{ a @b(c) }',
    'type A {}',
    'type A implements',
    'type A implements &',
    'type A implements B, C',
    'type A implements B C { d: Int }',
    'type A implements B & & C',
    'type A implements & B &',
    'interface A implements B C',
    'union A =',
    'union A = |',
    'union A = | | B',
    'union A = B |',
    'union A = B | | C',
    'union A B',
    'enum A {}',
    'enum A { true }',
    'enum A { false }',
    'enum A { null }',
    'enum A { B = 1 }',
    'input A {}',
    'input A { b(c: Int): Int }',
    'input A { b = 1 }',
    'scalar',
    'scalar A { b: Int }',
    'directive a on FIELD',
    'directive @a',
    'directive @a on',
    'directive @a on |',
    'directive @a on FIELD |',
    'directive @a on field',
    'directive @a on INCORRECT',
    'directive @a on FIELD | INCORRECT',
    'directive @a repeatable',
    'directive @a() on FIELD',
    'directive @a(b: Int) repeatable on | FIELD | QUERY',
    'directive @a on toString',
    'schema',
    'schema {}',
    'schema { a: B }',
    'schema { query: }',
    'schema { query }',
    'schema { query: [A] }',
    'schema { query: A! }',
    'type A { b }',
    'type A { b: }',
    'type A { b: Int = 1 }',
    'type A { b(): Int }',
    'type A { b(c): Int }',
    'type A { "d" }',
    'type A { b: Int } }',
    'extend union A',
    'extend enum A',
    'extend input A',
    'extend interface A',
    'extend type A {}',
    'extend enum A { true }',
    'extend directive @a on FIELD',
    'query query { query }',
    'subscription { a } mutation { b }',
    'query a b { c }',
    'query @a b { c }',
    'query ($a: Int) ($b: Int) { c }',
    'fragment a($b: Int) on C { d }',
    'fragment a on B',
    'fragment a B { c }',
    'fragment a { b }',
  ])
    yield text('written by hand', it);

  const lexed = lexemes();
  const share = Math.floor(count / 8);
  for (const [kind, part] of [
    ['numbers', 0.6],
    ['strings', 1],
    ['blocks', 0.5],
    ['characters', 0.5],
  ])
    for (let n = 0; n < share * part; n++)
      yield text(
        kind,
        random.pick(CONTEXTS).replace('_', () => random.pick(lexed[kind])),
      ); // a function: "$" means nothing in it

  for (let n = 0; n < share; n++) yield text('layout', layout(random, random.pick(all)));
  for (let n = 0; n < share * 2; n++) {
    const list = random.pick(all);
    const cut = random.between(0, list.length);
    const rest = random.chance(0.3) ? list.slice(cut + random.between(0, 2)) : [];
    yield text('cut and continued', layout(random, [...list.slice(Math.max(0, cut - 40), cut), random.pick(TOKENS), ...rest]));
  }
  for (let n = 0; n < share; n++) {
    const list = [...random.pick(random.chance(0.8) ? all : other)];
    for (let faults = random.between(1, 3); faults; faults--) {
      const at = random.between(0, list.length - 1);
      random.pick([
        () => list.splice(at, 1),
        () => list.splice(at, 0, list[at]),
        () => (list[at] = random.pick(TOKENS)),
        () => list.splice(at, 0, random.pick(TOKENS)),
        () => list.splice(at, 2, ...list.slice(at, at + 2).reverse()),
      ])();
    }
    yield text('tokens changed', layout(random, list));
  }
  for (let n = 0; n < share; n++) {
    const whole = layout(random, random.pick(all));
    const at = random.between(0, whole.length);
    yield text('characters changed', whole.slice(0, at) + random.pick(JUNK) + whole.slice(at + random.between(0, 3)));
  }
  for (let n = 0; n < share / 2; n++) {
    const schema = makeSchema(random);
    yield text('made at random', layout(random, tokens(String(mode === 'parse' ? makeDocument(random, schema) : schema))));
  }
}
