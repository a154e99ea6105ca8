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
import { base, useRoute } from './route';

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
    return <Missing fault={later.fault} />;
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

/** How often it is looked whether a server that was away is back. */
const RETRY_MS = 3_000;
/** A page that was loaded anew so lately and still lacks a part is not loaded again by itself. */
const LEAST_APART_MS = 60_000;
const LOADED = 'loaded anew';

/** A part of the pages that could not be had: its server is away, or has another build. All that a page shows stands in its address. */
function Missing({ fault }: { fault: string }) {
  useEffect(() => {
    if (Date.now() - Number(sessionStorage.getItem(LOADED) ?? 0) < LEAST_APART_MS) return;
    const timer = setInterval(() => {
      // This one is answered without a key, too.
      fetch(`${base}/health/live`).then(
        (answer) => {
          if (!answer.ok) return;
          sessionStorage.setItem(LOADED, String(Date.now()));
          location.reload();
        },
        () => undefined,
      );
    }, RETRY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Page title="This page did not load">
      <p class="problem" role="alert">
        The server does not answer, or has been replaced. The page is loaded anew when it answers; where it stays away, see whether it runs.
      </p>
      <p class="quiet small">{fault}</p>
    </Page>
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
