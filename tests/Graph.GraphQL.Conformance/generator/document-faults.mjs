// Ways to break a document, at least one for each rule of the specification's section "Validation". Each takes
// `(random, schema, document)` and changes the document; where it finds no place for its fault it changes nothing.
import { places } from './document.mjs';
import { literal } from './values.mjs';
import { isNonNull, named, nonNull, nullable } from './types.mjs';
import { typo } from './text.mjs';

const all = (schema, document, test) => [...places(schema, document)].filter(({ selection }) => test(selection));
const isField = (it) => it.kind === 'field';
const leafField = (name, more) => ({ kind: 'field', name, args: [], directives: [], ...more });
const operations = (document) => document.definitions.filter((it) => it.kind === 'operation');
const fragments = (document) => document.definitions.filter((it) => it.kind === 'fragment');
const nameOf = (random, schema) =>
  random.pick([...schema.definitions.flatMap((it) => it.name ?? []), 'Int', 'String', 'Nowhere', 'Cats', '__Type', 'ID']);
const anyType = (random, schema) => random.pick(['T', 'T!', '[T]', '[T!]!']).replace('T', nameOf(random, schema));
const anyField = (random, schema, type) => random.pick(schema.find(type)?.fields ?? []) ?? { name: 'name', type: 'String' };
const composite = (random, schema) => random.pick(schema.all('type', 'interface', 'union')).name;

/** A fault at one place of those that fit. */
const at = (test, change) => (random, schema, document) => {
  const found = all(schema, document, test);
  if (found.length) change(random.pick(found), random, schema, document);
};

const oneOf = (list, change) => (random, schema, document) => {
  const found = list(document);
  if (found.length) change(random.pick(found), random, schema, document);
};

const variables = (document) => operations(document).flatMap((operation) => operation.variables.map((it) => ({ operation, it })));
const directed = (schema, document) => [
  ...document.definitions.filter((it) => it.directives),
  ...[...places(schema, document)].map((it) => it.selection),
  ...variables(document).map((v) => v.it),
];
const argumentLists = (schema, document) =>
  [
    ...all(schema, document, isField).map((it) => it.selection.args),
    ...directed(schema, document).flatMap((it) => it.directives.map((d) => d.args)),
  ].filter((it) => it?.length);
const atDirectives = (change) => (random, schema, document) => change(random.pick(directed(schema, document)).directives, random, schema);
const atArguments = (change) => (random, schema, document) => {
  const lists = argumentLists(schema, document);
  if (lists.length) change(random.pick(lists), random, schema, document);
};

/** Rewrites the text of one argument's value among those that match. */
const inValues = (pattern, replacement) => (random, schema, document) => {
  const found = argumentLists(schema, document)
    .flat()
    .filter((it) => pattern.test(it.value));
  if (found.length) {
    const it = random.pick(found);
    it.value = it.value.replace(pattern, (...match) => replacement(random, ...match));
  }
};
const OBJECT_START = /\{ (\w+): ([^{}[\],]+)/;
const ENUM_VALUE = /(?<!")\b[A-Z][A-Z_]*\b(?![":])/;

