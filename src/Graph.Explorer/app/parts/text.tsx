import type { ComponentChildren } from 'preact';
import { pageOf } from '../domain';
import { address } from '../filter';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LANGUAGES: [RegExp, string][] = [
  [/[\u3040-\u30ff]/, 'ja'],
  [/[\uac00-\ud7af]/, 'ko'],
  [/[\u4e00-\u9fff]/, 'zh'],
  [/[\u0e00-\u0e7f]/, 'th'],
  [/[\u1780-\u17ff]/, 'km'],
  [/[іїєґІЇЄҐ]/, 'uk'],
  [/[\u0400-\u04ff]/, 'ru'],
  [/[\u0590-\u05ff]/, 'he'],
  [/[\u0600-\u06ff]/, 'ar'],
  [/[\u0370-\u03ff]/, 'el'],
];

/** The language that the script of a text speaks for; undefined where it is that of the page. */
export const languageOf = (text: string): string | undefined => LANGUAGES.find(([script]) => script.test(text))?.[1];

/** Text of the graph as it is, told to be in its own direction and language. */
export function Text({ children, lang, class: name }: { children: string; lang?: string | null; class?: string }) {
  return (
    <bdi class={name} lang={lang ?? languageOf(children)} dir={RIGHT_TO_LEFT.test(children.slice(0, 40)) ? 'rtl' : 'auto'}>
      {children}
    </bdi>
  );
}

export interface Named {
  __typename: string;
  id: string;
  name: string;
}

/** A node by its name, leading to its page under the same filter. */
export function Name({ of, role }: { of: Named; role?: 'by' | 'against' }) {
  return (
    <a class={`name ${role ?? ''}`} href={address(pageOf(of.__typename, of.id))}>
      <Text>{of.name}</Text>
    </a>
  );
}

/** Names one after the other, as far as a line has room for them. */
export function Names({
  of,
  role,
  most = 4,
  none = 'nobody named',
}: {
  of: Named[];
  role?: 'by' | 'against';
  most?: number;
  none?: string;
}) {
  if (of.length === 0) return <span class="quiet">{none}</span>;
  const parts: ComponentChildren[] = [];
  of.slice(0, most).forEach((one, index) => {
    if (index > 0) parts.push(index === of.length - 1 ? ' and ' : ', ');
    parts.push(<Name key={one.id} of={one} role={role} />);
  });
  if (of.length > most) parts.push(` and ${of.length - most} more`);
  return <span>{parts}</span>;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2025-06-07` → `7 June 2025`, without a clock or a zone in between. */
export function dayText(day: string | null | undefined, short = false): string {
  const match = /^(-?\d{4,})-(\d{2})-(\d{2})/.exec(day ?? '');
  if (!match) return 'undated';
  const month = MONTHS[Number(match[2]) - 1] ?? match[2]!;
  return `${Number(match[3])} ${short ? month.slice(0, 3) : month} ${match[1]}`;
}

export function Day({ of, short }: { of: string | null | undefined; short?: boolean }) {
  return of ? <time dateTime={of}>{dayText(of, short)}</time> : <span class="quiet">undated</span>;
}

/** `3 March 2025 to 9 June 2025`, or one day. */
export function Span({ first, last }: { first?: string | null; last?: string | null }) {
  if (!first) return <span class="quiet">undated</span>;
  return first === last || !last ? (
    <Day of={first} short />
  ) : (
    <>
      <Day of={first} short /> to <Day of={last} short />
    </>
  );
}

export const number = (value: number): string => value.toLocaleString('en');

/** An address that is safe to follow: graphs hold what others wrote. */
export const safeUrl = (url: string | null | undefined): string | undefined => (url && /^https?:\/\//i.test(url) ? url : undefined);

/** A text cut after so many signs, never within one, and told to be cut. */
export function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
