// Chooses the cases that the tests keep, without those where the engine differs on purpose, short ones before long ones: first every template of messages, some times over; then
// every combination of them, and of the ways in which cases without errors are made.
//   node keep.mjs CASES.jsonl KEPT.jsonl [--count N]      CASES: with their answers (answer.mjs)
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deviationOf } from './deviations.mjs';
import { template } from './template.mjs';

const SHARES = { parse: 0.18, parseSchema: 0.12, validateSchema: 0.2, validate: 0.27, execute: 0.23 };
const TIMES_A_TEMPLATE = 2;
const TIMES_A_COMBINATION = 8;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: 'string', default: '2000' } } });
if (positionals.length !== 2) {
  console.error('usage: node keep.mjs CASES.jsonl KEPT.jsonl [--count N]');
  process.exit(2);
}

const rows = readFileSync(positionals[0], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => ({ line, ...JSON.parse(line) }))
  .filter((row) => !deviationOf(row))
  .toSorted((a, b) => a.line.length - b.line.length);

/** Which messages the answer has; for one without errors, how the case was made. */
function kinds({ from, expected }) {
  const messages = [...new Set(expected.errors.map(({ message }) => template(message)))].sort();
  return messages.length ? messages : [from.split(' + ')[0]];
}

const kept = Object.entries(SHARES).flatMap(([mode, share]) => {
  const candidates = rows.filter((row) => row.mode === mode).map((row) => ({ row, kinds: kinds(row) }));
  const chosen = new Set();
  const choose = (times, keysOf) => {
    const counts = new Map();
    for (const { row, kinds } of candidates) {
      if (chosen.size >= share * values.count) return;
      const keys = keysOf(kinds);
      if (keys.every((key) => (counts.get(key) ?? 0) >= times)) continue;
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      chosen.add(row);
    }
  };
  choose(TIMES_A_TEMPLATE, (kinds) => kinds);
  choose(TIMES_A_COMBINATION, (kinds) => [kinds.join('\n')]);
  choose(Infinity, (kinds) => kinds);
  return [...chosen];
});
writeFileSync(positionals[1], kept.map(({ line }) => `${line}\n`).join(''));
console.log(`${kept.length} cases`);
