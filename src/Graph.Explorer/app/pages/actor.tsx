import { useState } from 'preact/hooks';
import { useAnswer } from '../api';
import { act, acts, countOfActs, domain, sentence, words } from '../domain';
import { address, involves, kinds, where } from '../filter';
import { GephiLite } from '../picture/gephilite';
import { Picture } from '../picture/later';
import counterpartsQuery from '../queries/counterparts.graphql';
import query from '../queries/actor.graphql';
import { go, route, withParams } from '../route';
import type { Merged } from '../merged';
import type { ActorQuery, CounterpartsQuery, PairFragment } from '../types';
import { ActList } from '../parts/acts';
import { Page, Section, useTitle } from '../parts/page';
import { Answer, Empty } from '../parts/states';
import { Name, Names, Span, Text, dayText, number, type Named } from '../parts/text';
import { Timeline } from '../parts/timeline';

/** Pairs asked for; those with somebody who acts together with the actor are among them, and left out here. */
const PAIRS = 200;
/** Counterparts shown at first. */
const FIRST = 10;

type Party = Merged<ActorQuery['parties'][number]> & Named;

export function ActorPage({ path }: { path: string[] }) {
  const id = path[1] ?? '';
  const answer = useAnswer<ActorQuery>(domain().act ? query : null, { id });
  useTitle(answer.data?.parties[0]?.name);
  if (!domain().act)
    return (
      <Page title="Nobody acts here">
        <Empty>
          The ontology names no act, so nobody acts. <a href="/search">Search</a> for nodes of any type.
        </Empty>
      </Page>
    );
  return (
    <Answer of={answer} asking="this actor">
      {(data) =>
        data.parties.length === 0 ? (
          <Unknown id={id} what={words(domain().act!.party)} />
        ) : (
          <Shown of={data.parties[0]!} others={data.parties.slice(1)} />
        )
      }
    </Answer>
  );
}

export function Unknown({ id, what }: { id: string; what: string }) {
  const guess = id.replace(/[-_]+/g, ' ');
  return (
    <Page title={`No ${what} has the id “${id}”`}>
      <Empty>
        <p>
          It may be spelled in another way, or be in another graph. <a href={address('/search', { q: guess })}>Search for “{guess}”</a>.
        </p>
      </Empty>
    </Page>
  );
}

function Shown({ of, others }: { of: Party; others: Party[] }) {
  const { actor, counterpart } = domain().act!;
  const view = route().params.get('view') ?? 'both';
  const [made, received] = [involves('by', of.id), involves('against', of.id)];
  const condition = view === 'made' ? made : view === 'received' ? received : { OR: [made, received] };
  return (
    <Page
      kicker={
        <>
          {words(of.__typename)}
          {of.organizationKind ? `, ${words(of.organizationKind)}` : ''}
          {of.iso3 ? `, ${of.iso3}` : ''}
        </>
      }
      title={<Text>{of.name}</Text>}
    >
      <About of={of} others={others} />
      <Counterparts of={of} />
      {domain().act!.timeline && (
        <Section title="Over time" id="time">
          <Timeline where={where({ OR: [made, received] })} />
        </Section>
      )}
      <Section
        title={sentence(acts())}
        id="acts"
        aside={
          <div class="switch" role="group" aria-label={`Which ${acts()}`}>
            {[
              ['both', 'all'],
              ['made', `as ${words(actor)}`],
              ['received', `as ${words(counterpart)}`],
            ].map(([name, text]) => (
              <button
                key={name}
                type="button"
                aria-pressed={view === name}
                onClick={() => go(withParams({ view: name === 'both' ? null : name! }))}
              >
                {text}
              </button>
            ))}
          </div>
        }
      >
        <ActList where={where(condition)} none={`No ${act()} of or against ${of.name} matches the filter.`} />
      </Section>
      <Section title="Around" id="around" aside={<GephiLite id={of.id} />}>
        <Picture of={{ type: of.__typename, id: of.id }} />
      </Section>
    </Page>
  );
}

