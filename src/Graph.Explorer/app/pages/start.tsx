import { useAnswer } from '../api';
import { act, acts, domain, sentence, typeNamed, words } from '../domain';
import { address, where } from '../filter';
import general from '../queries/counts.graphql';
import query from '../queries/start.graphql';
import type { StartQuery } from '../types';
import { ActList } from '../parts/acts';
import { Section, useTitle } from '../parts/page';
import { SearchBox } from '../parts/searchbox';
import { Answer, Empty } from '../parts/states';
import { Name, Span, dayText, number } from '../parts/text';

const BUSIEST_PAIRS = 8;
const LATEST = 6;

/** Questions that the seeds answer; shown where the graph is of the domain that ships. */
const QUESTIONS: [string, string][] = [
  ['What did Lavrov accuse others of in July 2025?', '/actor/sergey-lavrov?from=2025-07-01&to=2025-07-31'],
  ['Who accuses whom around the second round of talks?', '/matrix?from=2025-05-28&to=2025-06-10&rollUp=STATE'],
  ['How are Hakan Fidan and Germany connected?', '/paths?a=hakan-fidan&b=germany'],
];

export function StartPage() {
  useTitle(undefined);
  const hasPairs = !!domain().act?.pairs;
  const answer = useAnswer<StartQuery>(hasPairs ? query : general, hasPairs ? { limit: BUSIEST_PAIRS } : {});
  return (
    <main id="main" class="start">
      <div class="hero">
        <h1 tabIndex={-1}>{domain().isShipped ? 'Who accused whom, in whose words' : 'What is in the graph'}</h1>
        <p class="lead">
          {domain().isShipped
            ? 'Every accusation here comes with the exact words that report it, and where they stand.'
            : 'Search it, or go along its relationships.'}
        </p>
        <SearchBox focus label="Search names and words, in any script" />
        {domain().isShipped && (
          <ul class="questions" aria-label="Questions to begin with">
            {QUESTIONS.map(([text, at]) => (
              <li key={at}>
                <a href={at}>{text}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Answer of={answer} asking="the size of the graph">
        {(data) => <Overview data={data} />}
      </Answer>
    </main>
  );
}

function Overview({ data }: { data: StartQuery }) {
  if (data.counts.every((type) => type.count === 0)) {
    return (
      <Empty>
        <h2>The graph is empty</h2>
        <p>
          Import something, for example the dossiers that come with it: <code>graph import seeds</code>. Then load this page anew.
        </p>
      </Empty>
    );
  }
  const type = domain().act?.type;
  const latest = data.freshness?.find((row) => row.type === type && row.property === domain().act?.on)?.text;
  const imported = data.freshness
    ?.map((row) => (row.property === 'importedAt' ? (row.text ?? '') : ''))
    .sort()
    .at(-1);
  return (
    <>
      <p class="freshness quiet">
        {latest && (
          <>
            Latest {act()} {dayText(latest)}.{' '}
          </>
        )}
        {imported && (
          <>
            Last import {dayText(imported)}, {imported.slice(11, 16)} UTC.
          </>
        )}
      </p>
      <dl class="figures">
        {data.counts
          .filter((row) => row.count > 0)
          .map((row) => (
            <div key={row.type}>
              <dt>{words(row.count === 1 ? row.type : (typeNamed(row.type)?.plural ?? row.type))}</dt>
              <dd>{number(row.count)}</dd>
            </div>
          ))}
      </dl>
      {domain().act ? (
        <div class="columns">
          <Section title={`Latest ${acts()}`}>
            <ActList where={where()} first={LATEST} />
          </Section>
          <div>
            {data.pairs && (
              <Section title="Busiest pairs" aside={<a href={address('/matrix')}>all as a matrix</a>}>
                <Pairs of={data.pairs} />
              </Section>
            )}
            <Claims />
          </div>
        </div>
      ) : (
        <Empty>
          The ontology of this graph names no type of act (<code>@act</code>), so there are no pairs, matrix, timeline or threads. Search,
          paths, the picture of each node and queries work.
        </Empty>
      )}
    </>
  );
}

function Pairs({ of }: { of: StartQuery['pairs'] }) {
  return (
    <ol class="ranks">
      {of.map((pair) => (
        <li key={`${pair.by.id} ${pair.against.id}`}>
          <span>
            <Name of={pair.by} role="by" />
            <span class="to" aria-label="against">
              {' '}
              →{' '}
            </span>
            <Name of={pair.against} role="against" />
          </span>
          <a class="rank" href={address(`/pair/${encodeURIComponent(pair.by.id)}/${encodeURIComponent(pair.against.id)}`)}>
            {number(pair.count)}
            <span class="out-of-sight"> {acts()}, open both sides</span>
          </a>
          <span class="quiet small">
            <Span first={pair.first} last={pair.last} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Claims() {
  return (
    <Section title="What this does not claim">
      <p class="small">
        {domain().isShipped
          ? 'That an accusation is here says that it was made, and by whom it is reported. It says nothing about whether what is alleged is true. A second outlet that reports the same act is new evidence, not a new accusation. More accusations against somebody do not make any of them true, and what is not imported is not counted.'
          : `${sentence(acts())} are what the sources say; what is not imported is not counted.`}
      </p>
    </Section>
  );
}