export const DOCUMENT_FAULTS = {
  fieldMisspelt: at(isField, ({ selection }, random) => (selection.name = typo(random, selection.name))),
  fieldOfAnotherType: at(
    isField,
    ({ selection }, random, schema) => (selection.name = random.pick(schema.all('type', 'interface').flatMap((it) => it.fields)).name),
  ),
  fieldOfAMember: at(
    (it) => it.kind === 'inline' && it.on,
    ({ selection, selections }) => selections.push(...selection.selections),
  ),
  noSelections: at(
    (it) => isField(it) && it.selections,
    ({ selection }) => delete selection.selections,
  ),
  selectionsOnALeaf: at(
    (it) => isField(it) && !it.selections,
    ({ selection }, random) => (selection.selections = [leafField(random.pick(['__typename', 'name', 'x']))]),
  ),
  argumentMisspelt: atArguments((args, random) => {
    const it = random.pick(args);
    it.name = typo(random, it.name);
  }),
  argumentMissing: atArguments((args, random) => args.splice(random.between(0, args.length - 1), 1)),
  argumentTwice: atArguments((args, random) => args.push({ ...random.pick(args) })),
  argumentUnknown: at(isField, ({ selection }, random) =>
    selection.args.push({ name: random.pick(['nme', 'id', 'filter', 'iff', 'firsts']), value: '1' }),
  ),
  valueWrong: atArguments((args, random, schema) => {
    const it = random.pick(args);
    it.value = literal(random, schema, it.type ?? 'Any', { wrong: 0.5 });
  }),
  valueOfAnotherType: atArguments((args, random, schema) => {
    random.pick(args).value = literal(random, schema, anyType(random, schema));
  }),
  inputFieldTwice: inValues(OBJECT_START, (random, all, name, value) => `{ ${name}: ${value}, ${name}: ${value}`),
  inputFieldMisspelt: inValues(/(\w+):/, (random, all, name) => `${typo(random, name)}:`),
  inputFieldMissing: inValues(/\{ \w+: [^{}[\],]+,?/, () => '{ '),
  inputFieldAdded: inValues(/\{ /, (random) => `{ ${random.pick(['id', 'name', 'x', 'colors'])}: ${random.pick(['1', 'null', '"a"'])}, `),
  valueNull: atArguments((args, random) => (random.pick(args).value = 'null')),
  enumMisspelt: inValues(ENUM_VALUE, (random, name) => typo(random, name)),
  enumQuoted: inValues(ENUM_VALUE, (random, name) => `"${name}"`),

  conflictingName: at(isField, ({ selection, selections, type }, random, schema) => {
    const other = anyField(random, schema, type);
    selections.push(
      leafField(other.name, {
        alias: selection.alias ?? selection.name,
        ...(schema.isComposite(named(other.type)) && { selections: [leafField('__typename')] }),
      }),
    );
  }),
  conflictingArguments: at(
    (it) => isField(it) && it.args.length,
    ({ selection, selections }, random, schema) => {
      const copy = structuredClone(selection);
      const argument = random.pick(copy.args);
      if (random.chance(0.4)) copy.args.splice(copy.args.indexOf(argument), 1);
      else argument.value = literal(random, schema, argument.type ?? 'Any');
      selections.push(copy);
    },
  ),
  conflictBelow: at(
    (it) => isField(it) && it.selections,
    ({ selection, selections }, random, schema) => {
      const copy = structuredClone(selection);
      for (const it of copy.selections)
        if (isField(it) && random.chance(0.7)) it.alias = random.pick(selection.selections.map((o) => o.alias ?? o.name ?? 'x'));
      selections.push(copy);
    },
  ),
  conflictInFragments: at(
    (it) => it.kind === 'field',
    ({ selection, selections, type }, random, schema, document) => {
      const other = anyField(random, schema, type);
      const name = `C${document.definitions.length}`;
      document.definitions.push({
        kind: 'fragment',
        name,
        on: type ?? 'Query',
        directives: [],
        selections: [leafField(other.name, { alias: selection.alias ?? selection.name })],
      });
      selections.push({ kind: 'spread', name, directives: [] });
    },
  ),
  conflictOfTypes: at(
    (it) => it.kind === 'field' && it.selections,
    ({ selection }, random, schema) => {
      for (const type of random.some(schema.all('type'), 2)) {
        const field = random.pick(type.fields);
        const inner = schema.isComposite(named(field.type)) ? { selections: [leafField('__typename')] } : {};
        selection.selections.push({
          kind: 'inline',
          on: type.name,
          directives: [],
          selections: [leafField(field.name, { alias: 'same', ...inner })],
        });
      }
    },
  ),

  spreadUnknown: at(
    () => true,
    ({ selections }, random) => selections.push({ kind: 'spread', name: random.pick(['Missing', 'F', 'unknown']), directives: [] }),
  ),
  fragmentTwice: oneOf(fragments, (it, random, schema, document) => document.definitions.push(structuredClone(it))),
  fragmentUnused: (random, schema, document) =>
    document.definitions.splice(random.between(0, document.definitions.length), 0, {
      kind: 'fragment',
      name: random.pick(['Unused', 'Spare']),
      on: composite(random, schema),
      directives: [],
      selections: [leafField('__typename')],
    }),
  fragmentWithinItself: oneOf(fragments, (it, random, schema, document) =>
    it.selections.push({ kind: 'spread', name: random.chance(0.5) ? it.name : random.pick(fragments(document)).name, directives: [] }),
  ),
  fragmentsInACircle: oneOf(fragments, (_, random, schema, document) => {
    const circle = random.some(fragments(document), 3);
    circle.forEach((it, index) =>
      random
        .pick([it.selections, it.selections.find((s) => s.selections)?.selections ?? it.selections])
        .push({ kind: 'spread', name: circle[(index + 1) % circle.length].name, directives: [] }),
    );
  }),
  fragmentOnSomethingElse: oneOf(
    fragments,
    (it, random, schema) => (it.on = random.chance(0.5) ? nameOf(random, schema) : composite(random, schema)),
  ),
  inlineOnSomethingElse: at(
    (it) => it.kind === 'inline',
    ({ selection }, random, schema) => (selection.on = random.chance(0.5) ? nameOf(random, schema) : composite(random, schema)),
  ),
  inlineAnywhere: at(
    () => true,
    ({ selections }, random, schema) =>
      selections.push({ kind: 'inline', on: composite(random, schema), directives: [], selections: [leafField('__typename')] }),
  ),
  spreadAnywhere: at(
    () => true,
    ({ selections }, random, schema, document) =>
      selections.push({ kind: 'spread', name: random.pick(fragments(document))?.name ?? 'None', directives: [] }),
  ),

  variableUndefined: oneOf(variables, ({ operation, it }) => operation.variables.splice(operation.variables.indexOf(it), 1)),
  variableUndefinedToo: atArguments((args, random) => (random.pick(args).value = random.pick(['$missing', '[$missing]', '{ a: $nope }']))),
  variableUnused: oneOf(operations, (it, random, schema) =>
    it.variables.push({ name: `u${it.variables.length}`, type: anyType(random, schema), directives: [] }),
  ),
  variableTwice: oneOf(variables, ({ operation, it }) => operation.variables.push({ ...it })),
  variableOfAnotherType: oneOf(variables, ({ it }, random, schema) => (it.type = anyType(random, schema))),
  variableLooser: oneOf(variables, ({ it }, random) => {
    it.type = random.chance(0.5) ? nullable(it.type) : nullable(it.type).replace(/!/g, '');
    if (random.chance(0.6)) delete it.default;
  }),
  variableStricter: oneOf(variables, ({ it }) => (it.type = nonNull(it.type))),
  variableListed: oneOf(variables, ({ it }, random) => (it.type = random.pick([`[${it.type}]`, `[${nonNull(it.type)}]!`]))),
  defaultWrong: oneOf(variables, ({ it }, random, schema) => (it.default = literal(random, schema, it.type, { wrong: 0.6 }))),
  defaultNull: oneOf(variables, ({ it }) => {
    it.type = nullable(it.type);
    it.default = 'null';
  }),
  defaultRight: oneOf(variables, ({ it }, random, schema) => {
    it.type = nullable(it.type);
    it.default = literal(random, schema, nonNull(it.type));
  }),

  directiveUnknown: atDirectives((directives, random) => directives.push({ name: random.pick(['unknown', 'skipp', 'Include', 'cach']), args: [] })),
  directiveAnywhere: atDirectives((directives, random, schema) => {
    const known = random.pick([
      ...schema.definitions.filter((it) => it.kind === 'directive'),
      { name: 'deprecated' },
      { name: 'specifiedBy' },
      { name: 'oneOf' },
      { name: 'skip' },
      { name: 'include' },
    ]);
    directives.push({
      name: known.name,
      args: /skip|include/.test(known.name)
        ? [{ name: 'if', type: 'Boolean!', value: 'true' }]
        : (known.args ?? [])
            .filter((it) => isNonNull(it.type))
            .map((it) => ({ name: it.name, type: it.type, value: literal(random, schema, it.type) })),
    });
  }),
  directiveTwice: atDirectives((directives, random) =>
    directives.length
      ? directives.push(structuredClone(random.pick(directives)))
      : directives.push(
          { name: 'skip', args: [{ name: 'if', type: 'Boolean!', value: 'true' }] },
          { name: 'skip', args: [{ name: 'if', type: 'Boolean!', value: 'false' }] },
        ),
  ),
  directiveWithoutArguments: atDirectives((directives, random) =>
    directives.push({
      name: random.pick(['skip', 'include']),
      args: random.pick([
        [],
        [{ name: 'If', value: 'true' }],
        [{ name: 'if', value: 'null' }],
        [{ name: 'if', value: '"true"' }],
        [
          { name: 'unless', value: 'true' },
          { name: 'if', value: 'true' },
        ],
      ]),
    }),
  ),

  operationTwice: oneOf(operations, (it, random, schema, document) => document.definitions.push(structuredClone(it))),
  operationUnnamed: oneOf(operations, (it, random, schema, document) => {
    delete it.name;
    if (random.chance(0.5))
      document.definitions.push({ kind: 'text', text: random.pick(['{ __typename }', 'query Second { __typename }', 'query { a: __typename }']) });
  }),
  operationOfAMissingRoot: oneOf(operations, (it, random) => (it.operation = random.pick(['mutation', 'subscription']))),
  subscriptionOfMany: oneOf(operations, (it, random, schema) => {
    const root = schema.root('subscription');
    it.operation = 'subscription';
    const more = (root?.fields ?? [])
      .slice(0, 2)
      .map((field) => leafField(field.name, schema.isComposite(named(field.type)) ? { selections: [leafField('__typename')] } : {}));
    it.selections = random.shuffled([
      ...more,
      ...random.some(
        [
          leafField('__typename'),
          leafField('__typename', { alias: 'b' }),
          { kind: 'inline', directives: [], selections: [leafField('__typename'), ...more] },
        ],
        2,
      ),
    ]);
  }),
  notExecutable: (random, schema, document) =>
    document.definitions.splice(random.between(0, document.definitions.length), 0, {
      kind: 'text',
      text: random.pick([
        'type Extra { a: Int }',
        'schema { query: Query }',
        'extend type Query { a: Int }',
        'directive @extra on FIELD',
        'scalar Extra',
        'extend schema @x',
        'enum E { A }',
        'extend union U = A',
        'input I { a: Int = 1 }',
        'interface N { n(a: Int): Int }',
        'extend input I @a',
      ]),
    }),
  deepIntrospection: oneOf(operations, (it, random) => {
    const inner = random.pick(['fields', 'possibleTypes', 'interfaces', 'inputFields']);
    const step = inner === 'fields' || inner === 'inputFields' ? (rest) => `${inner} { type { ${rest} } }` : (rest) => `${inner} { ${rest} }`;
    const text = Array.from({ length: random.between(1, 4) }).reduce((rest) => step(rest), 'name');
    it.selections.push(leafField(random.pick([`__schema { types { ${text} } }`, `__type(name: "Int") { ${text} }`])));
  }),
  nothing: () => {},
};
