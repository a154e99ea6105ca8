import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** A query file is imported as its text, without comments and runs of blanks. */
const queries: Plugin = {
  name: 'graphql-text',
  transform(code, id) {
    if (!id.endsWith('.graphql')) return null;
    return { code: `export default ${JSON.stringify(code.replace(/#.*$/gm, '').replace(/\s+/g, ' ').trim())};`, map: null };
  },
};

/** `virtual:licences`: the packages that end up in the pages, each with the text of its licence. */
const licences: Plugin = {
  name: 'licences',
  resolveId: (id) => (id === 'virtual:licences' ? '\0licences' : null),
  load(id) {
    if (id !== '\0licences') return null;
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean; version: string; license?: string }>;
    };
    const list = Object.entries(lock.packages)
      .filter(([path, entry]) => path && !entry.dev && !path.includes('@types/'))
      .map(([path, entry]) => {
        const file = existsSync(path) ? readdirSync(path).find((name) => /^licen[cs]e/i.test(name)) : undefined;
        return {
          name: path.replace(/^.*node_modules\//, ''),
          version: entry.version,
          licence: entry.license ?? 'see text',
          text: file ? readFileSync(join(path, file), 'utf8') : '',
        };
      });
    return `export default ${JSON.stringify(list)};`;
  },
};

const server = process.env.GRAPH_URL ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [queries, licences],
  // The server says in the document where its files are: it may stand at a path of its own.
  base: './',
  build: {
    assetsDir: 'explorer',
    assetsInlineLimit: 0,
    target: 'es2022',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': server, '/explorer.json': server, '/export': server, '/health': server } },
  test: { include: ['app/**/*.test.ts', 'app/**/*.test.tsx'], environment: 'node' },
} as Parameters<typeof defineConfig>[0]);
