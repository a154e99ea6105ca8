// The JSON tree that default resolvers read for a document, right or with faults.
import { isList, isNonNull, item, named, nullable } from './types.mjs';

const WRONG_LEAVES = [null, null, 1.5, 'text', '12', '', true, [], [1], {}, { a: 1 }, 3000000000, -1, 'RED', 0, 1e300, '1e3', ' 7 '];
const WRONG_OBJECTS = [
  null,
  null,
  1,
  'text',
  [],
  true,
  {},
  { __typename: 'Nobody' },
  { __typename: 'Query' },
  { __typename: 'String' },
  { __typename: 7 },
];
const WRONG_LISTS = [null, null, {}, 'text', 5, { 0: 'a', length: 1 }, true];

/** Data for one operation of `document`; `wrong` is the chance of a fault at every place. */
export function makeData(random, schema, document, operation, { wrong = 0 } = {}) {
  const fragments = new Map(document.definitions.filter((it) => it.kind === 'fragment').map((it) => [it.name, it]));

  /** What is selected of a value, whatever its type turns out to be: field name → its type and selections together. */
  const gather = (selections, into, seen) => {
    for (const it of selections) {
      if (it.kind === 'inline') gather(it.selections, into, seen);
      else if (it.kind === 'spread') {
        if (!fragments.has(it.name) || seen.has(it.name)) continue;
        gather(fragments.get(it.name).selections, into, new Set(seen).add(it.name));
      } else if (it.name !== '__typename') {
        const known = into.get(it.name) ?? { selections: [] };
        known.selections.push(...(it.selections ?? []));
        into.set(it.name, known);
      }
    }
    return into;
  };

  const object = (name, selections, depth) => {
    const possible = schema.possible(name);
    if (!possible.length) return null;
    const concrete = schema.find(random.pick(possible));
    const data = schema.find(name).kind === 'type' && random.chance(0.7) ? {} : { __typename: concrete.name };
    for (const [field, part] of gather(selections, new Map(), new Set())) {
      const definition = concrete.fields.find((it) => it.name === field);
      if (definition && !random.chance(0.04 + wrong / 2)) data[field] = value(definition.type, part.selections, depth - 1);
    }
    if (random.chance(0.1)) data.unasked = 1;
    return data;
  };

  const value = (type, selections, depth) => {
    if (isNonNull(type)) return random.chance(wrong) ? null : (value(nullable(type), selections, depth) ?? value(nullable(type), selections, depth));
    if (random.chance(0.05)) return null;
    if (isList(type))
      return random.chance(wrong) ? random.pick(WRONG_LISTS) : random.times(0, depth > 4 ? 3 : 2, () => value(item(type), selections, depth));
    if (schema.isComposite(named(type))) return random.chance(wrong) ? random.pick(WRONG_OBJECTS) : object(type, selections, depth);
    return random.chance(wrong) ? random.pick(WRONG_LEAVES) : leaf(random, schema, type);
  };

  return object(schema.root(operation.operation).name, operation.selections, 7);
}

function leaf(random, schema, type) {
  switch (type) {
    case 'Int':
      return random.pick([0, 1, -5, 2147483647]);
    case 'Float':
      return random.pick([0, 1, -2.5, 1e21, 1e-7, 0.1, 123456789.125]);
    case 'String':
      return random.pick(['', 'plain', 'é😀', '"q"\\', 'a\nb', '\u2028\u0001</>']);
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return random.pick(['x1', '7', 7]);
    default:
      return schema.find(type)?.kind === 'enum'
        ? random.pick(schema.find(type).values).name
        : random.pick([1, 'a', true, { a: [1, null] }, [1, 'b']]);
  }
}
