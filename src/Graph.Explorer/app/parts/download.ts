import { hasKey, request } from '../key';
import { base } from '../route';
import { say } from './states';

/** Gives the reader a file to keep. */
export function download(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  say(`${name} is saved.`);
}

/** Saves the server's file that a link leads to, where the server asks for a key, which a link does not show. */
export function takeWithKey(event: MouseEvent): void {
  if (!hasKey()) return;
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  say('The file is being made.');
  take(link.pathname.slice(base.length) + link.search).catch((fault: Error) => say(`The file is not saved: ${fault.message}`));
}

async function take(address: string): Promise<void> {
  const answer = await request(address);
  if (!answer.ok) {
    const told = (await answer.json().catch(() => null)) as { errors?: { message: string }[] } | null;
    throw new Error(told?.errors?.[0]?.message ?? `the server answered ${answer.status}.`);
  }
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'graph';
  download(name, answer.headers.get('content-type') ?? '', await answer.blob());
}

/** Rows as RFC 4180 has them; cells that a spreadsheet would run as formulas get an apostrophe before them. */
export function csv(rows: (string | number | null | undefined)[][]): string {
  const cell = (value: string | number | null | undefined) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return String(value);
    const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
