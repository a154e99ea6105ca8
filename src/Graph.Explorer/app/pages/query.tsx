import { useEffect, useRef, useState } from 'preact/hooks';
import { domain } from '../domain';
import { Page, useTitle } from '../parts/page';
import { EXAMPLES, general } from './examples';

/** The editor, which alone is as large as all else: it comes when its page is opened. */
export function QueryPage() {
  useTitle('Query');
  const place = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState('');
  const [load, setLoad] = useState<(query: string) => void>();
  const examples = domain().isShipped ? EXAMPLES : general(domain());
  useEffect(() => {
    let close: (() => void) | undefined;
    import('../editor/editor').then(
      ({ open }) => {
        const opened = open(place.current!, new URLSearchParams(location.search));
        close = opened.close;
        setLoad(() => opened.load);
      },
      (error: Error) => setFault(error.message),
    );
    return () => close?.();
  }, []);
  return (
    <Page title="Query" wide>
      <div class="controls">
        <label>
          Examples{' '}
          <select onChange={(event) => load?.(examples[Number(event.currentTarget.value)]?.query ?? '')}>
            <option value="">choose one…</option>
            {examples.map((example, index) => (
              <option key={example.title} value={index}>
                {example.title}
              </option>
            ))}
          </select>
        </label>
        <span class="quiet small">
          Ctrl+Enter runs, Ctrl+Space completes. The address holds the query, to be sent to others.{' '}
          <a href="/graphql">A plain page without the editor</a>
        </span>
      </div>
      {fault && (
        <p class="problem" role="alert">
          The editor did not load: {fault}. <a href="/graphql">The plain page</a> works without it.
        </p>
      )}
      <div ref={place} class="editor" />
    </Page>
  );
}
