import { useEffect, useRef, useState } from 'preact/hooks';
import { domain } from './domain';
import { NoKeyError, request } from './key';

/** What went wrong, in words for a reader, and whether trying again may help. */
export class AskError extends Error {
  constructor(
    message: string,
    readonly isAway: boolean,
  ) {
    super(message);
  }
}

/** Answers that are kept, so that Back shows at once what was there. */
const KEPT_ANSWERS = 80;
/** How long an answer is as good as new; imports go on while people read. */
const KEPT_MS = 5 * 60_000;
/** How often it is looked whether a server that was away is back. */
const RETRY_MS = 3_000;

const kept = new Map<string, { at: number; data: unknown }>();

interface Fault {
  message: string;
  extensions?: { code?: string; requestId?: string };
}

/** Asks the API. Queries are written in the words of the domain that ships; those of another domain are put in its words first. */
export async function ask<T>(query: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<T> {
  const key = `${query}\n${JSON.stringify(variables)}`;
  const known = kept.get(key);
  if (known && Date.now() - known.at < KEPT_MS) return known.data as T;
  const asked = domain().isShipped ? { query, variables } : (await import('./adapt')).adapt(query, variables);
  const data = await post<T>(await asked, signal);
  kept.set(key, { at: Date.now(), data });
  if (kept.size > KEPT_ANSWERS) kept.delete(kept.keys().next().value!);
  return data;
}

export async function post<T>(body: { query: string; variables: Record<string, unknown> }, signal?: AbortSignal): Promise<T> {
  let answer: Response;
  try {
    answer = await request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify(body),
      signal,
    });
  } catch (fault) {
    if ((fault as Error).name === 'AbortError') throw fault;
    if (fault instanceof NoKeyError) throw new AskError(fault.message, false);
    throw new AskError('The server does not answer. Is it running, and is the network there?', true);
  }
  const result = (await answer.json().catch(() => null)) as { data?: T | null; errors?: Fault[] } | null;
  if (result?.errors?.length) {
    const [fault] = result.errors as [Fault];
    const isAway = answer.status === 429 || answer.status >= 500 || fault.extensions?.code === 'STORE_UNAVAILABLE';
    const id = fault.extensions?.requestId;
    throw new AskError(id ? `${fault.message} (Request ${id})` : fault.message, isAway);
  }
  if (!result?.data)
    throw new AskError(`The server answered ${answer.status} without data. Try again.`, answer.status >= 500 || answer.status === 429);
  return result.data;
}

export interface Asked<T> {
  data?: T;
  error?: AskError;
  loading: boolean;
  again: () => void;
}

/** What a query answers; the last answer stays while the next is asked for. A null query asks nothing. */
export function useAnswer<T>(query: string | null, variables: Record<string, unknown> = {}): Asked<T> {
  const key = query === null ? null : `${query}\n${JSON.stringify(variables)}`;
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ key?: string | null; data?: T; error?: AskError; loading: boolean }>({ loading: key !== null });
  const about = useRef<string | null>(null);
  useEffect(() => {
    if (query === null) return setState({ loading: false });
    const ending = new AbortController();
    let retry: ReturnType<typeof setTimeout> | undefined;
    setState((before) => ({ ...before, data: about.current === query ? before.data : undefined, error: undefined, loading: true }));
    about.current = query;
    ask<T>(query, variables, ending.signal).then(
      (data) => !ending.signal.aborted && setState({ key, data, loading: false }),
      (fault: Error) => {
        if (ending.signal.aborted) return;
        const error = fault instanceof AskError ? fault : new AskError(fault.message, false);
        setState((before) => ({ ...before, error, loading: false }));
        if (error.isAway) retry = setTimeout(() => setTurn((count) => count + 1), RETRY_MS);
      },
    );
    return () => {
      ending.abort();
      clearTimeout(retry);
    };
  }, [key, turn]);
  return { ...state, again: () => setTurn((count) => count + 1) };
}