function About({ of, others }: { of: Party; others: Party[] }) {
  const offices = of.offices?.edges ?? [];
  return (
    <dl class="about">
      {(of.aliases?.length ?? 0) > 0 && (
        <div>
          <dt>Also</dt>
          <dd>
            {of.aliases!.map((alias, index) => (
              <span key={alias}>
                {index > 0 && ', '}
                <Text>{alias}</Text>
              </span>
            ))}
          </dd>
        </div>
      )}
      {offices.length > 0 && (
        <div>
          <dt>Offices</dt>
          <dd>
            <ul class="plain">
              {offices.map(({ node, properties }) => (
                <li key={node.id + properties.since}>
                  <Text>{node.title}</Text>
                  {node.of.length > 0 && (
                    <>
                      , <Names of={node.of} />
                    </>
                  )}
                  <span class="quiet">
                    {' '}
                    {properties.since || properties.until
                      ? `${properties.since ? `since ${dayText(properties.since, true)}` : ''}${properties.until ? ` until ${dayText(properties.until, true)}` : ''}`
                      : 'days not known'}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {(of.belongsTo?.length ?? 0) > 0 && (
        <div>
          <dt>Belongs to</dt>
          <dd>
            <Names of={of.belongsTo!} />
          </dd>
        </div>
      )}
      {of.bodies && of.bodies.totalCount > 0 && (
        <div>
          <dt>Bodies</dt>
          <dd>
            <Several of={of.bodies} />
          </dd>
        </div>
      )}
      {of.events && of.events.totalCount > 0 && (
        <div>
          <dt>Took part in</dt>
          <dd>
            <Several of={of.events} />
          </dd>
        </div>
      )}
      {of.born && (
        <div>
          <dt>Born</dt>
          <dd>{dayText(of.born)}</dd>
        </div>
      )}
      {of.wikidata && /^Q\d+$/.test(of.wikidata) && (
        <div>
          <dt>Wikidata</dt>
          <dd>
            <a href={`https://www.wikidata.org/wiki/${of.wikidata}`} rel="noopener noreferrer" target="_blank">
              {of.wikidata}
            </a>
          </dd>
        </div>
      )}
      {others.length > 0 && (
        <div>
          <dt>Same id</dt>
          <dd>{others.map((one) => `${one.name} (${words(one.__typename)})`).join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}

function Several({ of }: { of: { totalCount: number; edges: { node: Named }[] } }) {
  const rest = of.totalCount - of.edges.length;
  return (
    <>
      <Names of={of.edges.map((edge) => edge.node)} most={20} />
      {rest > 0 && <span class="quiet"> and {number(rest)} more</span>}
    </>
  );
}

function Counterparts({ of }: { of: Party }) {
  const variables = { made: where(involves('by', of.id)), received: where(involves('against', of.id)), acts: kinds(), limit: PAIRS };
  const answer = useAnswer<CounterpartsQuery>(domain().act!.pairs ? counterpartsQuery : null, variables);
  const { actor, counterpart } = domain().act!;
  if (!domain().act!.pairs) return null;
  return (
    <Answer of={answer} asking="whom and by whom">
      {(data) => (
        <div class="columns even">
          <Ranks title={`As ${words(actor)}, against`} of={of} pairs={data.made.filter((pair) => pair.by.id === of.id)} far="against" />
          <Ranks
            title={`As ${words(counterpart)}, by`}
            of={of}
            pairs={data.received.filter((pair) => pair.against.id === of.id)}
            far="by"
          />
        </div>
      )}
    </Answer>
  );
}

function Ranks({ title, of, pairs, far }: { title: string; of: Party; pairs: PairFragment[]; far: 'by' | 'against' }) {
  const [all, setAll] = useState(false);
  const shown = all ? pairs : pairs.slice(0, FIRST);
  const most = Math.max(1, ...pairs.map((pair) => pair.count));
  return (
    <Section
      title={title}
      aside={
        pairs.length > 0 && (
          <span class="quiet">
            {number(pairs.length)}
            {pairs.length >= PAIRS - 1 ? ' or more' : ''}
          </span>
        )
      }
    >
      {pairs.length === 0 && <p class="quiet">Nobody{address('/') === '/' ? '' : ' under this filter'}.</p>}
      <ol class="ranks bars">
        {shown.map((pair) => (
          <li key={pair[far].id}>
            <Name of={pair[far]} role={far} />
            <a
              class="rank"
              href={address(
                `/pair/${encodeURIComponent(far === 'by' ? pair.by.id : of.id)}/${encodeURIComponent(far === 'by' ? of.id : pair.against.id)}`,
              )}
            >
              {number(pair.count)}
              <span class="out-of-sight">
                {' '}
                {acts()}: {countOfActs(pair.count)}, open both sides
              </span>
            </a>
            <span class="quiet small">
              <Span first={pair.first} last={pair.last} />
              {pair.denied ? `, ${number(pair.denied)} denied` : ''}
            </span>
            <meter class={far} min={0} max={most} value={pair.count} aria-hidden="true" />
          </li>
        ))}
      </ol>
      {pairs.length > FIRST && (
        <button type="button" class="plain" onClick={() => setAll(!all)}>
          {all ? 'fewer' : `all ${number(pairs.length)}`}
        </button>
      )}
    </Section>
  );
}
