// Ways to break a schema: at least one for each rule for SDL and each rule of the specification's section "Type System".
// Each takes `(random, schema)` and changes the schema.
import { makeArguments, EXECUTABLE, TYPE_SYSTEM } from './schema.mjs';
import { literal } from './values.mjs';
import { BUILT_IN, isNonNull, named, nonNull, nullable, wrapped } from './types.mjs';
import { typo } from './text.mjs';

const KINDS = ['type', 'interface', 'union', 'enum', 'input', 'scalar'];
const fresh = (kind, name, more) => ({
  kind,
  name,
  directives: [],
  interfaces: [],
  fields: [],
  values: [],
  members: [],
  operations: [],
  args: [],
  locations: [],
  ...more,
});
const types = (schema) => schema.definitions.filter((it) => KINDS.includes(it.kind));
const fields = (schema) => types(schema).flatMap((it) => it.fields);
const outputs = (schema) => schema.definitions.filter((it) => ['type', 'interface'].includes(it.kind) && it.fields.length);
const argumentLists = (schema) =>
  [...fields(schema), ...schema.definitions.filter((it) => it.kind === 'directive')].map((it) => it.args).filter((it) => it?.length);
const args = (schema) => argumentLists(schema).flat();
const inputFields = (schema) => schema.definitions.filter((it) => it.kind === 'input').flatMap((it) => it.fields);
const named_ = (schema) => [
  ...types(schema),
  ...fields(schema),
  ...args(schema),
  ...schema.definitions.filter((it) => it.kind === 'directive'),
  ...types(schema).flatMap((it) => it.values),
];
const directed = (schema) => [
  ...types(schema),
  ...schema.definitions.filter((it) => it.kind === 'schema'),
  ...fields(schema),
  ...args(schema),
  ...types(schema).flatMap((it) => it.values),
];
const typeName = (random, schema) => random.pick([...types(schema).map((it) => it.name), ...BUILT_IN, 'Missing', '__Schema', 'Strin', 'Querry']);
const nameNearby = (random, schema) => {
  const it = random.pick(types(schema)).name;
  return typo(random, it);
};

const at = (list, change) => (random, schema) => {
  const found = list(schema);
  if (found.length) change(random.pick(found), random, schema);
};
const ofKind =
  (...kinds) =>
  (schema) =>
    schema.definitions.filter((it) => kinds.includes(it.kind));
const again = (random, items) => {
  if (items.length) items.splice(random.between(0, items.length), 0, structuredClone(random.pick(items)));
};
const insert = (random, schema, it) => schema.definitions.splice(random.between(0, schema.definitions.length), 0, it);
const extension = (random, it) => {
  const part = fresh(it.kind, it.name, { extend: true });
  for (const key of ['fields', 'values', 'members', 'interfaces'])
    if (it[key].length && random.chance(0.7))
      part[key] = random.chance(0.7) ? it[key].splice(-random.between(1, Math.max(1, it[key].length - 1))) : structuredClone(it[key].slice(-1));
  if (!['fields', 'values', 'members', 'interfaces'].some((key) => part[key].length))
    part.directives = [{ name: random.pick(['deprecated', 'mark', 'specifiedBy']), args: [] }];
  return part;
};

