// Chromium, and what every part of the tour does with a page: opens it, waits for it, and notes what is wrong.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , program, profile] = process.argv;
const room = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'src', 'Graph.Explorer');
const require = createRequire(join(room, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The addresses of the graphs. */
export const { SEEDS, EMPTY, HOSTILE, FILMS } = process.env;

export const ACT = 'accusation-038830b5642b77c4';

/** The pages, with something on each. */
export const PAGES = {
  start: '/',
  search: '/search?q=excuse',
  actor: '/actor/sergey-lavrov?from=2025-06-01',
  act: `/act/${ACT}`,
  pair: '/pair/volodymyr-zelenskyy/russia',
  event: '/event/istanbul-talks-2025-round-2',
  node: '/node/Claim/britain-takes-part-in-attacks-inside-russia',
  matrix: '/matrix?rollUp=STATE',
  timeline: '/timeline?series=ACCUSER',
  threads: '/threads',
  paths: '/paths?a=sergey-lavrov&b=friedrich-merz',
  licences: '/licences',
  nobody: '/actor/nobody-at-all',
  nowhere: '/act/',
};

export const faults = [];
export const wrong = (where, what) => faults.push(`${where}: ${what}`);
export const check = (holds, where, what) => holds || wrong(where, what);

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  '--no-first-run',
];
export const browser = await chromium.launchPersistentContext(profile, {
  executablePath: program,
  headless: true,
  args: ARGUMENTS,
  viewport: { width: 1280, height: 900 },
});

// Much longer than anything takes: what is held here is what pages do, not how fast a machine that does much else is.
browser.setDefaultTimeout(60_000);

/** Opens an address in a page of its own, and notes each request, refusal and error. */
export async function open(name, url, { width = 1280, colours = 'light' } = {}) {
  const page = await browser.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
  const home = new URL(url).host;
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== home) wrong(name, `asks another host: ${request.url()}`);
  });
  page.on('pageerror', (error) => wrong(name, `throws: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && !page.isDown && wrong(name, `says: ${message.text()}`));
  page.on('dialog', (dialog) => {
    wrong(name, `ran a script of the graph: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  await settled(page);
  return page;
}

/** Waits until the page has a heading and nothing is asked any more. */
export async function settled(page) {
  await page.waitForSelector('main h1, main .state.problem');
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
}

/** Whether nothing is wider than the window; charts take a moment after it has changed. */
export async function fits(page, name, what = 'is wider than 360 pixels') {
  const isWithin = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(isWithin, null, { timeout: 10_000 }).catch(() => wrong(name, what));
}

/** What axe finds on a page as it stands. */
export async function audit(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ exclude: [['.editor']] }, { resultTypes: ['violations'] }));
  for (const { id, help, nodes } of violations) wrong(name, `axe ${id}: ${help} (${nodes.length}: ${nodes[0].html.slice(0, 160)})`);
}

/** Runs a part of the tour, unless others are asked for; one that breaks off is a fault, and the next goes on. */
export async function part(name, run) {
  if (process.env.ONLY && !new RegExp(process.env.ONLY).test(name)) return;
  try {
    await run();
  } catch (fault) {
    wrong(name, fault.message.split('\n')[0]);
  }
}
