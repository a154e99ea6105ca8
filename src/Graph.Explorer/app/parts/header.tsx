import { domain } from '../domain';
import { address } from '../filter';
import { useRoute } from '../route';
import { SearchBox } from './searchbox';

export function Header({ onHelp }: { onHelp: () => void }) {
  const { path } = useRoute();
  const act = domain().act;
  const pages: [string, string][] = [
    ...(act?.pairs ? [['matrix', 'Matrix'] as [string, string]] : []),
    ...(act?.timeline ? [['timeline', 'Timeline'] as [string, string]] : []),
    ...(act?.threads ? [['threads', 'Threads'] as [string, string]] : []),
    ['paths', 'Paths'],
    ['query', 'Query'],
  ];
  const here = path[0] ?? '';
  return (
    <header class="top">
      <a class="brand" href={address('/')} aria-current={here === '' ? 'page' : undefined}>
        Explorer
      </a>
      {here !== '' && <SearchBox />}
      <nav aria-label="Pages">
        {pages.map(([page, title]) => (
          <a key={page} href={page === 'query' ? '/query' : address(`/${page}`)} aria-current={here === page ? 'page' : undefined}>
            {title}
          </a>
        ))}
        <button type="button" class="plain" onClick={onHelp} aria-label="Help and keys" title="Help and keys (?)">
          ?
        </button>
      </nav>
    </header>
  );
}
