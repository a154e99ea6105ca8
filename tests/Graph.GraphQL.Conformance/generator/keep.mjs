// Chooses the cases that the tests keep: every family of answers, the shortest case of each first.
//   node keep.mjs CASES.jsonl KEPT.jsonl [--count N]      CASES: with their answers (answer.mjs)
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { template } from './template.mjs';

const SHARES = { parse: 0.18, parseSchema: 0.12, validateSchema: 0.2, validate: 0.27, execute: 0.23 };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: 'string', default: '2000' } } });
if (positionals.length !== 2) {
  console.error('usage: node keep.mjs CASES.jsonl KEPT.jsonl [--count N]');
  process.exit(2);
}

const rows = readFileSync(positionals[0], 'utf8').split('\n').filter(Boolean).map((line) => ({ line, ...JSON.parse(line) }));
const kept = Object.entries(SHARES).flatMap(([mode, share]) => {
  const families = groupBy(rows.filter((row) => row.mode === mode), family);
  const queues = [...families.values()].map((list) => list.toSorted((a, b) => a.line.length - b.line.length));
  const chosen = [];
  for (let round = 0; chosen.length < share * values.count && queues.some((queue) => round < queue.length); round++)
    for (const queue of queues) if (round < queue.length && chosen.length < share * values.count) chosen.push(queue[round]);
  return chosen;
});
writeFileSync(positionals[1], kept.map(({ line }) => `${line}\n`).join(''));
console.log(`${kept.length} cases`);

/** Cases that are answered with messages of the same templates, or, without errors, made the same way. */
function family({ from, expected }) {
  const messages = [...new Set(expected.errors.map(({ message }) => template(message)))].sort();
  return messages.length ? messages.slice(0, 3).join('\n') : from.split(' + ')[0];
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const it of list) {
    const key = keyOf(it);
    groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  return groups;
}
