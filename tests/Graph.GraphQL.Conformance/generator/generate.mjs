// Makes cases for any GraphQL engine, without their answers:
//   node generate.mjs INPUTS.jsonl [--seed N] [--size N]      size 1: about 25,000 cases
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeData } from './data.mjs';
import { DOCUMENT_FAULTS } from './document-faults.mjs';
import { makeDocument } from './document.mjs';
import { defaultCases, introspectionQuery } from './introspection.mjs';
import { Random } from './random.mjs';
import { SCHEMA_FAULTS } from './schema-faults.mjs';
import { makeSchema } from './schema.mjs';
import { syntaxCases } from './syntax.mjs';
import { resultCases, valueCases } from './system.mjs';
import { layout, reworded, tokens } from './text.mjs';
import { json } from './values.mjs';
import { writtenCases } from './written.mjs';

const DOCUMENTS_A_SCHEMA = 12;
const laidOut = (random, it) => (random.chance(0.3) ? layout(random, tokens(String(it))) : String(it));

function* schemaCases(random, count) {
  const faults = Object.keys(SCHEMA_FAULTS);
  for (let n = 0; n < count; n++) {
    const schema = makeSchema(random);
    const names = n < count * 0.05 ? [] : [faults[n % faults.length], ...random.some(faults, random.pick([0, 0, 0, 1, 2]))];
    for (const name of names) SCHEMA_FAULTS[name](random, schema);
    yield { mode: 'validateSchema', from: names.join(' + ') || 'right', schema: laidOut(random, schema) };
  }
}

function* documentCases(random, count) {
  const faults = Object.keys(DOCUMENT_FAULTS);
  let schema;
  for (let n = 0; n < count; n++) {
    if (n % DOCUMENTS_A_SCHEMA === 0) schema = makeSchema(random);
    const document = makeDocument(random, schema);
    const names = [faults[n % faults.length], ...random.some(faults, random.pick([0, 0, 0, 1, 2]))];
    for (const name of names) DOCUMENT_FAULTS[name](random, schema, document);
    yield { mode: 'validate', from: names.join(' + '), schema: String(schema), document: laidOut(random, document) };
  }
}

function* executionCases(random, count) {
  let schema;
  for (let n = 0; n < count; n++) {
    if (n % DOCUMENTS_A_SCHEMA === 0) schema = makeSchema(random);
    if (n % 6 === 0) {
      yield { mode: 'execute', from: 'introspection', schema: String(schema), ...introspectionQuery(random, schema), data: {} };
      continue;
    }
    const document = makeDocument(random, schema);
    const operations = document.definitions.filter((it) => it.kind === 'operation');
    const operation = random.pick(operations);
    const wrong = random.pick([0, 0, 0, 0.05, 0.2]);
    const given = operation.variables.filter((it) => !random.chance(0.03) && (it.default === undefined || random.chance(0.5)));
    yield {
      mode: 'execute',
      from: wrong ? 'faults in variables or data' : 'made at random',
      schema: String(schema),
      document: laidOut(random, document),
      operationName: random.chance(0.95) ? operation.name : random.pick(['Missing', '', undefined]),
      variables: Object.fromEntries(given.map((it) => [it.name, json(random, schema, it.type, { wrong: random.pick([0, 0, wrong]) })])),
      data: makeData(random, schema, document, operation, { wrong: random.pick([0, wrong]) / 2 }),
    };
  }
}

function* rewordedCases(random, count) {
  let schema;
  for (let n = 0; n < count; n++) {
    if (n % DOCUMENTS_A_SCHEMA === 0) schema = makeSchema(random);
    const document = makeDocument(random, schema, { operations: 1 });
    const from = 'words exchanged';
    if (n % 3 === 0) yield { mode: 'validateSchema', from, schema: reworded(random, String(makeSchema(random, { isSmall: true }))) };
    else if (n % 3 === 1) yield { mode: 'validate', from, schema: String(schema), document: reworded(random, String(document), String(schema)) };
    else
      yield {
        mode: 'execute',
        from,
        schema: String(schema),
        document: reworded(random, String(document)),
        data: makeData(random, schema, document, operationOf(document)),
      };
  }
}

const operationOf = (document) => document.definitions.find((it) => it.kind === 'operation');

function* cases(random, size) {
  yield* writtenCases();
  yield* defaultCases();
  yield* syntaxCases(random, 'parse', 5000 * size);
  yield* syntaxCases(random, 'parseSchema', 3500 * size);
  yield* schemaCases(random, 4500 * size);
  yield* documentCases(random, 5500 * size);
  yield* valueCases(random, { validate: 1800 * size, execute: 1800 * size });
  yield* executionCases(random, 3000 * size);
  yield* resultCases(random, 1800 * size);
  yield* rewordedCases(random, 3000 * size);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, size: { type: 'string', default: '1' } },
});
if (positionals.length !== 1) {
  console.error('usage: node generate.mjs INPUTS.jsonl [--seed N] [--size N]');
  process.exit(2);
}
const seen = new Set();
const counts = {};
const lines = [];
for (const { from, ...input } of cases(new Random(Number(values.seed)), Number(values.size))) {
  const text = JSON.stringify(input);
  if (seen.has(text)) continue;
  seen.add(text);
  counts[input.mode] = (counts[input.mode] ?? 0) + 1;
  lines.push(`${JSON.stringify({ id: `${input.mode}-${counts[input.mode]}`, from, ...input })}\n`);
}
writeFileSync(positionals[0], lines.join(''));
console.log(
  `${lines.length} cases: ${Object.entries(counts)
    .map(([mode, count]) => `${count} ${mode}`)
    .join(', ')}`,
);
