import { useEffect, useState } from 'preact/hooks';
import { ask, useAnswer } from '../api';
import { act, acts, countOfActs, domain, pageOf, words } from '../domain';
import { address, type Where } from '../filter';
import query from '../queries/acts.graphql';
import type { ActsQuery, ActFragment } from '../types';
import { takeWithKey } from './download';
import { Answer, Empty, say } from './states';
import { Day, Names, Text, number } from './text';

/** A screen or two: reading on asks for more. */
const ACTS_A_PAGE = 20;

const FILES = [
  ['csv', 'CSV'],
  ['graphml', 'GraphML'],
  ['gexf', 'GEXF'],
  ['jsonl', 'JSON Lines'],
] as const;

type Report = NonNullable<ActFragment['reports']>;

/** The words that report an act, and who published them. */
export function Quote({ reports }: { reports?: Report | null }) {
  const first = reports?.edges[0]?.node;
  if (!first) return null;
  const document = first.document;
  const source = document?.digestOf ?? document;
  return (
    <blockquote class="quote">
      <Text lang={document?.language}>{first.quote}</Text>
      <footer>
        {source?.publisher ? <Text>{source.publisher.name}</Text> : 'source not named'}
        {(reports?.totalCount ?? 1) > 1 && ` and ${number(reports!.totalCount - 1)} more`}
      </footer>
    </blockquote>
  );
}

/** What kind of act it is, where that is not the usual one. */
export function Kind({ of, move }: { of?: string | null; move?: string | null }) {
  const shown = move && move !== domain().act?.counted ? move : of === domain().act?.counted ? null : of;
  return shown ? <span class={`kind kind-${(of ?? '').toLowerCase()}`}>{words(shown)}</span> : null;
}

export function ActCard({ of, move }: { of: ActFragment; move?: string }) {
  return (
    <article class="act">
      <p class="act-head">
        <Day of={of.on} />
        <Kind of={of.kind} move={move} />
      </p>
      <h3>
        <a href={address(pageOf(domain().act!.type, of.id))}>
          <Text>{of.caption}</Text>
        </a>
      </h3>
      <p class="parties">
        <Names of={of.by} role="by" />
        <span class="to" aria-label="against">
          {' '}
          →{' '}
        </span>
        <Names of={of.against} role="against" />
      </p>
      <Quote reports={of.reports} />
    </article>
  );
}

/** Acts that match, the latest first and those without a day at the end, with more of them on demand; says how many there are of all. */
export function ActList({ where, none, first = ACTS_A_PAGE }: { where?: Where; none?: string; first?: number }) {
  const on = domain().act!.on;
  const all = (condition: Where): Where => (where ? { AND: [where, condition] } : condition);
  const undated = all({ [on]: { isNull: true } });
  const variables = { where: all({ [on]: { isNull: false } }), undated, first, sort: [{ [on]: 'DESC' }, { id: 'ASC' }] };
  const key = JSON.stringify(variables);
  const answer = useAnswer<ActsQuery>(query, variables);
  const [more, setMore] = useState<{ key: string; dated: ActsQuery[]; undated: ActsQuery[]; busy: boolean; fault?: string }>({
    key,
    dated: [],
    undated: [],
    busy: false,
  });
  const now = more.key === key ? more : { key, dated: [], undated: [], busy: false };

  async function readOn(of: 'dated' | 'undated', after: string | null) {
    setMore({ ...now, fault: undefined, busy: true });
    try {
      const next = await ask<ActsQuery>(query, {
        ...variables,
        first: ACTS_A_PAGE,
        after,
        ...(of === 'undated' && { where: undated }),
      });
      setMore({ ...now, [of]: [...now[of], next], busy: false });
      say(`${next.acts.edges.length} more ${acts()} are shown.`);
    } catch (fault) {
      setMore({ ...now, busy: false, fault: (fault as Error).message });
    }
  }

  const without = answer.data && answer.data.acts.totalCount === 0 ? answer.data.undated.totalCount : 0;
  useEffect(() => {
    if (without > 0 && now.undated.length === 0) void readOn('undated', null);
  }, [without, key]);

  return (
    <Answer of={answer} asking={acts()}>
      {(data) => {
        const [dated, later] = [[data, ...now.dated], now.undated];
        const shown = [...dated, ...later].flatMap((page) => page.acts.edges.map((edge) => edge.node));
        const total = data.acts.totalCount + data.undated.totalCount;
        if (total === 0)
          return (
            <Empty>
              <p>
                {none ?? `No ${act()} matches.`} Take a condition out of the filter, or <a href="/search">search for words</a>.
              </p>
            </Empty>
          );
        const last = dated.at(-1)!.acts.pageInfo;
        const lastUndated = later.at(-1)?.acts.pageInfo;
        const next = last.hasNextPage
          ? { of: 'dated' as const, after: last.endCursor }
          : lastUndated
            ? lastUndated.hasNextPage && { of: 'undated' as const, after: lastUndated.endCursor }
            : data.undated.totalCount > 0 && { of: 'undated' as const, after: null };
        return (
          <>
            <p class="quiet count">
              {shown.length < total ? `${number(shown.length)} of ${countOfActs(total)}` : countOfActs(total)}, the latest first
              {data.undated.totalCount > 0 && `, ${number(data.undated.totalCount)} without a day at the end`}
            </p>
            <ol class="acts">
              {shown.map((one) => (
                <li key={one.id}>
                  <ActCard of={one} />
                </li>
              ))}
            </ol>
            {next && (
              <p>
                <button type="button" disabled={now.busy} onClick={() => void readOn(next.of, next.after)}>
                  {now.busy ? 'Asking…' : next.of === 'undated' ? 'Show those without a day' : 'Show more'}
                </button>
              </p>
            )}
            {first === ACTS_A_PAGE && <TakeAway where={where} total={total} />}
            {now.fault && (
              <p role="alert" class="problem">
                {now.fault}
              </p>
            )}
          </>
        );
      }}
    </Answer>
  );
}

/** Files of all acts that match, with what belongs to them, as the server writes them for spreadsheets and other programs. */
function TakeAway({ where, total }: { where?: Where; total: number }) {
  const condition = where ? `&where=${encodeURIComponent(JSON.stringify(where))}` : '';
  return (
    <p class="buttons">
      <span class="quiet">Take {total === 1 ? `this ${act()} away, with its` : `all ${countOfActs(total)} away, with their`} evidence, as</span>
      {FILES.map(([format, name]) => (
        <a key={format} href={`/export?format=${format}${condition}`} download onClick={takeWithKey}>
          {name}
        </a>
      ))}
    </p>
  );
}
