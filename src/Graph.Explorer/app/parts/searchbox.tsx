import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../api';
import { pageOf, words } from '../domain';
import { address } from '../filter';
import query from '../queries/search.graphql';
import { go, route } from '../route';
import type { SearchQuery } from '../types';
import { Text } from './text';

/** Typing rests this long before names are asked for. */
const REST_MS = 120;
const SUGGESTIONS = 8;

type Hit = SearchQuery['found']['hits'][number];

let boxes = 0;

/** A box for words, with names to choose from as one types (the combobox of the ARIA practices). */
export function SearchBox({
  focus,
  types,
  choose,
  label = 'Search names and words',
  value,
}: {
  focus?: boolean;
  types?: string[];
  choose?: (hit: Hit) => void;
  label?: string;
  value?: string;
}) {
  const [id] = useState(() => `search-${++boxes}`);
  const [text, setText] = useState(value ?? (route().path[0] === 'search' ? (route().params.get('q') ?? '') : ''));
  const [hits, setHits] = useState<Hit[]>([]);
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef(false);

  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  useEffect(() => {
    if (value !== undefined) setText(value);
  }, [value]);
  useEffect(() => {
    if (!typed.current) return;
    const ending = new AbortController();
    const timer = setTimeout(() => {
      if (!/[\p{L}\p{N}]/u.test(text)) return setHits([]);
      ask<SearchQuery>(query, { text, types, first: SUGGESTIONS }, ending.signal).then(
        ({ found }) => {
          setHits(found.hits);
          setAt(-1);
          setOpen(true);
        },
        () => setHits([]),
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [text]);

  function take(hit: Hit) {
    setOpen(false);
    typed.current = false;
    if (choose) {
      setText(hit.caption);
      choose(hit);
    } else {
      setText('');
      go(address(pageOf(hit.type, hit.id)));
    }
  }

  function submit(event: Event) {
    event.preventDefault();
    const chosen = hits[at] ?? (choose ? hits[0] : undefined);
    if (open && chosen) return take(chosen);
    if (choose || !text.trim()) return;
    setOpen(false);
    go(address('/search', { q: text.trim() }));
  }

  function key(event: KeyboardEvent) {
    if (event.key === 'Escape') setOpen(false);
    if (!open || hits.length === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    setAt((now) => (event.key === 'ArrowDown' ? ((now + 2) % (hits.length + 1)) - 1 : ((now + hits.length + 1) % (hits.length + 1)) - 1));
  }

  const shown = open && hits.length > 0;
  return (
    <form class="searchbox" role="search" aria-label={label} onSubmit={submit}>
      <input
        ref={input}
        type="search"
        id={id}
        value={text}
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        onInput={(event) => {
          typed.current = true;
          setText(event.currentTarget.value);
        }}
        onKeyDown={key}
        // What was chosen before is typed over, not added to.
        onFocus={(event) => choose && event.currentTarget.select()}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Found" hidden={!shown}>
        {hits.map((hit, index) => (
          <li
            key={hit.type + hit.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(hit)}
          >
            <Text class="caption">{hit.caption}</Text> <span class="quiet">{words(hit.type)}</span>
          </li>
        ))}
      </ul>
    </form>
  );
}
