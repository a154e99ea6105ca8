// Executable documents made at random to fit a schema, as operations and fragments, and their text.
import { literal } from './values.mjs';
import { isNonNull, named, nonNull } from './types.mjs';
import { printDirectives } from './schema.mjs';

/**
 * `{ definitions: [{ kind: 'operation' | 'fragment', name, … }] }`. A selection is a field (`name`, `alias`, `args`), a
 * `spread` (`name`) or an `inline` fragment (`on`); `type` is the type it is made for.
 */
export function makeDocument(random, schema, { operations = random.pick([1, 1, 1, 1, 2, 3]), depth = random.between(1, 3) } = {}) {
  const document = { definitions: [], toString: () => document.definitions.map(print).join('\n') };
  const made = new Maker(random, schema, document);
  for (let index = 0; index < operations; index++) {
    const roots = ['query', 'query', 'query', 'mutation', 'subscription'].filter((it) => schema.root(it));
    made.operation(random.pick(roots), operations > 1 || random.chance(0.5) ? `Op${index + 1}` : undefined, depth);
  }
  return document;
}

class Maker {
  #count = 0;

  constructor(random, schema, document) {
    Object.assign(this, { random, schema, document, variables: [] });
  }

  operation(operation, name, depth) {
    this.variables = [];
    const root = this.schema.root(operation);
    let selections = this.selections(root.name, depth, operation === 'subscription');
    if (operation === 'subscription') {
      selections = [selections.find((it) => it.kind === 'field' && it.name !== '__typename') ?? this.field(root.name, root.fields[0], depth)];
      selections[0].directives = []; // graphql-js fails over a variable in @skip there, and the newest specification forbids both
    }
    const directives = this.directives(operation.toUpperCase());
    const used = JSON.stringify([selections, directives, this.document.definitions.filter((it) => it.kind === 'fragment')]);
    const variables = this.variables.filter((it) => used.includes(`$${it.name}`));
    this.document.definitions.push({ kind: 'operation', operation, name, variables, directives, selections });
  }

  selections(type, depth, single = false) {
    const { random, schema } = this;
    const definition = schema.find(type);
    const made = [];
    const fields = definition.kind === 'union' ? [] : random.some(definition.fields, random.between(1, 4));
    for (const it of fields) {
      if (!schema.isComposite(named(it.type)) || depth > 0) made.push(this.field(type, it, depth));
      if (made.length && random.chance(0.06)) made.push(structuredClone(made.at(-1)));
    }
    if (single) return made.slice(0, 1);
    if (random.chance(0.15) || !made.length)
      made.push({ kind: 'field', name: '__typename', alias: random.chance(0.1) ? 'kind' : undefined, args: [], directives: [], type: 'String!' });
    if (depth > 0 && random.chance(definition.kind === 'type' ? 0.25 : 0.7)) made.push(...random.times(1, 2, () => this.fragmentOf(type, depth - 1)));
    return random.chance(0.3) ? random.shuffled(made) : made;
  }

  field(parent, { name, type, args }, depth) {
    const { random, schema } = this;
    const given = args.filter((it) => (isNonNull(it.type) && it.default === undefined) || random.chance(0.5));
    const alias = random.chance(given.length ? 0.8 : 0.2) ? random.pick([`${name}${++this.#count}`, `a${++this.#count}`]) : undefined;
    return {
      kind: 'field',
      name,
      alias,
      type,
      parent,
      args: given.map((it) => ({ name: it.name, type: it.type, value: this.literal(it.type) })),
      directives: this.directives('FIELD'),
      ...(schema.isComposite(named(type)) && { selections: this.selections(named(type), depth - 1) }),
    };
  }

