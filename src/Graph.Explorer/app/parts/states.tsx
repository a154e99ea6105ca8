import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Asked } from '../api';

/** Shorter waits are not worth a word. */
const PATIENCE_MS = 250;

/** What a query answers, or in words: what is asked, what is wrong and what to do. The last answer stays while another is asked for. */
export function Answer<T>({ of, asking, children }: { of: Asked<T>; asking: string; children: (data: T) => ComponentChildren }) {
  return (
    <div class="answer" aria-busy={of.loading}>
      {of.error && <Problem error={of.error.message} isAway={of.error.isAway} again={of.again} />}
      {of.data !== undefined ? children(of.data) : of.loading && <Asking what={asking} />}
    </div>
  );
}

function Asking({ what }: { what: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="state quiet" role="status">
      {late ? `Asking for ${what}…` : ' '}
    </p>
  );
}

function Problem({ error, isAway, again }: { error: string; isAway: boolean; again: () => void }) {
  return (
    <div class="state problem" role="alert">
      <p>{error}</p>
      <p>
        {isAway ? 'It is tried again every three seconds; what is on the page stays. ' : 'What is on the page stays. '}
        <button type="button" onClick={again}>
          Try now
        </button>
      </p>
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="state empty">{children}</div>;
}

/** Says politely, to those who listen, what has just been done or chosen. */
export function say(text: string): void {
  const place = document.getElementById('said');
  if (place) place.textContent = text;
}
