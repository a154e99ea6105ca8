import { useAnswer } from '../api';
import { act, acts, domain, pageOf, sentence, words } from '../domain';
import { address } from '../filter';
import query from '../queries/act.graphql';
import type { ActQuery, AnswerFragment } from '../types';
import { Evidence, type Report } from '../parts/evidence';
import { Kind } from '../parts/acts';
import { Page, Section, useTitle } from '../parts/page';
import { Answer, Empty } from '../parts/states';
import { Day, Name, Names, Text, number, safeUrl, shortened, type Named } from '../parts/text';
import { Unknown } from './actor';

/** Evidence shown of one act; what is beyond is told. */
const EVIDENCE = 100;
/** A longer text is no heading any more. */
const LONG = 260;

export type ActShown = ActQuery['acts'][number];

export function ActPage({ path }: { path: string[] }) {
  const id = path[1] ?? '';
  const answer = useAnswer<ActQuery>(domain().act ? query : null, { id, evidence: EVIDENCE });
  useTitle(answer.data?.acts[0]?.caption);
  if (!domain().act)
    return (
      <Page title="There are no acts here">
        <Empty>
          The ontology names no act. <a href="/search">Search</a> for nodes of any type.
        </Empty>
      </Page>
    );
  return (
    <Answer of={answer} asking={`this ${act()}`}>
      {(data) => (data.acts[0] ? <Shown of={data.acts[0]} /> : <Unknown id={id} what={act()} />)}
    </Answer>
  );
}

interface Party {
  node: Named;
  properties?: { surface?: string | null } | null;
}

