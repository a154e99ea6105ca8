import { useAnswer } from '../api';
import { act, countOfActs, domain, words } from '../domain';
import { address, involves, kinds, where, type Where } from '../filter';
import query from '../queries/two.graphql';
import { go, route, withParams } from '../route';
import type { SumsFragment, TwoQuery } from '../types';
import { ActList } from '../parts/acts';
import { AsQuery } from '../parts/asquery';
import { Conversations } from '../parts/conversation';
import { pairScript } from '../parts/cypher';
import { Page, Section, useTitle } from '../parts/page';
import { Answer, Empty } from '../parts/states';
import { Name, Span, number, type Named } from '../parts/text';
import { TwoSides } from '../parts/timeline';
import { Unknown } from './actor';

/** Rows looked through for the pair: those with who acts together with the two come along. */
const ROWS = 100;
/** Acts of each side shown at first. */
const FIRST = 8;

export function PairPage({ path }: { path: string[] }) {
  const [a, b] = [path[1] ?? '', path[2] ?? ''];
  const isRolledUp = (route().params.get('rollUp') ?? 'NONE') !== 'NONE';
  const [there, back] = [where(between(a, b, isRolledUp)), where(between(b, a, isRolledUp))];
  const variables = { ids: [a, b], there, back, acts: kinds(), limit: ROWS };
  const answer = useAnswer<TwoQuery>(domain().act?.pairs ? query : null, variables);
  const [one, other] = [a, b].map((id) => answer.data?.parties.find((party) => party.id === id));
  useTitle(one && other && `${one.name} and ${other.name}`);
  if (!domain().act?.pairs)
    return (
      <Page title="Pairs">
        <Empty>
          The ontology of this graph counts no pairs (<code>@act(pairs:)</code>).
        </Empty>
      </Page>
    );
  return (
    <Answer of={answer} asking="both sides">
      {(data) => {
        if (!one || !other) return <Unknown id={one ? b : a} what={words(domain().act!.party)} />;
        const sums = (rows: SumsFragment[], by: string, against: string) =>
          rows.find((row) => row.by.id === by && row.against.id === against);
        return (
          <Page
            title={
              <>
                <Name of={one} role="by" /> and <Name of={other} role="against" />
              </>
            }
            wide
          >
            {domain().act!.onBehalfOf && (
              <div class="controls">
                <div class="switch" role="group" aria-label="Who speaks">
                  <button type="button" aria-pressed={!isRolledUp} onClick={() => go(withParams({ rollUp: null }))}>
                    they themselves
                  </button>
                  <button type="button" aria-pressed={isRolledUp} onClick={() => go(withParams({ rollUp: 'PRINCIPAL' }))}>
                    also others on their behalf
                  </button>
                </div>
              </div>
            )}
            {isRolledUp && (
              <p class="quiet small">A matrix that counts by those for whom people act in their offices may count more than is here.</p>
            )}
            <TwoSides
              sides={[
                { name: `${one.name} → ${other.name}`, where: there },
                { name: `${other.name} → ${one.name}`, where: back },
              ]}
            />
            <div class="columns even">
              <Direction from={one} to={other} sums={sums(data.made, a, b)} condition={there} />
              <Direction from={other} to={one} sums={sums(data.received, b, a)} condition={back} />
            </div>
            {domain().act!.threads && (
              <Section title="Who answered whom" id="threads">
                <Conversations where={either(there, back)} none={`Between them no ${act()} is answered.`} />
              </Section>
            )}
            <p>
              <a href={address('/paths', { a, b })}>How else are they connected?</a>
            </p>
            <AsQuery query={query} variables={variables} cypher={() => pairScript(a, b, route().params)} />
          </Page>
        );
      }}
    </Answer>
  );
}

const either = (one?: Where, other?: Where): Where => ({ OR: [one ?? {}, other ?? {}] });

function between(a: string, b: string, orOnBehalf: boolean): Where {
  const onBehalf = domain().act?.onBehalfOf;
  const by = orOnBehalf && onBehalf ? { OR: [involves('by', a), { [onBehalf]: { some: { id: { eq: a } } } }] } : involves('by', a);
  return { AND: [by, involves('against', b)] };
}

function Direction({ from, to, sums, condition }: { from: Named; to: Named; sums?: SumsFragment; condition?: Where }) {
  return (
    <Section
      title={
        <>
          <Name of={from} role="by" /> → <Name of={to} role="against" />
        </>
      }
      aside={sums && <Span first={sums.first} last={sums.last} />}
    >
      {sums && (
        <p class="quiet small">
          {countOfActs(sums.count)}
          {sums.claims !== undefined && `, ${number(sums.claims)} ${sums.claims === 1 ? 'claim' : 'claims'}`}
          {sums.evidence !== undefined && `, ${number(sums.evidence)} of evidence`}
          {sums.answered !== undefined && `; ${number(sums.answered)} answered, ${number(sums.denied ?? 0)} denied`}
        </p>
      )}
      <ActList where={condition} first={FIRST} none={`No ${act()} of ${from.name} against ${to.name}.`} />
    </Section>
  );
}
