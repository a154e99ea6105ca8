// Schemas made at random that hold to every rule, as a list of definitions, and their text.
import { literal } from './values.mjs';
import { BUILT_IN, isNonNull, named, nonNull, nullable, wrapped } from './types.mjs';

const FIELDS = [
  'name',
  'names',
  'nickname',
  'id',
  'age',
  'color',
  'colour',
  'parent',
  'children',
  'owner',
  'pet',
  'pets',
  'friend',
  'friends',
  'size',
  'count',
  'title',
  'total',
  'type',
  'on',
  'query',
  'isReal',
  'weight',
  'date',
];
const ARGUMENTS = ['id', 'name', 'first', 'last', 'filter', 'filters', 'where', 'if', 'color', 'order', 'input', 'limit'];
const OBJECTS = ['Dog', 'Cat', 'Human', 'Alien', 'Person', 'House', 'Horse', 'Car', 'Cart', 'Item'];
const INTERFACES = ['Node', 'Named', 'Being', 'Pet', 'Owned'];
const UNIONS = ['CatOrDog', 'Thing', 'Anything', 'Result'];
const ENUMS = [
  ['Color', ['RED', 'GREEN', 'BLUE', 'DARK_RED']],
  ['Order', ['ASC', 'DESC']],
  ['Size', ['S', 'M', 'L', 'XL', 'on']],
];
const INPUTS = ['Filter', 'Filters', 'Point', 'Where', 'Choice', 'Range'];
const SCALARS = ['Date', 'Url', 'JSON', 'Any'];
export const EXECUTABLE = [
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
];
export const TYPE_SYSTEM = [
  'SCHEMA',
  'SCALAR',
  'OBJECT',
  'FIELD_DEFINITION',
  'ARGUMENT_DEFINITION',
  'INTERFACE',
  'UNION',
  'ENUM',
  'ENUM_VALUE',
  'INPUT_OBJECT',
  'INPUT_FIELD_DEFINITION',
];

const KEYWORDS = { type: 'type', interface: 'interface', union: 'union', enum: 'enum', input: 'input', scalar: 'scalar' };

export class Schema {
  definitions = [];
  queryName = 'Query';

  find = (name) => this.definitions.find((it) => it.name === name && !it.extend && it.kind !== 'directive');
  all = (...kinds) => this.definitions.filter(({ kind, extend }) => kinds.includes(kind) && !extend);
  kindOf = (name) => (BUILT_IN.includes(name) ? 'scalar' : this.find(name)?.kind);
  isComposite = (name) => ['type', 'interface', 'union'].includes(this.kindOf(name));
  root = (operation) => this.find(operation === 'query' ? this.queryName : { mutation: 'Mutation', subscription: 'Subscription' }[operation]);

  /** The object types a value of the named type can be. */
  possible(name) {
    const type = this.find(name);
    if (type?.kind === 'union') return type.members;
    if (type?.kind === 'interface')
      return this.all('type')
        .filter((it) => it.interfaces.includes(name))
        .map((it) => it.name);
    return type?.kind === 'type' ? [name] : [];
  }

  toString = () => this.definitions.map(printDefinition).join('\n\n');
}

export function makeSchema(random, { isSmall = random.chance(0.5) } = {}) {
  const schema = new Schema();
  const upTo = (few, many) => random.between(1, isSmall ? few : many);
  const add = (kind, name, parts) => {
    const definition = { kind, name, directives: [], interfaces: [], fields: [], values: [], members: [], ...parts };
    if (random.chance(0.1)) definition.description = random.pick(['"A thing."', '"""\n  More\n    about it\n"""', '""']);
    schema.definitions.push(definition);
    return definition;
  };

  for (const name of random.some(SCALARS, upTo(2, 3) - 1))
    add('scalar', name, { directives: random.chance(0.3) ? [{ name: 'specifiedBy', args: [{ name: 'url', value: '"https://example.org"' }] }] : [] });
  for (const [name, values] of random.some(ENUMS, upTo(1, 3)))
    add('enum', name, { values: values.map((value) => ({ name: value, directives: deprecatedAtTimes(random) })) });
  makeInputs(random, schema, add, upTo);
  makeOutputs(random, schema, add, upTo);
  makeDirectives(random, schema, add, upTo);
  if (random.chance(0.3) || schema.queryName !== 'Query')
    add('schema', undefined, {
      operations: ['query', 'mutation', 'subscription'].flatMap((operation) => {
        const type = schema.root(operation);
        return type ? [{ operation, type: type.name }] : [];
      }),
    });
  return schema;
}