function Parties({ of, role }: { of: Party[]; role: 'by' | 'against' }) {
  if (of.length === 0) return <span class="quiet">nobody named</span>;
  return (
    <ul class="plain">
      {of.map(({ node, properties }) => (
        <li key={node.id}>
          <Name of={node} role={role} />
          {properties?.surface && properties.surface !== node.name && (
            <span class="quiet">
              {' '}
              named as “<Text>{properties.surface}</Text>”
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Shown({ of }: { of: ActShown }) {
  const { actor, counterpart } = domain().act!;
  const by = of.by.edges as Party[];
  const against = of.against.edges as Party[];
  const reports = (of.reports?.edges ?? []).map((edge) => edge.node) as Report[];
  const rest = (of.reports?.totalCount ?? 0) - reports.length;
  const surfaces = [...by, ...against].map((party) => ({
    text: party.properties?.surface ?? party.node.name,
    role: by.includes(party) ? ('by' as const) : ('against' as const),
  }));
  return (
    <Page
      kicker={
        <>
          {sentence(of.kind ? words(of.kind) : act())} · <Day of={of.on} />
        </>
      }
      title={<Text>{shortened(of.caption, LONG)}</Text>}
    >
      {of.caption.length > LONG && (
        <details>
          <summary>The whole of it</summary>
          <p>
            <Text>{of.caption}</Text>
          </p>
        </details>
      )}
      <dl class="about">
        <div>
          <dt>{sentence(words(actor))}</dt>
          <dd>
            <Parties of={by} role="by" />
          </dd>
        </div>
        {(of.behalf?.length ?? 0) > 0 && (
          <div>
            <dt>On behalf of</dt>
            <dd>
              <Names of={of.behalf!} most={12} />
            </dd>
          </div>
        )}
        <div>
          <dt>{sentence(words(counterpart))}</dt>
          <dd>
            <Parties of={against} role="against" />
          </dd>
        </div>
        <div>
          <dt>Day</dt>
          <dd>
            <Day of={of.on} />
            {of.onBasis && (
              <span class="quiet">
                ,{' '}
                {of.onBasis === 'STATED'
                  ? 'stated in the source'
                  : of.onBasis === 'PUBLICATION_DATE'
                    ? 'the day of publication, for none is stated'
                    : words(of.onBasis)}
              </span>
            )}
          </dd>
        </div>
        {(of.matterTypes?.length ?? 0) > 0 && (
          <div>
            <dt>Matter</dt>
            <dd>
              {of.matterTypes!.map((type, index) => (
                <span key={type}>
                  {index > 0 && ', '}
                  <a href={`/matrix?matterTypes=${type}`}>{words(type)}</a>
                </span>
              ))}
            </dd>
          </div>
        )}
        {(of.about?.length ?? 0) > 0 && (
          <div>
            <dt>About</dt>
            <dd>
              <Names of={of.about!} most={12} />
            </dd>
          </div>
        )}
        {of.modality && (
          <div>
            <dt>Put as</dt>
            <dd>{words(of.modality)}</dd>
          </div>
        )}
        {of.method && (
          <div>
            <dt>Recorded</dt>
            <dd>
              {words(of.method)}
              {of.confidence !== undefined && (
                <>
                  , confidence {of.confidence} <span class="quiet">(that it was made, not that it is true)</span>
                </>
              )}
              {of.scheme && (
                <>
                  , {of.scheme} {of.code}
                </>
              )}
            </dd>
          </div>
        )}
        {of.dataset && (
          <div>
            <dt>Dataset</dt>
            <dd>
              <a href={pageOf('Dataset', of.dataset.id)}>
                <Text>{of.dataset.name}</Text>
              </a>
              {of.dataset.licence && (
                <>
                  , licence: <Text>{of.dataset.licence}</Text>
                </>
              )}
              {safeUrl(of.dataset.url) && (
                <>
                  ,{' '}
                  <a href={safeUrl(of.dataset.url)} target="_blank" rel="noopener noreferrer">
                    its page
                  </a>
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
      <Layers of={of} />
      {of.reports && (
        <Section
          title="Evidence"
          id="evidence"
          aside={rest > 0 ? `${number(reports.length)} of ${number(of.reports.totalCount)}` : undefined}
        >
          {reports.length === 0 ? (
            <p class="quiet">No words are kept that report it.</p>
          ) : (
            reports.map((report) => <Evidence key={report.id} of={report} act={of} surfaces={surfaces} />)
          )}
        </Section>
      )}
      {of.claim && of.claim.others.totalCount > 1 && (
        <Section
          title="The same claim, made by others"
          id="claim"
          aside={<a href={pageOf('Claim', of.claim.id)}>{number(of.claim.others.totalCount)} in all</a>}
        >
          <p>
            <Text>{of.claim.text}</Text>
          </p>
          <ul>
            {of.claim.others.edges
              .filter(({ node }) => node.id !== of.id)
              .map(({ node }) => (
                <li key={node.id}>
                  <Names of={node.by} role="by" />, <Day of={node.on} />:{' '}
                  <a href={address(pageOf(domain().act!.type, node.id))}>
                    <Text>{node.caption}</Text>
                  </a>
                </li>
              ))}
          </ul>
        </Section>
      )}
      {((of.answers?.length ?? 0) > 0 || (of.answeredBy?.length ?? 0) > 0) && (
        <div class="columns even">
          {(of.answers?.length ?? 0) > 0 && (
            <Section title="Answers">
              <Answers of={of.answers!} />
            </Section>
          )}
          {(of.answeredBy?.length ?? 0) > 0 && (
            <Section title="Answered by">
              <Answers of={of.answeredBy!} />
            </Section>
          )}
        </div>
      )}
    </Page>
  );
}

function Layers({ of }: { of: ActShown }) {
  if (!of.reports) return null;
  const outlets = new Set(of.reports.edges.map(({ node }) => (node.document?.digestOf ?? node.document)?.publisher?.id).filter(Boolean))
    .size;
  return (
    <dl class="figures layers" aria-label="Three layers">
      {of.claim && (
        <div>
          <dt>{of.claim.others.totalCount === 1 ? act() : acts()} making this claim</dt>
          <dd>{number(of.claim.others.totalCount)}</dd>
        </div>
      )}
      <div>
        <dt>{of.reports.totalCount === 1 ? 'piece' : 'pieces'} of evidence for this one</dt>
        <dd>{number(of.reports.totalCount)}</dd>
      </div>
      <div>
        <dt>{outlets === 1 ? 'outlet' : 'outlets'} that report it</dt>
        <dd>{number(outlets)}</dd>
      </div>
    </dl>
  );
}

function Answers({ of }: { of: AnswerFragment[] }) {
  return (
    <ul class="acts">
      {of.map((one) => (
        <li key={one.id}>
          <article class="act">
            <p class="act-head">
              <Day of={one.on} />
              <Kind of={one.kind} />
            </p>
            <h3>
              <a href={address(pageOf(domain().act!.type, one.id))}>
                <Text>{one.caption}</Text>
              </a>
            </h3>
            <p class="parties">
              <Names of={one.by} role="by" />
              <span class="to" aria-label="against">
                {' '}
                →{' '}
              </span>
              <Names of={one.against} role="against" />
            </p>
          </article>
        </li>
      ))}
    </ul>
  );
}
