import { useAnswer } from '../api';
import { acts, countOfActs, domain, pageOf, partyTypes, words } from '../domain';
import { address, where } from '../filter';
import chainsQuery from '../queries/chains.graphql';
import namesQuery from '../queries/names.graphql';
import waysQuery from '../queries/ways.graphql';
import { go, route, withParams } from '../route';
import type { ChainsQuery, NamesQuery, WaysQuery } from '../types';
import { Quote } from '../parts/acts';
import { AsQuery } from '../parts/asquery';
import { Page, Section, useTitle } from '../parts/page';
import { SearchBox } from '../parts/searchbox';
import { Answer, Empty } from '../parts/states';
import { Day, Name, Text, number, type Named } from '../parts/text';

const CHAINS = 12;
const WAYS = 6;

export function PathsPage() {
  useTitle('Paths');
  const { params } = route();
  const [a, b] = [params.get('a') ?? '', params.get('b') ?? ''];
  const names = useAnswer<NamesQuery>(domain().act && (a || b) ? namesQuery : null, { ids: [a, b].filter(Boolean) });
  if (!domain().act)
    return (
      <Page title="Paths">
        <Empty>
          Paths are asked between those who act, and the ontology of this graph names no act. The query page knows <code>paths</code>{' '}
          between nodes of any type.
        </Empty>
      </Page>
    );
  const [one, other] = [a, b].map((id) => names.data?.parties.find((party) => party.id === id));
  const set = (name: string) => (hit: { id: string }) => go(withParams({ [name]: hit.id }));
  return (
    <Page
      title={
        one && other ? (
          <>
            How <Text>{one.name}</Text> is connected to <Text>{other.name}</Text>
          </>
        ) : (
          'How two are connected'
        )
      }
    >
      <div class="two-boxes" aria-busy={names.loading}>
        <SearchBox types={searchable()} choose={set('a')} label="From" value={one?.name ?? a} focus={!a} />
        <button type="button" class="plain" aria-label="Exchange the two" onClick={() => go(withParams({ a: b, b: a }))}>
          ⇄
        </button>
        <SearchBox types={searchable()} choose={set('b')} label="To" value={other?.name ?? b} focus={!!a && !b} />
      </div>
      {(!a || !b) && (
        <Empty>
          <p>Choose two by their names, to see by which {acts()} one leads to the other.</p>
        </Empty>
      )}
      {names.error && (
        <p class="problem" role="alert">
          {names.error.message}
        </p>
      )}
      {names.data && a && !one && (
        <p class="problem" role="alert">
          Nobody has the id “{a}”.
        </p>
      )}
      {names.data && b && !other && (
        <p class="problem" role="alert">
          Nobody has the id “{b}”.
        </p>
      )}
      {one && other && a === b && (
        <Empty>
          <p>Both are the same.</p>
        </Empty>
      )}
      {one && other && a !== b && <Between one={one} other={other} />}
    </Page>
  );
}

const searchable = (): string[] => (domain().isShipped ? ['Actor'] : partyTypes());

function Between({ one, other }: { one: Named; other: Named }) {
  const undirected = route().params.get('undirected') === '1';
  const chains = { from: one.id, to: other.id, where: where(), directed: !undirected, lengths: 1, limit: CHAINS };
  const ways = { from: { type: one.__typename, id: one.id }, to: { type: other.__typename, id: other.id }, limit: WAYS };
  const chainAnswer = useAnswer<ChainsQuery>(domain().act!.chains ? chainsQuery : null, chains);
  const wayAnswer = useAnswer<WaysQuery>(waysQuery, ways);
  return (
    <>
      {domain().act!.chains && (
        <Section
          title={`By ${acts()}`}
          id="chains"
          aside={
            <label>
              <input
                type="checkbox"
                checked={undirected}
                onChange={(event) => go(withParams({ undirected: event.currentTarget.checked ? '1' : null }))}
              />{' '}
              in either direction
            </label>
          }
        >
          <Answer of={chainAnswer} asking="the chains between them">
            {(data) => <Chains of={data.chains} />}
          </Answer>
          <AsQuery query={chainsQuery} variables={chains} />
        </Section>
      )}
      <Section title="By any relationship" id="ways">
        <Answer of={wayAnswer} asking="the paths between them">
          {(data) => <Ways of={data.ways} />}
        </Answer>
        <AsQuery query={waysQuery} variables={ways} cypher={() => wayScript(one, other)} />
      </Section>
    </>
  );
}

