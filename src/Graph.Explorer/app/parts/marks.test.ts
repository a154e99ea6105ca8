import { expect, test } from 'vitest';
import { marked, ranged } from './marks';

test('names are marked as whole words, the longer first, in any case and script', () => {
  const parts = marked('Russia’s army and RUSSIA, not Russian; Россия', [
    { text: 'Russia', role: 'by' },
    { text: 'Russia’s army', role: 'against' },
    { text: 'Россия', role: 'by' },
  ]);
  expect(parts.filter((part) => part.role)).toEqual([
    { text: 'Russia’s army', role: 'against' },
    { text: 'RUSSIA', role: 'by' },
    { text: 'Россия', role: 'by' },
  ]);
  expect(parts.map((part) => part.text).join('')).toBe('Russia’s army and RUSSIA, not Russian; Россия');
});

test('signs of patterns in a name are only signs', () =>
  expect(marked('a (b) c', [{ text: '(b)', role: 'by' }])).toEqual([{ text: 'a ' }, { text: '(b)', role: 'by' }, { text: ' c' }]));

test('ranges count code points, not halves of them', () =>
  expect(ranged('😀ab c', [{ start: 1, end: 3 }])).toEqual([
    { text: '😀', isHit: false },
    { text: 'ab', isHit: true },
    { text: ' c', isHit: false },
  ]));
