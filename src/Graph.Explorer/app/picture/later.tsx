import { useEffect, useState } from 'preact/hooks';
import type { Picture as PictureType } from './picture';

export interface Start {
  type: string;
  id: string;
}

/** The picture, whose libraries come when the reader is near it. */
export function Picture({ of }: { of: Start }) {
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  const [loaded, setLoaded] = useState<{ Content: typeof PictureType }>();
  const [fault, setFault] = useState('');
  useEffect(() => {
    if (!place || loaded) return;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        import('./picture').then(
          (module) => setLoaded({ Content: module.Picture }),
          (error: Error) => setFault(error.message),
        );
      },
      { rootMargin: '300px' },
    );
    near.observe(place);
    return () => near.disconnect();
  }, [place]);
  if (fault)
    return (
      <p class="problem" role="alert">
        The picture did not load: {fault}. Load the page anew.
      </p>
    );
  return (
    <div ref={setPlace} class="picture-place">
      {loaded ? <loaded.Content of={of} /> : <p class="quiet state">The picture comes…</p>}
    </div>
  );
}
