import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Where the reader is: everything that a page shows follows from it. */
export interface Route {
  path: string[];
  params: URLSearchParams;
}

/** The path that the server stands at, which comes before every address; usually none. */
export const base: string = globalThis.document?.documentElement.dataset['base'] ?? '';

/** The address of this page without that path. */
const here = (): string => location.pathname.slice(base.length) || '/';

const read = (): Route => ({
  path: here().split('/').filter(Boolean).map(decoded),
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
  history[replace ? 'replaceState' : 'pushState'](null, '', base + address);
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
  return here() + (text ? `?${text}` : '');
}

/** Follows links within the explorer without loading the page anew. */
export function followLinks(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    const props = vnode.props as { href?: unknown };
    if (base && vnode.type === 'a' && typeof props.href === 'string' && props.href.startsWith('/')) props.href = base + props.href;
    before?.(vnode);
  };
  addEventListener('popstate', changed);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (!`${link.pathname}/`.startsWith(`${base}/`)) return;
    const path = link.pathname.slice(base.length) || '/';
    const first = path.split('/')[1] ?? '';
    // The editor has a policy of its own, which comes with a document of its own.
    if (!PAGES.has(first) || first === 'query' || route().path[0] === 'query') return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    go(path + link.search);
  });
}

export const PAGES = new Set([
  '',
  'actor',
  'pair',
  'act',
  'event',
  'node',
  'matrix',
  'timeline',
  'threads',
  'paths',
  'search',
  'query',
  'licences',
]);
