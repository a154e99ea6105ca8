import { useEffect, useState } from 'preact/hooks';

/** How far below the window counts as near: what is there is asked for before the reader arrives. */
const MARGIN = '300px';

/** A ref for an element, and whether the reader has come near it yet. */
export function useNear<T extends Element>(): [(element: T | null) => void, boolean] {
  const [place, setPlace] = useState<T | null>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place || isNear) return;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setNear(true), { rootMargin: MARGIN });
    watch.observe(place);
    return () => watch.disconnect();
  }, [place, isNear]);
  return [setPlace, isNear];
}
