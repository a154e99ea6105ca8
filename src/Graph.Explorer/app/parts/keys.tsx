import { useEffect, useRef } from 'preact/hooks';
import { domain } from '../domain';

const KEYS: [string, string][] = [
  ['/', 'search, from anywhere'],
  ['?', 'this help'],
  ['Tab, Enter', 'go to a link, open it'],
  ['← ↑ → ↓', 'in the matrix: from cell to cell; in the picture: from node to node along its links'],
  ['E', 'picture: expand the chosen node'],
  ['H', 'picture: hide it'],
  ['F', 'picture: fit all into view'],
  ['P', 'picture: the path between the two last chosen'],
  ['Enter', 'picture: open the page of the chosen node'],
  ['Esc', 'clear what is chosen, close what is open'],
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work on every page. */
export function useKeys(toggleHelp: () => void): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('input[type=search]')?.focus();
      } else if (event.key === '?') {
        event.preventDefault();
        toggleHelp();
      }
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

export function Help({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={close}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys + what}>
            <dt>
              {keys.split(', ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h2>What this page does not claim</h2>
      <p>
        {domain().isShipped
          ? 'That an accusation is in the graph says that it was made, and by whom it is reported. It says nothing about whether what is alleged is true. Confidence is how sure the import is that the act was made.'
          : 'The graph tells what its sources report, and nothing more.'}
      </p>
      <p>
        <a href="/licences">Licences of what this page is made of</a>
      </p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
