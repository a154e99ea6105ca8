/** How a party is named in a text. */
export interface Surface {
  text: string;
  role: 'by' | 'against';
}

/** Cuts a text where it names a party, so that the names can be marked; the longer of two that begin alike counts. */
export function marked(text: string, surfaces: Surface[]): { text: string; role?: 'by' | 'against' }[] {
  const known = surfaces.filter((surface) => surface.text.trim().length > 1).sort((a, b) => b.text.length - a.text.length);
  if (known.length === 0) return [{ text }];
  const escaped = known.map((surface) => surface.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const parts: { text: string; role?: 'by' | 'against' }[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    const found = match[0].toLowerCase();
    parts.push({ text: match[0], role: known.find((surface) => surface.text.toLowerCase() === found)?.role });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Cuts a text at ranges counted in code points, as the search tells them. */
export function ranged(text: string, ranges: { start: number; end: number }[]): { text: string; isHit: boolean }[] {
  const signs = [...text];
  const parts: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    if (start > at) parts.push({ text: signs.slice(at, start).join(''), isHit: false });
    parts.push({ text: signs.slice(start, end).join(''), isHit: true });
    at = end;
  }
  if (at < signs.length) parts.push({ text: signs.slice(at).join(''), isHit: false });
  return parts;
}

/** A part of a text, as the API tells it: places are counted in code points. */
export interface Passage {
  text: string;
  startOffset: number;
  endOffset: number;
  length: number;
}

/** A word at the end of a cut is left out with the cut, unless it is longer than words are. */
const LONGEST_WORD = 24;

/**
 * What stands before, in and after the words at a place of the text; undefined where the passage does not hold them. Where the text
 * goes on, that is told by dots in the place of the word that was cut.
 */
export function inContext(passage: Passage, start: number, end: number): { before: string; words: string; after: string } | undefined {
  if (start < passage.startOffset || end > passage.endOffset || end <= start) return undefined;
  const signs = [...passage.text];
  const part = (from: number, until: number) => signs.slice(from - passage.startOffset, until - passage.startOffset).join('');
  const before = part(passage.startOffset, start);
  const after = part(end, passage.endOffset);
  return {
    before: passage.startOffset > 0 ? `…${before.replace(new RegExp(`^\\S{1,${LONGEST_WORD}}(?=\\s)`, 'u'), '')}` : before,
    words: part(start, end),
    after: passage.endOffset < passage.length ? `${after.replace(new RegExp(`(?<=\\s)\\S{1,${LONGEST_WORD}}$`, 'u'), '')}…` : after,
  };
}
