import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ActPage } from './pages/act';
import { ActorPage } from './pages/actor';
import { StartPage } from './pages/start';
import { SearchPage } from './pages/search';
import { FilterBar } from './parts/filterbar';
import { Header } from './parts/header';
import { Help, useKeys } from './parts/keys';
import { Page, useTitle } from './parts/page';
import { useRoute } from './route';

type Loaded = FunctionComponent<{ path: string[] }>;

/** Pages that are read less often come when they are first gone to. */
const LATER: Record<string, () => Promise<Loaded>> = {
  pair: () => import('./pages/pair').then((page) => page.PairPage),
  event: () => import('./pages/event').then((page) => page.EventPage),
  node: () => import('./pages/node').then((page) => page.NodePage),
  matrix: () => import('./pages/matrix').then((page) => page.MatrixPage),
  timeline: () => import('./pages/timeline').then((page) => page.TimelinePage),
  threads: () => import('./pages/threads').then((page) => page.ThreadsPage),
  paths: () => import('./pages/paths').then((page) => page.PathsPage),
  licences: () => import('./pages/licences').then((page) => page.LicencesPage),
  query: () => import('./pages/query').then((page) => page.QueryPage),
};

const NOW: Record<string, Loaded> = { '': StartPage, act: ActPage, actor: ActorPage, search: SearchPage };

export function App() {
  const { path } = useRoute();
  const [help, setHelp] = useState(false);
  useKeys(() => setHelp((open) => !open));
  const page = path[0] ?? '';
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <Header onHelp={() => setHelp(true)} />
      {page !== 'query' && page !== 'licences' && <FilterBar />}
      <Current page={page} path={path} />
      <div id="said" class="out-of-sight" aria-live="polite" />
      {help && <Help close={() => setHelp(false)} />}
    </>
  );
}

function Current({ page, path }: { page: string; path: string[] }) {
  const [later, setLater] = useState<{ page: string; content?: Loaded; fault?: string }>({ page: '' });
  const load = LATER[page];
  useEffect(() => {
    if (!load || later.page === page) return;
    let wanted = true;
    load().then(
      (content) => wanted && setLater({ page, content }),
      (fault: Error) => wanted && setLater({ page, fault: fault.message }),
    );
    return () => void (wanted = false);
  }, [page]);
  const Now = NOW[page] ?? (later.page === page ? later.content : undefined);
  if (Now) return <Now path={path} key={path.join('/')} />;
  if (load && later.page === page && later.fault)
    return (
      <Page title="This page did not load">
        <p class="problem" role="alert">
          {later.fault} Load the page anew; the server may have been replaced.
        </p>
      </Page>
    );
  return load ? (
    <main id="main">
      <p class="state quiet" role="status">
        Loading…
      </p>
    </main>
  ) : (
    <NoPage />
  );
}

function NoPage() {
  useTitle('No such page');
  return (
    <Page title="There is no such page">
      <p>
        Begin at the <a href="/">start</a>, or <a href="/search">search</a> for a name or some words.
      </p>
    </Page>
  );
}
