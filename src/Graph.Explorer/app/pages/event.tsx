import { useAnswer } from '../api';
import { act, acts, domain, fieldTo, pageOf, sentence, words } from '../domain';
import { kinds, where } from '../filter';
import query from '../queries/event.graphql';
import type { EventQuery } from '../types';
import { ActList } from '../parts/acts';
import { Page, Section, useTitle } from '../parts/page';
import { Answer } from '../parts/states';
import { Day, Name, Names, Text, dayText, number } from '../parts/text';
import { Timeline } from '../parts/timeline';
import { Unknown } from './actor';
import { Matrix } from './matrix';

type Happening = EventQuery['events'][number];
/** Pairs of the acts about one event. */
const PAIRS = 500;

export function EventPage({ path }: { path: string[] }) {
  const id = path[1] ?? '';
  const answer = useAnswer<EventQuery>(query, { id });
  useTitle(answer.data?.events[0]?.name);
  return (
    <Answer of={answer} asking="this event">
      {(data) => (data.events[0] ? <Shown of={data.events[0]} /> : <Unknown id={id} what="event" />)}
    </Answer>
  );
}

function Shown({ of }: { of: Happening }) {
  const about = fieldTo('Event');
  const condition = about && { [about.name]: { some: { id: { eq: of.id } } } };
  const rest = of.participants.totalCount - of.participants.edges.length;
  return (
    <Page kicker={words(of.kind)} title={<Text>{of.name}</Text>} wide>
      <dl class="about">
        {of.start && (
          <div>
            <dt>When</dt>
            <dd>
              <Day of={of.start} />
              {of.end && of.end !== of.start && <> to {dayText(of.end)}</>}
            </dd>
          </div>
        )}
        {of.places.length > 0 && (
          <div>
            <dt>Where</dt>
            <dd>
              {of.places.map((place, index) => (
                <span key={place.id}>
                  {index > 0 && ', '}
                  <a href={pageOf('Place', place.id)}>
                    <Text>{place.name}</Text>
                  </a>
                  {place.state && (
                    <>
                      , <Name of={place.state} />
                    </>
                  )}
                </span>
              ))}
            </dd>
          </div>
        )}
        {of.partOf && (
          <div>
            <dt>Part of</dt>
            <dd>
              <Name of={of.partOf} />
            </dd>
          </div>
        )}
        {of.parts.length > 0 && (
          <div>
            <dt>Parts</dt>
            <dd>
              <Names of={of.parts} most={30} />
            </dd>
          </div>
        )}
        {of.participants.edges.length > 0 && (
          <div>
            <dt>Took part</dt>
            <dd>
              <ul class="plain inline">
                {of.participants.edges.map(({ node, properties }) => {
                  const role = (properties as { role?: string | null } | null)?.role;
                  return (
                    <li key={node.id + role}>
                      <Name of={node} />
                      {role && <span class="quiet"> ({role})</span>}
                    </li>
                  );
                })}
              </ul>
              {rest > 0 && <span class="quiet"> and {number(rest)} more</span>}
            </dd>
          </div>
        )}
      </dl>
      {condition && (
        <>
          {domain().act!.timeline && (
            <Section title="Over time" id="time">
              <Timeline where={where(condition)} />
            </Section>
          )}
          {domain().act!.pairs && (
            <Section title="Who against whom" id="pairs">
              <Matrix variables={{ where: where(condition), acts: kinds(), limit: PAIRS }} />
            </Section>
          )}
          <Section title={`${sentence(acts())} about it`} id="acts">
            <ActList where={where(condition)} none={`No ${act()} about it matches the filter.`} />
          </Section>
        </>
      )}
    </Page>
  );
}