function makeInputs(random, schema, add, upTo) {
  const names = random.some(INPUTS, upTo(2, 3));
  for (const name of names) {
    const isOneOf = random.chance(0.3);
    const leaves = () => random.pick([...BUILT_IN, ...schema.all('enum', 'scalar').map((it) => it.name)]);
    const earlier = schema.all('input').map((it) => it.name);
    const fields = random.some(FIELDS, upTo(3, 5)).map((field, index) => {
      const nested = random.chance(0.3) && !(isOneOf && !index); // a OneOf type needs an end somewhere
      const type =
        nested && earlier.length && random.chance(0.6)
          ? wrapped(random, random.pick(earlier))
          : nested
            ? random.pick([name, `[${name}!]`]) // a type within itself must be optional somewhere
            : wrapped(random, leaves());
      return { name: field, type: isOneOf ? nullable(type) : type, args: [], directives: isNonNull(type) ? [] : deprecatedAtTimes(random) };
    });
    const definition = add('input', name, { fields, directives: isOneOf ? [{ name: 'oneOf', args: [] }] : [] });
    for (const field of isOneOf ? [] : fields)
      if (random.chance(0.2) && named(field.type) !== name) field.default = literal(random, schema, field.type);
    if (isOneOf) definition.isOneOf = true;
  }
}

const deprecatedAtTimes = (random) =>
  random.chance(0.08) ? [{ name: 'deprecated', args: random.chance(0.5) ? [{ name: 'reason', value: '"old"' }] : [] }] : [];

function makeOutputs(random, schema, add, upTo) {
  const leaves = [...BUILT_IN, ...schema.all('enum', 'scalar').map((it) => it.name)];
  const interfaces = random.some(INTERFACES, upTo(2, 3));
  const objects = random.some(OBJECTS, upTo(2, 4) + 1);
  const unions = random.some(UNIONS, upTo(1, 2));
  const composites = [...interfaces, ...objects, ...unions];
  const field = (name) => ({
    name,
    type: wrapped(random, random.pick(random.chance(0.6) ? leaves : composites)),
    args: random.chance(0.3) ? makeArguments(random, schema) : [],
    directives: deprecatedAtTimes(random),
  });
  const withFields = (own, from) => {
    const fields = new Map();
    for (const inherited of from.flatMap((it) => it.fields)) fields.set(inherited.name, structuredClone(inherited));
    for (const it of own) if (!fields.has(it.name)) fields.set(it.name, it);
    return [...fields.values()];
  };
  // Two interfaces may be implemented together only where their fields agree, so each draws from names of its own.
  const pool = random.shuffled(FIELDS);
  for (const [index, name] of interfaces.entries()) {
    const parents = index && random.chance(0.4) ? [schema.find(interfaces[index - 1])] : [];
    const all = parents.flatMap((it) => [it.name, ...it.interfaces]);
    const own = pool.splice(0, upTo(2, 3)).map(field);
    add('interface', name, { fields: withFields(own, parents), interfaces: all });
  }
  for (const name of objects) {
    const chosen = random.some(interfaces, random.between(0, 2));
    const all = [...new Set(chosen.flatMap((it) => [it, ...schema.find(it).interfaces]))];
    const fields = withFields(random.some(FIELDS, upTo(3, 5) + 1).map(field), all.map(schema.find));
    for (const it of fields) if (random.chance(0.1) && !isNonNull(it.type)) it.type = nonNull(it.type);
    add('type', name, { fields, interfaces: all });
  }
  for (const name of unions) add('union', name, { members: random.some(objects, random.between(1, 3)) });

  const rootField = (name) => ({
    name: name[0].toLowerCase() + name.slice(1),
    type: wrapped(random, name),
    directives: [],
    args: random.chance(0.5) ? makeArguments(random, schema) : [],
  });
  const echoes = () =>
    random
      .some(
        schema
          .all('input', 'enum', 'scalar')
          .map((it) => it.name)
          .concat(BUILT_IN),
        upTo(2, 4),
      )
      .map((name) => ({
        name: `with${name}`,
        type: random.pick(['String', 'Int', 'Boolean!']),
        directives: [],
        args: [{ ...makeArguments(random, schema)[0], name: 'value', type: wrapped(random, name), default: undefined }],
      }));
  if (random.chance(0.2)) schema.queryName = 'Root';
  add('type', schema.queryName, { fields: [...composites.map(rootField), ...echoes()] });
  if (random.chance(0.5)) add('type', 'Mutation', { fields: [...random.some(composites, 3).map(rootField), ...echoes()] });
  if (random.chance(0.4)) add('type', 'Subscription', { fields: random.some(composites, 3).map(rootField) });
}

