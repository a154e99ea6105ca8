import { useEffect, useState } from 'preact/hooks';

/** Where the reader is: everything that a page shows follows from it. */
export interface Route {
  path: string[];
  params: URLSearchParams;
}

const read = (): Route => ({
  path: location.pathname.split('/').filter(Boolean).map(decoded),
  params: new URLSearchParams(location.search),
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const listeners = new Set<() => void>();
let current: Route | undefined;

export const route = (): Route => (current ??= read());

export function useRoute(): Route {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = () => redraw((count) => count + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return route();
}

function changed(): void {
  current = read();
  for (const listener of [...listeners]) listener();
}

/** Goes to an address of the explorer; Back leads here again, unless it replaces. */
export function go(address: string, replace = false): void {
  const before = location.pathname;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  changed();
  if (!replace && location.pathname !== before) {
    scrollTo(0, 0);
    // Who listens to the page instead of looking at it is at its beginning too.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }));
  }
}

/** The address of this page with other parameters; null removes one. */
export function withParams(changes: Record<string, string | null>): string {
  const params = new URLSearchParams(route().params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return location.pathname + (text ? `?${text}` : '');
}

/** Follows links within the explorer without loading the page anew. */
export function followLinks(): void {
  addEventListener('popstate', changed);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    const first = link.pathname.split('/')[1] ?? '';
    // The editor has a policy of its own, which comes with a document of its own.
    if (!PAGES.has(first) || first === 'query' || route().path[0] === 'query') return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}

export const PAGES = new Set(['', 'actor', 'pair', 'act', 'event', 'node', 'matrix', 'timeline', 'threads', 'paths', 'search', 'query', 'licences']);