const wayScript = (one: Named, other: Named): string =>
  `MATCH path = allShortestPaths((a:${one.__typename} {id: ${JSON.stringify(one.id)}})-[*..6]-(b:${other.__typename} {id: ${JSON.stringify(other.id)}}))\nRETURN path LIMIT ${WAYS};`;

const BOUNDS: Record<string, string> = {
  LIMIT: 'There are more of this length.',
  LENGTH: 'None is found that is short enough.',
  EXPANSIONS: 'The search looked at as many steps as it may; there may be others.',
  TIME: 'The search took as long as it may; there may be others.',
};

function Chains({ of }: { of: ChainsQuery['chains'] }) {
  if (of.chains.length === 0)
    return (
      <Empty>
        <p>
          No chain of {acts()} leads from one to the other{of.bound ? `. ${BOUNDS[of.bound]}` : '.'} Look in either direction, or take a
          condition out of the filter.
        </p>
      </Empty>
    );
  return (
    <>
      <p class="quiet count">
        {number(of.chains.length)} {of.chains.length === 1 ? 'chain' : 'chains'} of {of.chains[0]!.length}{' '}
        {of.chains[0]!.length === 1 ? 'step' : 'steps'}. {of.bound ? BOUNDS[of.bound] : 'There are no others as short.'}
      </p>
      <ol class="chains">
        {of.chains.map((chain, index) => (
          <li key={index}>
            <ol>
              {chain.steps.map((step) => (
                <li key={step.by.id + step.against.id}>
                  <p class="parties">
                    <Name of={step.by} role="by" />
                    <span class="to" aria-label="against">
                      {' '}
                      →{' '}
                    </span>
                    <Name of={step.against} role="against" />{' '}
                    <a class="small" href={address(`/pair/${encodeURIComponent(step.by.id)}/${encodeURIComponent(step.against.id)}`)}>
                      {countOfActs(step.count)}
                    </a>
                  </p>
                  {step.acts.map((one) => (
                    <div key={one.id}>
                      <a href={address(pageOf(domain().act!.type, one.id))}>
                        <Text>{one.caption}</Text>
                      </a>{' '}
                      <span class="quiet small">
                        <Day of={one.on} short />
                      </span>
                      <Quote reports={one.reports as never} />
                    </div>
                  ))}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}

function Ways({ of }: { of: WaysQuery['ways'] }) {
  if (of.paths.length === 0)
    return (
      <Empty>
        <p>They are not connected{of.bound ? `, as far as was looked. ${BOUNDS[of.bound]}` : ' at all.'}</p>
      </Empty>
    );
  return (
    <>
      <p class="quiet count">
        {number(of.paths.length)} {of.paths.length === 1 ? 'path' : 'paths'} of {of.paths[0]!.length}{' '}
        {of.paths[0]!.length === 1 ? 'step' : 'steps'}. {of.bound ? BOUNDS[of.bound] : 'There are no others as short.'}
      </p>
      <ol class="ways">
        {of.paths.map((path, index) => (
          <li key={index}>
            {path.nodes.map((node, at) => (
              <span key={at}>
                {at > 0 && (
                  <span class="quiet small">
                    {' '}
                    {path.steps[at - 1]!.direction === 'OUT' ? '—' : '←'} {words(path.steps[at - 1]!.relationship)}{' '}
                    {path.steps[at - 1]!.direction === 'OUT' ? '→' : '—'}{' '}
                  </span>
                )}
                <a class="name" href={address(pageOf(node.type, node.id))} title={words(node.type)}>
                  <Text>{node.caption}</Text>
                </a>
              </span>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
