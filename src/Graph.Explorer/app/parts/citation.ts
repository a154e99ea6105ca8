/** What a citation of evidence says: who published what, when and where, with the words. */
export interface Cited {
  quote: string;
  title: string;
  author?: string | null;
  publisher?: string | null;
  published?: string | null;
  url?: string | null;
  language?: string | null;
  kind?: string | null;
  id: string;
}

const parts = (day: string): number[] => day.slice(0, 10).split('-').map(Number);

/** In words, as a footnote has it. */
export function plain(of: Cited, accessed: string): string {
  const by = [of.author, of.publisher].filter(Boolean).join(', ');
  const where = of.url ? ` ${of.url} (accessed ${accessed}).` : '';
  return `“${of.quote}” ${by ? `${by}: ` : ''}“${of.title}”${of.published ? `, ${of.published}` : ''}.${where}`;
}

/** What TeX would take for its own, and braces. */
function tex(text: string): string {
  const named: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
  return text.replace(/[\\{}$&#%_~^]/g, (sign) => named[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
}

/** An entry for BibTeX; the key is made of what names the document. */
export function bibtex(of: Cited, accessed: string): string {
  const key = of.id.normalize('NFKD').replace(/[^\w:-]+/g, '') || 'evidence';
  const fields: [string, string | null | undefined][] = [
    ['title', `{${tex(of.title)}}`],
    ['author', of.author ? `{${tex(of.author)}}` : of.publisher ? `{${tex(of.publisher)}}` : null],
    ['organization', of.publisher && tex(of.publisher)],
    ['year', of.published?.slice(0, 4)],
    ['date', of.published],
    ['url', of.url?.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', of.url ? accessed : null],
    ['note', `\`\`${tex(of.quote)}''`],
  ];
  return `@misc{${key},\n${fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}}`)
    .join(',\n')}\n}`;
}

/** An item of CSL-JSON, as Zotero and pandoc read it. */
export function csl(of: Cited, accessed: string): string {
  const type =
    of.kind === 'SOCIAL_POST'
      ? 'post'
      : of.kind === 'OFFICIAL_RECORD'
        ? 'report'
        : of.kind === 'DATA_ROW'
          ? 'dataset'
          : 'article-newspaper';
  return JSON.stringify(
    [
      {
        id: of.id,
        type,
        title: of.title,
        ...(of.author && { author: [{ literal: of.author }] }),
        ...(of.publisher && { publisher: of.publisher, 'container-title': of.publisher }),
        ...(of.published && { issued: { 'date-parts': [parts(of.published)] } }),
        ...(of.url && { URL: of.url, accessed: { 'date-parts': [parts(accessed)] } }),
        ...(of.language && { language: of.language }),
        note: `“${of.quote}”`,
      },
    ],
    null,
    2,
  );
}
