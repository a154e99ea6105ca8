import { useAnswer } from '../api';
import { act, acts, domain, sentence, words } from '../domain';
import { kinds, where } from '../filter';
import query from '../queries/matrix.graphql';
import { go, route, withParams } from '../route';
import type { MatrixQuery } from '../types';
import { AsQuery } from '../parts/asquery';
import { matrixScript } from '../parts/cypher';
import { MatrixTable } from '../parts/matrixtable';
import { Page, useTitle } from '../parts/page';
import { Answer, Empty } from '../parts/states';

/** Pairs put into the table, the most first; a table of more is read by nobody, and its CSV says how many there are. */
const PAIRS = 2_000;

export function MatrixPage() {
  useTitle('Matrix');
  if (!domain().act?.pairs)
    return (
      <Page title="Matrix">
        <Empty>
          The ontology of this graph counts no pairs (<code>@act(pairs:)</code>).
        </Empty>
      </Page>
    );
  const rollUp = route().params.get('rollUp') ?? 'NONE';
  const variables = { where: where(), acts: kinds(), rollUp: rollUp === 'NONE' ? undefined : rollUp, limit: PAIRS };
  return (
    <Page title={domain().isShipped ? 'Who accused whom' : `${sentence(acts())}: who against whom`} wide>
      <RollUp chosen={rollUp} />
      <Matrix variables={variables} params={rollUp === 'NONE' ? {} : { rollUp }} />
      <AsQuery query={query} variables={variables} cypher={rollUp === 'NONE' ? () => matrixScript(route().params, PAIRS) : undefined} />
    </Page>
  );
}

export function Matrix({ variables, params }: { variables: Record<string, unknown>; params?: Record<string, string> }) {
  const answer = useAnswer<MatrixQuery>(query, variables);
  return (
    <Answer of={answer} asking="the pairs">
      {(data) =>
        data.pairs.length === 0 ? (
          <Empty>
            <p>No pair has an {act()} that matches. Take a condition out of the filter.</p>
          </Empty>
        ) : (
          <MatrixTable pairs={data.pairs} isAll={data.pairs.length < PAIRS} params={params} />
        )
      }
    </Answer>
  );
}

function RollUp({ chosen }: { chosen: string }) {
  const described = domain().act!;
  const options: [string, string][] = [['NONE', 'those who are named']];
  if (described.onBehalfOf || described.upTo) options.push(['PRINCIPAL', 'those for whom they act']);
  if (described.upTo) options.push([described.upTo.toUpperCase(), `the ${words(described.upTo)} they belong to`]);
  if (options.length < 2) return null;
  return (
    <div class="controls">
      <span class="quiet">Count by</span>
      <div class="switch" role="group" aria-label={sentence('count by')}>
        {options.map(([value, text]) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen === value}
            onClick={() => go(withParams({ rollUp: value === 'NONE' ? null : value }))}
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}
