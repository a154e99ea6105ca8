import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** A page: its heading takes the focus when it is gone to, and its title stands in the browser's list. */
export function Page({
  title,
  kicker,
  children,
  wide,
}: {
  title: ComponentChildren;
  kicker?: ComponentChildren;
  children: ComponentChildren;
  wide?: boolean;
}) {
  return (
    <main id="main" class={wide ? 'wide' : undefined}>
      {kicker && <p class="kicker">{kicker}</p>}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </main>
  );
}

export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Explorer` : 'Explorer';
  }, [title]);
}

export function Section({
  title,
  aside,
  children,
  id,
}: {
  title: ComponentChildren;
  aside?: ComponentChildren;
  children: ComponentChildren;
  id?: string;
}) {
  return (
    <section id={id} aria-labelledby={id && `${id}-title`}>
      <header class="section-head">
        <h2 id={id && `${id}-title`}>{title}</h2>
        {aside && <div class="aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
