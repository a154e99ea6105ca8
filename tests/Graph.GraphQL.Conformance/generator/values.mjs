// Input values, as literals and as JSON, right for a type or wrong in every way.
import { isList, isNonNull, item, named, nullable } from './types.mjs';

const INTS = ['0', '1', '-1', '42', '2147483647', '-2147483648'];
const FLOATS = ['0', '1.5', '-2.0', '1e3', '6.02E23', '-0.5e-2', '7'];
const STRINGS = ['"a"', '""', '"two words"', '"\\u00e9\\n"', '"""block"""', '"RED"', '"1"', '"\\u{1F600}"'];
const ANYTHING = [
  ...INTS,
  ...FLOATS,
  ...STRINGS,
  'true',
  'false',
  'null',
  'RED',
  'UNKNOWN',
  '[]',
  '[1]',
  '[[1, "a"]]',
  '{}',
  '{ a: 1 }',
  '{ name: "x" }',
  '{ id: null }',
  '[null]',
  '{ name: { name: 1 } }',
  '2147483648',
  '-9999999999',
  '12345678901234567890',
  '1.0',
  '["a", 1]',
  '{ a: [1, { b: "c" }] }',
];

/**
 * A literal for the type. `variable(type)`, where given, may answer with a variable in its place; `wrong` is the chance,
 * at every level, of any literal at all.
 */
export function literal(random, schema, type, { variable, wrong = 0, depth = 3 } = {}) {
  const deeper = { variable, wrong, depth: depth - 1 };
  if (wrong && random.chance(wrong)) return random.pick(ANYTHING);
  const used = variable?.(type);
  if (used) return used;
  if (isNonNull(type))
    return literal(random, schema, nullable(type), { ...deeper, variable: undefined }).replace(/^null$/, () => fallback(schema, type));
  if (random.chance(0.08)) return 'null';
  if (isList(type)) {
    if (random.chance(0.2)) return literal(random, schema, item(type), deeper);
    return `[${random.times(0, 3, () => literal(random, schema, item(type), deeper)).join(', ')}]`;
  }
  const definition = schema.find(type);
  switch (definition?.kind ?? type) {
    case 'Int':
      return random.pick(INTS);
    case 'Float':
      return random.pick(FLOATS);
    case 'String':
      return random.pick(STRINGS);
    case 'Boolean':
      return random.pick(['true', 'false']);
    case 'ID':
      return random.pick([...INTS, ...STRINGS]);
    case 'enum':
      return random.pick(definition.values)?.name;
    case 'input':
      return inputLiteral(random, schema, definition, depth, deeper);
    default:
      return random.pick(ANYTHING);
  }
}

/** The smallest literal of a type that must not be null; broken schemas may have no such value. */
function fallback(schema, type, depth = 6) {
  if (isList(type)) return '[]';
  if (!depth) return 'null';
  const definition = schema.find(named(type));
  if (definition?.kind === 'enum') return definition.values[0]?.name ?? 'NONE';
  if (definition?.kind !== 'input') return { Int: '3', Float: '2.5', String: '"s"', Boolean: 'true', ID: '"i"' }[named(type)] ?? '"any"';
  const fields = definition.isOneOf ? definition.fields.slice(0, 1) : required(definition);
  return `{ ${fields.map((it) => `${it.name}: ${fallback(schema, it.type, depth - 1)}`).join(', ')} }`;
}

const required = (definition) => definition.fields.filter((it) => isNonNull(it.type) && it.default === undefined);

function chosenFields(random, definition, depth) {
  if (definition.isOneOf) return definition.fields.length ? [random.pick(definition.fields)] : [];
  const needed = required(definition);
  if (depth <= 0) return needed;
  return definition.fields.filter((it) => needed.includes(it) || random.chance(0.5));
}

function inputLiteral(random, schema, definition, depth, options) {
  const fields = chosenFields(random, definition, depth).map((it) => {
    const type = definition.isOneOf ? `${nullable(it.type)}!` : it.type;
    return `${it.name}: ${depth <= -2 ? fallback(schema, type) : literal(random, schema, type, options)}`;
  });
  return `{ ${fields.join(', ')} }`;
}

const ANY_JSON = [
  0,
  1,
  -1,
  1.5,
  1e100,
  2147483648,
  -2147483649,
  '',
  'a',
  '1',
  'RED',
  'red',
  'UNKNOWN',
  true,
  false,
  null,
  [],
  [1],
  ['a', null],
  [[1]],
  {},
  { a: 1 },
  { name: 'x' },
  { id: null },
  { name: { name: [1] } },
  'é😀"\\\n',
  9007199254740991,
  1e21,
  1e-7,
  { 'not a name': 1 },
  [{}],
  123456.789,
];

/** A JSON value for the type; `undefined` is never the answer. */
export function json(random, schema, type, { wrong = 0, depth = 3 } = {}) {
  const deeper = { wrong, depth: depth - 1 };
  if (wrong && random.chance(wrong)) return random.pick(ANY_JSON);
  if (isNonNull(type)) return json(random, schema, nullable(type), deeper) ?? jsonFallback(schema, nullable(type));
  if (random.chance(0.08)) return null;
  if (isList(type)) {
    if (random.chance(0.2)) return json(random, schema, item(type), deeper);
    return random.times(0, 3, () => json(random, schema, item(type), deeper));
  }
  const definition = schema.find(type);
  switch (definition?.kind ?? type) {
    case 'Int':
      return random.pick([0, 1, -7, 42, 2147483647]);
    case 'Float':
      return random.pick([0, 1.5, -2, 1e21, 1e-7, 0.1]);
    case 'String':
      return random.pick(['', 'a', 'two words', 'é😀', '"quoted"', 'line\nline']);
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return random.pick(['x', '1', 7, 0]);
    case 'enum':
      return random.pick(definition.values)?.name;
    case 'input':
      return jsonInput(random, schema, definition, depth, { wrong, deeper });
    default:
      return random.pick(ANY_JSON);
  }
}

function jsonInput(random, schema, definition, depth, { wrong, deeper }) {
  const entries = chosenFields(random, definition, depth).map((it) => {
    const type = definition.isOneOf ? `${nullable(it.type)}!` : it.type;
    return [it.name, depth <= -2 ? jsonFallback(schema, nullable(type)) : json(random, schema, type, deeper)];
  });
  if (random.chance(wrong)) entries.pop();
  if (random.chance(wrong)) entries.push([random.pick(['names', 'nam', 'ID', 'colours', 'x', 'tittle']), random.pick(ANY_JSON)]);
  if (random.chance(wrong / 2)) entries.push([random.pick(definition.fields).name, random.pick(ANY_JSON)]);
  return Object.fromEntries(entries);
}

function jsonFallback(schema, type, depth = 6) {
  if (isList(type)) return [];
  if (!depth) return null;
  const definition = schema.find(named(type));
  if (definition?.kind === 'enum') return definition.values[0].name;
  if (definition?.kind === 'input') {
    const fields = definition.isOneOf ? [definition.fields[0]] : required(definition);
    return Object.fromEntries(fields.map((it) => [it.name, jsonFallback(schema, nullable(it.type), depth - 1)]));
  }
  return { Int: 3, Float: 2.5, String: 's', Boolean: true, ID: 'i' }[named(type)] ?? 'any';
}
