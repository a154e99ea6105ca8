import { GraphiQL } from 'graphiql';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { request } from '../key';
import { base } from '../route';
import 'graphiql/graphiql.css';
import './editor.css';

/** Typing rests this long before the address is written. */
const REST_MS = 400;

interface Opened {
  load: (query: string) => void;
  close: () => void;
}

/** Opens the editor with what the address says; what is typed goes into the address. */
export function open(place: HTMLElement, params: URLSearchParams): Opened {
  const root = createRoot(place);
  const given = { query: params.get('query') ?? undefined, variables: params.get('variables') ?? undefined };
  let show: (query: string) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (name: string, value: string) => {
    params.set(name, value);
    clearTimeout(timer);
    timer = setTimeout(() => history.replaceState(null, '', `${base}/query?${params}`), REST_MS);
  };
  const fetcher = createGraphiQLFetcher({ url: `${base}/graphql`, fetch: (_, init) => request('/graphql', init) });

  function Editor() {
    const [shown, setShown] = useState({ ...given, turn: 0 });
    show = (query) => {
      keep('variables', '');
      keep('query', query);
      setShown({ query, variables: '', turn: shown.turn + 1 });
    };
    return createElement(GraphiQL, {
      key: shown.turn,
      fetcher,
      query: shown.query,
      variables: shown.variables,
      defaultQuery: '{\n  counts { type count }\n}\n',
      defaultEditorToolsVisibility: shown.variables ? 'variables' : undefined,
      onEditQuery: (query: string) => keep('query', query),
      onEditVariables: (variables: string) => keep('variables', variables),
    });
  }

  root.render(createElement(Editor));
  return { load: (query) => show(query), close: () => root.unmount() };
}