export const SCHEMA_FAULTS = {
  typeTwice: at(types, (it, random, schema) => insert(random, schema, structuredClone(it))),
  typeOfBuiltInName: at(types, (it, random) => (it.name = random.pick([...BUILT_IN, '__Type', '__Mine', '__Schema']))),
  typeRenamed: at(types, (it, random, schema) => (it.name = random.chance(0.5) ? typeName(random, schema) : typo(random, it.name))),
  typeRemoved: at(types, (it, random, schema) => schema.definitions.splice(schema.definitions.indexOf(it), 1)),
  typeOfAnotherKind: at(types, (it, random) => {
    it.kind = random.pick(KINDS.filter((kind) => kind !== it.kind));
    if (it.kind === 'enum') it.values ??= [];
  }),
  nothingInside: at(types, (it) => {
    it.fields = [];
    it.values = [];
    it.members = [];
  }),
  fieldTwice: at(types, (it, random) => again(random, it.fields)),
  fieldRemoved: at(
    (schema) => types(schema).filter((it) => it.fields.length),
    (it, random) => it.fields.splice(random.between(0, it.fields.length - 1), 1),
  ),
  argumentTwice: at(argumentLists, (it, random) => again(random, it)),
  argumentRemoved: at(argumentLists, (it, random) => it.splice(random.between(0, it.length - 1), 1)),
  argumentAdded: at(
    (schema) => outputs(schema).flatMap((it) => it.fields),
    (it, random, schema) => it.args.push({ name: random.pick(['extra', 'more']), type: wrapped(random, random.pick(BUILT_IN)), directives: [] }),
  ),
  valueTwice: at(ofKind('enum'), (it, random) => again(random, it.values)),
  memberTwice: at(ofKind('union'), (it, random) => again(random, it.members)),
  memberOfAnotherKind: at(ofKind('union'), (it, random, schema) => it.members.push(typeName(random, schema))),
  interfaceTwice: at(ofKind('type', 'interface'), (it, random) => again(random, it.interfaces)),
  interfaceOfAnotherKind: at(ofKind('type', 'interface'), (it, random, schema) =>
    it.interfaces.push(random.chance(0.3) ? it.name : typeName(random, schema)),
  ),
  interfaceAdded: at(ofKind('type', 'interface'), (it, random, schema) => it.interfaces.push(random.pick(schema.all('interface')).name)),
  interfaceRemoved: at(
    (schema) => types(schema).filter((it) => it.interfaces.length),
    (it) => it.interfaces.shift(),
  ),
  interfacesInACircle: at(ofKind('interface'), (it, random, schema) => {
    const other = random.pick(schema.all('interface'));
    it.interfaces.push(other.name);
    other.interfaces.push(it.name);
  }),
  reservedName: at(named_, (it) => (it.name = `__${it.name}`)),
  renamed: at(named_, (it, random) => (it.name = typo(random, it.name))),
  otherType: at(
    (schema) => [...fields(schema), ...args(schema)],
    (it, random, schema) => (it.type = wrapped(random, typeName(random, schema))),
  ),
  unknownType: at(
    (schema) => [...fields(schema), ...args(schema)],
    (it, random, schema) => (it.type = it.type.replace(/\w+/, () => nameNearby(random, schema))),
  ),
  looserType: at(
    (schema) => [...fields(schema), ...args(schema)],
    (it) => (it.type = nullable(it.type)),
  ),
  stricterType: at(
    (schema) => [...fields(schema), ...args(schema)],
    (it) => (it.type = nonNull(it.type)),
  ),
  listedType: at(
    (schema) => [...fields(schema), ...args(schema)],
    (it, random) => (it.type = random.pick([`[${it.type}]`, `[${it.type}]!`, named(it.type)])),
  ),
  requiredDeprecated: at(
    (schema) => [...args(schema), ...inputFields(schema)],
    (it, random) => {
      it.type = nonNull(it.type);
      if (random.chance(0.8)) delete it.default;
      it.directives.push({ name: 'deprecated', args: random.pick([[], [{ name: 'reason', value: '"x"' }], [{ name: 'reason', value: 'null' }]]) });
    },
  ),
  fieldDeprecated: at(
    (schema) => outputs(schema).flatMap((it) => it.fields),
    (it) => it.directives.push({ name: 'deprecated', args: [] }),
  ),
  inputCircle: at(ofKind('input'), (it, random, schema) => {
    const other = random.pick(schema.all('input'));
    it.fields.push({ name: 'circle', type: `${other.name}!`, args: [], directives: [] });
    if (other !== it) random.pick([other, it]).fields.push({ name: 'back', type: `${it.name}!`, args: [], directives: [] });
  }),
  oneOf: at(ofKind('input'), (it, random) => {
    it.directives.push({ name: 'oneOf', args: [] });
    if (random.chance(0.4)) it.fields[0] && (it.fields[0].type = nonNull(it.fields[0].type));
  }),
  oneOfDefault: at(inputFields, (it, random, schema) => (it.default = literal(random, schema, it.type))),
  defaultWrong: at(
    (schema) => [...args(schema), ...inputFields(schema)],
    (it, random, schema) => (it.default = literal(random, schema, it.type, { wrong: 0.5 })),
  ),
  directiveUnknown: at(directed, (it, random) => it.directives.push({ name: random.pick(['unknown', 'deprecate', 'mark', 'logs']), args: [] })),
  directiveMisplaced: at(directed, (it, random) =>
    it.directives.push({
      name: random.pick(['deprecated', 'skip', 'specifiedBy', 'oneOf', 'include']),
      args: random.pick([
        [],
        [{ name: 'if', value: 'true' }],
        [{ name: 'url', value: '"u"' }],
        [{ name: 'reason', value: '3' }],
        [{ name: 'rason', value: '"r"' }],
        [{ name: 'url', value: 'null' }],
        [
          { name: 'reason', value: '"a"' },
          { name: 'reason', value: '"b"' },
        ],
      ]),
    }),
  ),
  directiveTwice: at(
    (schema) => directed(schema).filter((it) => it.directives.length),
    (it, random) => again(random, it.directives),
  ),
  directiveOwn: at(directed, (it, random, schema) => {
    const known = random.pick(schema.definitions.filter((d) => d.kind === 'directive'));
    if (known && random.chance(0.6)) known.locations.push(...TYPE_SYSTEM);
    if (known)
      for (let n = random.between(1, 2); n; n--)
        it.directives.push({
          name: known.name,
          args: known.args
            .filter((a) => isNonNull(a.type) || random.chance(0.5))
            .map((a) => ({ name: random.chance(0.1) ? typo(random, a.name) : a.name, value: literal(random, schema, a.type, { wrong: 0.1 }) })),
        });
  }),
  directiveDefinedTwice: at(ofKind('directive'), (it, random, schema) => insert(random, schema, structuredClone(it))),
  directiveOfBuiltInName: at(ofKind('directive'), (it, random) => (it.name = random.pick(['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf']))),
  directiveArguments: at(ofKind('directive'), (it, random, schema) => it.args.push(...makeArguments(random, schema))),
  directiveEverywhere: at(ofKind('directive'), (it, random) => (it.locations = random.shuffled([...EXECUTABLE, ...TYPE_SYSTEM]))),
  extended: at(types, (it, random, schema) => insert(random, schema, extension(random, it))),
  extendedTwice: at(types, (it, random, schema) => {
    insert(random, schema, extension(random, it));
    insert(random, schema, extension(random, it));
  }),
  extendedUnknown: at(types, (it, random, schema) =>
    insert(random, schema, { ...extension(random, structuredClone(it)), name: random.pick([typo(random, it.name), 'Missing', 'Int', 'Query']) }),
  ),
  extendedOfAnotherKind: at(types, (it, random, schema) =>
    insert(random, schema, fresh(random.pick(KINDS), it.name, { extend: true, directives: [{ name: 'deprecated', args: [] }] })),
  ),
  schemaTwice: (random, schema) =>
    insert(random, schema, fresh('schema', undefined, { operations: [{ operation: 'query', type: schema.queryName }] })),
  schemaOtherRoots: (random, schema) =>
    insert(
      random,
      schema,
      fresh('schema', undefined, {
        extend: random.chance(0.4),
        operations: random
          .some(['query', 'mutation', 'subscription', 'query'], random.between(1, 3))
          .map((operation) => ({ operation, type: typeName(random, schema) })),
      }),
    ),
  schemaExtended: (random, schema) =>
    insert(
      random,
      schema,
      fresh('schema', undefined, {
        extend: true,
        operations: random
          .some(['query', 'mutation', 'subscription'], 1)
          .map((operation) => ({ operation, type: random.pick(schema.all('type')).name })),
        directives: random.chance(0.3) ? [{ name: 'unknown', args: [] }] : [],
      }),
    ),
  rootRemoved: (random, schema) => schema.definitions.splice(schema.definitions.indexOf(schema.root(random.pick(['query', 'query', 'mutation']))), 1),
  operationInside: (random, schema) =>
    insert(random, schema, {
      kind: 'text',
      text: random.pick([
        '{ name }',
        'query Q @unknown { a }',
        'fragment F on Missing { a }',
        'mutation($v: Nope) { a(b: $v, b: 1) }',
        'query @skip { a @skip(if: 1) @skip(if: {a: 1, a: 2}) }',
      ]),
      directives: [],
    }),
};
