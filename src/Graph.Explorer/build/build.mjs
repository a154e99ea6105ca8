// Builds the pages into obj/explorer, each with its compressed twins. Safe to run at once with itself, as builds of two configurations do.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Exit code that says: the packages could not be had. */
const NO_PACKAGES = 3;
/** Another build takes at most some minutes, on a slow machine with a slow line; what is older was broken off. */
const LOCK_MS = 5 * 60_000;
/** Below this many bytes compression saves less than the headers that tell of it. */
const COMPRESS_FROM_BYTES = 1_000;

const room = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = join(room, 'obj', 'explorer');
const lock = join(room, 'obj', 'explorer.lock');

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const digest = (files) => {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(relative(room, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};
const kept = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const run = (program, args) => spawnSync(program, args, { cwd: room, encoding: 'utf8', shell: process.platform === 'win32' });

function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
    }
    try {
      if (Date.now() - statSync(lock).mtimeMs > LOCK_MS) rmSync(lock, { recursive: true, force: true });
    } catch {
      // Its owner has just let go.
    }
    sleep(100);
  }
}

/** Installs what the lock file names, unless it is there; says what npm said where it cannot. */
function install() {
  const stamp = join(room, 'node_modules', '.installed');
  const wanted = digest([join(room, 'package-lock.json')]);
  if (kept(stamp) === wanted) return true;
  const { status, stderr, error } = run('npm', [
    'ci',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=1',
    '--fetch-timeout=20000',
    '--loglevel=error',
  ]);
  if (status !== 0) {
    console.log(
      `The explorer is not built, for its packages could not be installed. The server will say at / how to get it. npm says: ${error?.message ?? stderr.trim().split('\n').slice(0, 2).join(' ')}`,
    );
    return false;
  }
  writeFileSync(stamp, wanted);
  return true;
}

function compress(folder) {
  for (const file of filesUnder(folder)) {
    const content = readFileSync(file);
    if (content.length < COMPRESS_FROM_BYTES || /\.(woff2?|png)$/.test(file)) continue;
    const quality = {
      [constants.BROTLI_PARAM_QUALITY]: content.length > 500_000 ? 9 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

function build() {
  const sources = ['app', 'build']
    .flatMap((folder) => filesUnder(join(room, folder)))
    .concat(['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'].map((name) => join(room, name)));
  const wanted = digest(sources);
  const stamp = join(room, 'obj', 'explorer.sources');
  if (kept(stamp) === wanted && existsSync(join(pages, 'index.html'))) return 0;
  if (!install()) return NO_PACKAGES;

  const fresh = join(room, 'obj', 'explorer.new');
  rmSync(fresh, { recursive: true, force: true });
  const { status, stdout, stderr } = run(process.execPath, [
    join('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--outDir',
    fresh,
    '--logLevel',
    'error',
  ]);
  if (status !== 0) {
    console.error(stdout + stderr);
    return 1;
  }
  compress(fresh);
  rmSync(pages, { recursive: true, force: true });
  try {
    renameSync(fresh, pages);
  } catch {
    cpSync(fresh, pages, { recursive: true });
  }
  writeFileSync(stamp, wanted);
  return 0;
}

takeLock();
try {
  process.exitCode = build();
} finally {
  rmSync(lock, { recursive: true, force: true });
}
