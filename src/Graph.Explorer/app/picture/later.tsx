import { useEffect, useState } from 'preact/hooks';
import { useNear } from '../parts/near';
import type { Picture as PictureType } from './picture';

export interface Start {
  type: string;
  id: string;
}

/** The picture, whose libraries come when the reader is near it. */
export function Picture({ of }: { of: Start }) {
  const [place, isNear] = useNear<HTMLDivElement>();
  const [loaded, setLoaded] = useState<{ Content: typeof PictureType }>();
  const [fault, setFault] = useState('');
  useEffect(() => {
    if (!isNear) return;
    import('./picture').then(
      (module) => setLoaded({ Content: module.Picture }),
      (error: Error) => setFault(error.message),
    );
  }, [isNear]);
  if (fault)
    return (
      <p class="problem" role="alert">
        The picture did not load: {fault}. Load the page anew.
      </p>
    );
  return (
    <div ref={place} class="picture-place">
      {loaded ? <loaded.Content of={of} /> : <p class="quiet state">The picture comes…</p>}
    </div>
  );
}
