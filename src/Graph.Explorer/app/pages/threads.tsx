import { useState } from 'preact/hooks';
import { acts, domain, sentence } from '../domain';
import { where } from '../filter';
import { AsQuery } from '../parts/asquery';
import { Conversations } from '../parts/conversation';
import { Page, useTitle } from '../parts/page';
import { Empty } from '../parts/states';
import query from '../queries/threads.graphql';

const STEP = 10;
/** Threads that the API tells at most. */
const MOST = 1_000;

export function ThreadsPage() {
  useTitle('Threads');
  const [limit, setLimit] = useState(STEP);
  if (!domain().act?.threads)
    return (
      <Page title="Threads">
        <Empty>
          The ontology of this graph says not which acts answer each other (<code>@act(threads:)</code>).
        </Empty>
      </Page>
    );
  return (
    <Page title={`${sentence(acts())} that answer each other`}>
      <Conversations where={where()} limit={limit} />
      {limit < MOST && (
        <p>
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            Show more
          </button>
        </p>
      )}
      <AsQuery query={query} variables={{ where: where(), limit }} />
    </Page>
  );
}