export function makeArguments(random, schema) {
  const types = [...BUILT_IN, ...schema.all('enum', 'scalar', 'input').map((it) => it.name)];
  return random.some(ARGUMENTS, random.between(1, 3)).map((name) => {
    const type = wrapped(random, random.pick(types));
    return { name, type, directives: [], default: random.chance(0.25) ? literal(random, schema, type) : undefined };
  });
}

function makeDirectives(random, schema, add, upTo) {
  for (const name of random.some(['log', 'cache', 'cached', 'auth', 'note'], upTo(1, 3))) {
    const locations = random.some(random.chance(0.7) ? EXECUTABLE : [...EXECUTABLE, ...TYPE_SYSTEM], random.between(1, 8));
    add('directive', name, { args: random.chance(0.5) ? makeArguments(random, schema) : [], locations, repeatable: random.chance(0.3) });
  }
}

const list = (items, before, after, print) => (items?.length ? before + items.map(print).join(' ') + after : '');
export const printDirectives = (directives) =>
  list(directives, ' ', '', ({ name, args }) => `@${name}${list(args, '(', ')', (it) => `${it.name}: ${it.value}`)}`);
const described = ({ description }) => (description ? `${description}\n` : '');
const printInput = (it) =>
  `${described(it)}${it.name}: ${it.type}${it.default === undefined ? '' : ` = ${it.default}`}${printDirectives(it.directives)}`;
const printField = (it) =>
  `${described(it)}${it.name}${list(it.args, '(', ')', printInput)}: ${it.type}${it.default === undefined ? '' : ` = ${it.default}`}${printDirectives(it.directives)}`;
const block = (lines) => (lines.length ? ` {\n  ${lines.join('\n  ')}\n}` : '');

function printDefinition(it) {
  const start = `${described(it)}${it.extend ? 'extend ' : ''}`;
  if (it.text) return it.text;
  if (it.kind === 'schema')
    return `${start}schema${printDirectives(it.directives)}${block(it.operations.map(({ operation, type }) => `${operation}: ${type}`))}`;
  if (it.kind === 'directive')
    return `${start}directive @${it.name}${list(it.args, '(', ')', printInput)}${it.repeatable ? ' repeatable' : ''} on ${it.locations.join(' | ')}`;
  const interfaces = it.interfaces.length ? ` implements ${it.interfaces.join(' & ')}` : '';
  const members = it.members.length ? ` = ${it.members.join(' | ')}` : '';
  const values = it.values.map((value) => `${described(value)}${value.name}${printDirectives(value.directives)}`);
  return `${start}${KEYWORDS[it.kind]} ${it.name}${interfaces}${printDirectives(it.directives)}${members}${block(values)}${block(it.fields.map(printField))}`;
}