  fragmentOf(type, depth) {
    const { random, schema, document } = this;
    const possible = schema.possible(type);
    const overlapping = schema
      .all('type', 'interface', 'union')
      .map((it) => it.name)
      .filter((it) => schema.possible(it).some((name) => possible.includes(name)));
    const on = random.pick(overlapping.length ? overlapping : [type]);
    if (random.chance(0.5)) {
      const directives = this.directives('INLINE_FRAGMENT');
      return { kind: 'inline', on: on === type && random.chance(0.7) ? undefined : on, directives, selections: this.selections(on, depth) };
    }
    const known = document.definitions.filter((it) => it.kind === 'fragment' && it.on === on && !it.usesVariables);
    let fragment = known.length && random.chance(0.5) ? random.pick(known) : undefined;
    if (!fragment) {
      const selections = this.selections(on, depth);
      fragment = {
        kind: 'fragment',
        name: `${random.pick(['F', 'frag', 'on_', 'typeF'])}${++this.#count}`,
        on,
        selections,
        directives: this.directives('FRAGMENT_DEFINITION'),
      };
      const text = JSON.stringify(fragment);
      fragment.usesVariables = text.includes('$') || document.definitions.some((it) => it.usesVariables && text.includes(`"${it.name}"`));
      document.definitions.splice(random.between(0, document.definitions.length), 0, fragment);
    }
    return { kind: 'spread', name: fragment.name, directives: this.directives('FRAGMENT_SPREAD') };
  }

  literal(type) {
    return literal(this.random, this.schema, type, { variable: (at) => this.variable(at) });
  }

  /** Now and then a variable that fits the place. */
  variable(type) {
    const { random, schema, variables } = this;
    if (!random.chance(0.25)) return undefined;
    const fitting = variables.filter((it) => it.type === type || it.type === nonNull(type));
    if (fitting.length && random.chance(0.5)) return `$${random.pick(fitting).name}`;
    const stricter = random.chance(0.3) ? nonNull(type) : type;
    const made = { name: `v${++this.#count}`, type: stricter, directives: this.directives('VARIABLE_DEFINITION', true) };
    if (random.chance(0.3)) made.default = literal(random, schema, stricter);
    variables.push(made);
    return `$${made.name}`;
  }

  directives(location, isConstant = false) {
    const { random, schema } = this;
    const made = [];
    if (['FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT'].includes(location) && random.chance(0.1))
      made.push({ name: random.pick(['skip', 'include']), args: [{ name: 'if', type: 'Boolean!', value: this.literal('Boolean!') }] });
    const own = schema.definitions.filter((it) => it.kind === 'directive' && it.locations.includes(location));
    if (own.length && random.chance(0.15)) {
      const directive = random.pick(own);
      const args = directive.args.filter((it) => (isNonNull(it.type) && it.default === undefined) || random.chance(0.5));
      made.push({
        name: directive.name,
        args: args.map((it) => ({ name: it.name, type: it.type, value: isConstant ? literal(random, schema, it.type) : this.literal(it.type) })),
      });
    }
    return made;
  }
}

/** Every selection of the document with the list it stands in and the type that list is for. */
export function* places(schema, document) {
  const walk = function* (selections, type) {
    for (const selection of selections) {
      yield { selection, selections, type };
      const inner =
        selection.kind === 'inline' ? (selection.on ?? type) : selection.kind === 'field' && selection.type ? named(selection.type) : undefined;
      if (selection.selections) yield* walk(selection.selections, inner);
    }
  };
  for (const it of document.definitions) {
    if (it.kind === 'operation') yield* walk(it.selections, schema.root(it.operation)?.name);
    if (it.kind === 'fragment') yield* walk(it.selections, it.on);
  }
}

const printArguments = (args) => (args.length ? `(${args.map((it) => `${it.name}: ${it.value}`).join(', ')})` : '');
const printVariable = (it) => `$${it.name}: ${it.type}${it.default === undefined ? '' : ` = ${it.default}`}${printDirectives(it.directives)}`;
const printSelections = (selections) => (selections ? ` { ${selections.map(printSelection).join(' ')} }` : '');

function printSelection(it) {
  const end = `${printDirectives(it.directives)}${printSelections(it.selections)}`;
  if (it.kind === 'spread') return `...${it.name}${end}`;
  if (it.kind === 'inline') return `...${it.on ? ` on ${it.on}` : ''}${end}`;
  return `${it.alias ? `${it.alias}: ` : ''}${it.name}${printArguments(it.args)}${end}`;
}

function print(it) {
  if (it.kind === 'text') return it.text;
  if (it.kind === 'fragment') return `fragment ${it.name} on ${it.on}${printDirectives(it.directives)}${printSelections(it.selections)}`;
  const variables = it.variables.length ? `(${it.variables.map(printVariable).join(', ')})` : '';
  const isShort = it.operation === 'query' && !it.name && !variables && !it.directives.length;
  return isShort
    ? printSelections(it.selections).trim()
    : `${it.operation}${it.name ? ` ${it.name}` : ''}${variables}${printDirectives(it.directives)}${printSelections(it.selections)}`;
}
