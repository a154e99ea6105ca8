import { useEffect, useState } from 'preact/hooks';
import { ask, useAnswer } from '../api';
import { pageOf, words } from '../domain';
import { address } from '../filter';
import query from '../queries/search.graphql';
import { useRoute, withParams } from '../route';
import type { SearchQuery } from '../types';
import { ranged } from '../parts/marks';
import { Page, useTitle } from '../parts/page';
import { SearchBox } from '../parts/searchbox';
import { Answer, Empty } from '../parts/states';
import { Text, languageOf, number } from '../parts/text';

const HITS_A_PAGE = 25;

export function SearchPage() {
  const { params } = useRoute();
  const text = params.get('q') ?? '';
  const types = params.get('types') ?? '';
  useTitle(text ? `“${text}”` : 'Search');
  const hasWords = /[\p{L}\p{N}]/u.test(text);
  const variables = { text, types: types ? types.split(',') : undefined, first: HITS_A_PAGE };
  const answer = useAnswer<SearchQuery>(hasWords ? query : null, variables);
  const all = useAnswer<SearchQuery>(hasWords && types ? query : null, { text, first: 1 });
  return (
    <Page
      title={
        text ? (
          <>
            Search for “<Text>{text}</Text>”
          </>
        ) : (
          'Search'
        )
      }
    >
      {!hasWords && (
        <Empty>
          <SearchBox focus={!text} />
          <p>
            Type a name in any script or spelling, or some words; <code>"words together"</code> and <code>-without</code> narrow it.
          </p>
        </Empty>
      )}
      {hasWords && (
        <Answer of={answer} asking={`what holds “${text}”`}>
          {(data) => (
            <div class="search-page">
              <Facets of={all.data ?? data} chosen={types} />
              <Hits first={data} variables={variables} text={text} />
            </div>
          )}
        </Answer>
      )}
    </Page>
  );
}

function Facets({ of, chosen }: { of: SearchQuery; chosen: string }) {
  const total = of.found.facets.reduce((sum, facet) => sum + facet.count, 0);
  if (total === 0) return null;
  return (
    <nav aria-label="Types found" class="facets">
      <a href={withParams({ types: null })} aria-current={!chosen ? 'true' : undefined}>
        everything <span class="quiet">{number(total)}</span>
      </a>
      {of.found.facets.map((facet) => (
        <a key={facet.type} href={withParams({ types: facet.type })} aria-current={chosen === facet.type ? 'true' : undefined}>
          {words(facet.type)} <span class="quiet">{number(facet.count)}</span>
        </a>
      ))}
    </nav>
  );
}

function Hits({ first, variables, text }: { first: SearchQuery; variables: Record<string, unknown>; text: string }) {
  const [pages, setPages] = useState<SearchQuery[]>([]);
  const [fault, setFault] = useState('');
  useEffect(() => setPages([]), [first]);
  const all = [first, ...pages];
  const hits = all.flatMap((page) => page.found.hits);
  const { hasNextPage, endCursor } = all.at(-1)!.found.pageInfo;
  const more = () =>
    ask<SearchQuery>(query, { ...variables, after: endCursor }).then(
      (page) => setPages([...pages, page]),
      (error: Error) => setFault(error.message),
    );
  return (
    <div>
      {hits.length === 0 && (
        <Empty>
          <p>Nothing holds all of these words. Leave one out, or type only the beginning of a name.</p>
        </Empty>
      )}
      {first.found.suggestions.length > 0 && (
        <p>
          Did you mean{' '}
          {first.found.suggestions.map((one, index) => (
            <span key={one}>
              {index > 0 && ', '}
              <a href={address('/search', { q: one })}>
                <Text>{one}</Text>
              </a>
            </span>
          ))}
          ?
        </p>
      )}
      {hits.length > 0 && (
        <p class="quiet count">
          {number(hits.length)} of {number(first.found.totalCount)} for “{text}”
        </p>
      )}
      <ol class="hits">
        {hits.map((hit) => (
          <li key={hit.type + hit.id}>
            <h2>
              <a href={address(pageOf(hit.type, hit.id))}>
                <Text>{hit.caption}</Text>
              </a>{' '}
              <span class="kind">{words(hit.type)}</span>
            </h2>
            {hit.fields
              .filter((field) => field.snippet !== hit.caption)
              .map((field) => (
                <p key={field.name} class="snippet">
                  <span class="quiet">{words(field.name)}: </span>
                  <bdi lang={languageOf(field.snippet)}>
                    {ranged(field.snippet, field.ranges).map((part, index) =>
                      part.isHit ? <mark key={index}>{part.text}</mark> : part.text,
                    )}
                  </bdi>
                </p>
              ))}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <p>
          <button type="button" onClick={() => void more()}>
            Show {HITS_A_PAGE} more
          </button>
        </p>
      )}
      {fault && (
        <p role="alert" class="problem">
          {fault}
        </p>
      )}
    </div>
  );
}
