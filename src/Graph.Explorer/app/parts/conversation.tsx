import { useAnswer } from '../api';
import { act, acts, countOfActs, domain } from '../domain';
import type { Where } from '../filter';
import query from '../queries/threads.graphql';
import type { ThreadsQuery } from '../types';
import { ActCard } from './acts';
import { Answer, Empty } from './states';
import { Span, number } from './text';

type Thread = ThreadsQuery['threads'][number];

/** Acts that answer each other, told as conversations: the side that began on the left, whoever else on the right. */
export function Conversations({ where, limit = 10, none }: { where?: Where; limit?: number; none?: string }) {
  const answer = useAnswer<ThreadsQuery>(domain().act?.threads ? query : null, { where, limit });
  if (!domain().act?.threads) return null;
  return (
    <Answer of={answer} asking={`${acts()} that answer each other`}>
      {(data) =>
        data.threads.length === 0 ? (
          <Empty>
            <p>{none ?? `No ${act()} that matches is answered, or answers another.`}</p>
          </Empty>
        ) : (
          <>
            <p class="quiet count">
              {number(data.threads.length)}
              {data.threads.length === limit ? ', the largest; there may be more' : ''}
            </p>
            {data.threads.map((thread) => (
              <Conversation key={thread.root.id} of={thread} />
            ))}
          </>
        )
      }
    </Answer>
  );
}

function Conversation({ of }: { of: Thread }) {
  const root = of.acts.find((one) => one.act.id === of.root.id);
  const began = new Set(root?.act.by.map((party) => party.id));
  return (
    <article class="conversation">
      <h2 class="quiet small">
        {countOfActs(of.size)}, <Span first={of.first} last={of.last} />
        {of.acts.length < of.size && `; ${number(of.acts.length)} of them here`}
      </h2>
      <ol>
        {of.acts.map((one) => (
          <li key={one.act.id} class={one.act.by.some((party) => began.has(party.id)) ? 'one' : 'other'}>
            <ActCard of={one.act} move={one.move} />
            {one.answers.length > 0 && (
              <p class="quiet small answers">
                answers{' '}
                {one.answers.map((other, index) => {
                  const found = of.acts.find((candidate) => candidate.act.id === other.id);
                  return (
                    <span key={other.id}>
                      {index > 0 && ', '}
                      {found ? `“${found.act.caption}”` : 'one not shown'}
                    </span>
                  );
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </article>
  );
}
