import { expect, test } from 'vitest';
import { bibtex, csl, plain, type Cited } from './citation';

const CITED: Cited = {
  id: 'tass/2025 é',
  quote: 'Ukraine “stalls” & 100% {sure}',
  title: 'A_title\\with $igns',
  publisher: 'TASS',
  published: '2025-06-07',
  url: 'https://example.org/a?b={c}',
  kind: 'ARTICLE',
  language: 'en',
};

test('a footnote names who published what and when, and when it was read', () =>
  expect(plain(CITED, '2025-07-01')).toBe(
    '“Ukraine “stalls” & 100% {sure}” TASS: “A_title\\with $igns”, 2025-06-07. https://example.org/a?b={c} (accessed 2025-07-01).',
  ));

test('BibTeX escapes what TeX takes for its own', () => {
  const entry = bibtex(CITED, '2025-07-01');
  expect(entry).toContain('@misc{tass2025e,');
  expect(entry).toContain('title = {{A\\_title\\textbackslash{}with \\$igns}}');
  expect(entry).toContain("note = {``Ukraine “stalls” \\& 100\\% \\{sure\\}''}");
  expect(entry).toContain('url = {https://example.org/a?b=%7Bc%7D}');
});

test('CSL-JSON is an item that reads as JSON', () =>
  expect(JSON.parse(csl(CITED, '2025-07-01'))[0]).toMatchObject({
    type: 'article-newspaper',
    publisher: 'TASS',
    issued: { 'date-parts': [[2025, 6, 7]] },
    accessed: { 'date-parts': [[2025, 7, 1]] },
  }));

test('what is not known is left out', () => {
  const bare = { id: '', quote: 'q', title: 't' };
  expect(plain(bare, '2025-07-01')).toBe('“q” “t”.');
  expect(bibtex(bare, '2025-07-01')).toBe("@misc{evidence,\n  title = {{t}},\n  note = {``q''}\n}");
  expect(JSON.parse(csl(bare, '2025-07-01'))[0]).not.toHaveProperty('URL');
});
