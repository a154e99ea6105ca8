import { expect, test } from 'vitest';
import { inContext, marked, ranged } from './marks';

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

test('words stand in their context, and dots tell where it was cut', () => {
  const passage = { text: 'дни 😀. Он сказал: мир. Потом у', startOffset: 10, endOffset: 41, length: 90 };
  expect(inContext(passage, 17, 26)).toEqual({ before: '… 😀. ', words: 'Он сказал', after: ': мир. Потом …' });
  expect(inContext({ ...passage, startOffset: 0, endOffset: 31, length: 31 }, 7, 16)).toEqual({
    before: 'дни 😀. ',
    words: 'Он сказал',
    after: ': мир. Потом у',
  });
});

test('a script without spaces is cut between its signs', () =>
  expect(inContext({ text: '他说和平到来', startOffset: 4, endOffset: 10, length: 30 }, 6, 8)).toEqual({
    before: '…他说',
    words: '和平',
    after: '到来…',
  }));

test('a passage without the words is none', () =>
  expect(inContext({ text: 'abc', startOffset: 4, endOffset: 7, length: 9 }, 3, 5)).toBeUndefined());
