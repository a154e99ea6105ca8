/** Colours of series, told apart in light and dark, in this order; text always names the series too. */
export const SERIES = ['#4269d0', '#d9742b', '#2f9e4f', '#b45cc0', '#c9514f', '#25919a', '#97714c', '#6f7be0', '#8d9127', '#c65b93'];
export const OTHER = '#8a8f99';

/** A colour of the style sheet as the canvas needs it. */
export function token(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** Calls back when the reader changes between light and dark. */
export function onSchemeChange(listener: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
