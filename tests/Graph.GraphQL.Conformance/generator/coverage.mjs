// Which of graphql-js's complaints the cases bring forth:
//   node coverage.mjs REFERENCE GRAPHQL INPUTS.jsonl ANSWERABLE.jsonl
// REFERENCE: the module that answers as graphql-js does (reference.mjs beside answer.mjs); GRAPHQL: the folder where graphql
// is installed. Writes the cases that graphql-js can answer (on a few it fails itself, see the README) and prints, a mode,
// the templates of the messages seen; then every place in graphql-js that makes an error and was never reached.
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { template } from './template.mjs';

const [referencePath, folder, inputs, answerable] = process.argv.slice(2);
if (!answerable) {
  console.error('usage: node coverage.mjs REFERENCE GRAPHQL INPUTS.jsonl ANSWERABLE.jsonl');
  process.exit(2);
}
const { answer, load } = await import(pathToFileURL(resolve(referencePath)));

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const graphql = load(folder);

const seen = new Map(); // mode → template → count
const failures = new Map();
const kept = [];
for (const line of readFileSync(inputs, 'utf8').split('\n').filter(Boolean)) {
  const input = JSON.parse(line);
  let expected;
  try {
    expected = answer(graphql, input);
  } catch (error) {
    failures.set(error.message, (failures.get(error.message) ?? 0) + 1);
    continue;
  }
  kept.push(`${line}\n`);
  const templates = seen.get(input.mode) ?? new Map();
  seen.set(input.mode, templates);
  for (const it of expected.errors.length ? new Set(expected.errors.map(({ message }) => template(message))) : ['no error'])
    templates.set(it, (templates.get(it) ?? 0) + 1);
}
writeFileSync(answerable, kept.join(''));

for (const [mode, templates] of [...seen].sort()) {
  console.log(`\n${mode}: ${templates.size} templates of messages`);
  for (const [text, count] of [...templates].sort(([, a], [, b]) => b - a)) console.log(`${String(count).padStart(8)}  ${text}`);
}
if (failures.size)
  console.log(`\nwithout an answer, since graphql-js itself failed: ${[...failures].map(([text, count]) => `${count} × ${text}`).join('; ')}`);

const MAKES_AN_ERROR = /new _GraphQLError\d*\.GraphQLError\(|_syntaxError\.syntaxError\)\(|context\.reportError\(|this\.unexpected\(/g;
const { result } = await session.post('Profiler.takePreciseCoverage');
console.log('\nnever reached:');
for (const script of result
  .filter(({ url }) => /graphql\/(language|validation|type|utilities|execution)\//.test(url))
  .sort((a, b) => (a.url < b.url ? -1 : 1))) {
  const file = fileURLToPath(script.url);
  const source = readFileSync(file, 'utf8');
  for (const { index } of source.matchAll(MAKES_AN_ERROR)) {
    const around = script.functions.flatMap(({ ranges }) => ranges).filter((it) => it.startOffset <= index && index < it.endOffset);
    const innermost = around.reduce((a, b) => (b.endOffset - b.startOffset <= a.endOffset - a.startOffset ? b : a));
    if (innermost.count) continue;
    const line = source.slice(0, index).split('\n').length;
    console.log(`  ${file.split('/graphql/').at(-1)}:${line}  ${source.slice(index, index + 160).replaceAll(/\s+/g, ' ')}`);
  }
}
