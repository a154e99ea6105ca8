import { base } from './route';

/** Under this name the key lies in the tab's own storage, which ends with the tab; the plain page at /graphql keeps it there too. */
const KEPT_AS = 'graphql-key';

/** Nobody gives a key: what was asked for with it is not answered. */
export class NoKeyError extends Error {}

const kept = (): string | null => sessionStorage.getItem(KEPT_AS);

/** Whether the server has asked for a key, so that plain links to its files lead nowhere. */
export const hasKey = (): boolean => kept() !== null;

/** Asks the server, with the key where there is one. A server that wants one, or another, is asked again once the reader has given it. */
export async function request(address: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const key = kept();
    const headers = new Headers(init.headers);
    if (key !== null) headers.set('authorization', `Bearer ${key}`);
    const answer = await fetch(base + address, { ...init, headers });
    if (answer.status !== 401) return answer;
    const refusal = (await answer.json().catch(() => null)) as { errors?: { message: string }[] } | null;
    // Another request may have brought a key meanwhile.
    if (kept() === key) await asked(key === null ? '' : (refusal?.errors?.[0]?.message ?? 'The key is not taken.'));
  }
}

let asking: Promise<void> | undefined;

/** Asks the reader, once for all requests that wait. */
function asked(why: string): Promise<void> {
  return (asking ??= ask(why).finally(() => (asking = undefined)));
}

function ask(why: string): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'key';
  dialog.innerHTML = `<form method="dialog"><h2 id="key-title">This server asks for a key</h2><p role="alert"></p>
    <label>Key <input type="password" autocomplete="off" spellcheck="false" required pattern="\\s*[!-~]+\\s*"></label>
    <p class="quiet">Whoever runs the server gives keys. It is kept in this tab until the tab is closed.</p><button>Go on</button></form>`;
  dialog.setAttribute('aria-labelledby', 'key-title');
  dialog.querySelector('p')!.textContent = why;
  const input = dialog.querySelector('input')!;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((given, refused) => {
    dialog.addEventListener('submit', () => {
      sessionStorage.setItem(KEPT_AS, input.value.trim());
      given();
    });
    dialog.addEventListener('cancel', () => refused(new NoKeyError('This server answers those alone who have a key.')));
    dialog.addEventListener('close', () => dialog.remove());
  });
}
