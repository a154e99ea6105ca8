import { useState } from 'preact/hooks';
import { domain } from '../domain';
import { base } from '../route';
import { download } from './download';

/** The query of what is on the page, in lines that people read; each opens in the editor, with its variables. */
export function AsQuery({ query, variables, cypher }: { query: string; variables: Record<string, unknown>; cypher?: () => string }) {
  const [script, setScript] = useState('');
  async function open() {
    const given = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
    const asked = domain().isShipped ? { query, variables: given } : await (await import('../adapt')).adapt(query, given);
    const { parse, print } = await import('graphql');
    asked.query = print(parse(asked.query));
    location.assign(
      `${base}/query?query=${encodeURIComponent(asked.query)}&variables=${encodeURIComponent(JSON.stringify(asked.variables, null, 2))}`,
    );
  }
  return (
    <div class="buttons as">
      <button type="button" class="plain" onClick={() => void open()}>
        As GraphQL
      </button>
      {cypher && (
        <button type="button" class="plain" aria-expanded={script !== ''} onClick={() => setScript(script ? '' : cypher())}>
          As Cypher
        </button>
      )}
      {script && (
        <div class="citation">
          <p class="quiet small">
            For Neo4j Browser, where the graph is kept in Neo4j.{' '}
            <button type="button" class="plain" onClick={() => download('explorer.cypher', 'text/plain', script)}>
              Save
            </button>
          </p>
          <pre tabIndex={0}>{script}</pre>
        </div>
      )}
    </div>
  );
}
