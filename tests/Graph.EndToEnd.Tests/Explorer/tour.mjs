// A tour through every page of the explorer in Chromium. Prints what is wrong, one line each, and ends with 1 if anything is.
// node tour.mjs CHROMIUM PROFILE [PICTURES] with the addresses of the graphs in the environment: SEEDS, EMPTY, HOSTILE, FILMS;
// ONLY, a regular expression, chooses parts by their names.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , program, profile, pictures] = process.argv;
const room = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'src', 'Graph.Explorer');
const require = createRequire(join(room, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { SEEDS, EMPTY, HOSTILE, FILMS } = process.env;

const ACT = 'accusation-038830b5642b77c4';
const PAGES = {
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
const faults = [];
const wrong = (where, what) => faults.push(`${where}: ${what}`);
const check = (holds, where, what) => holds || wrong(where, what);

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  '--no-first-run',
];
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: program,
  headless: true,
  args: ARGUMENTS,
  viewport: { width: 1280, height: 900 },
});

/** Opens an address in a page of its own, and notes each request, refusal and error. */
async function open(name, url, { width = 1280, colours = 'light' } = {}) {
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
async function settled(page) {
  await page.waitForSelector('main h1, main .state.problem', { timeout: 15_000 });
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'), null, { timeout: 15_000 });
}

/** Whether nothing is wider than the window; charts take a moment after it has changed. */
async function fits(page, name) {
  const isWithin = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(isWithin, null, { timeout: 3_000 }).catch(() => wrong(name, 'is wider than 360 pixels'));
}

async function audit(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ exclude: [['.editor']] }, { resultTypes: ['violations'] }));
  for (const { id, help, nodes } of violations) wrong(name, `axe ${id}: ${help} (${nodes.length}: ${nodes[0].html.slice(0, 160)})`);
}

async function part(name, run) {
  if (process.env.ONLY && !new RegExp(process.env.ONLY).test(name)) return;
  try {
    await run();
  } catch (fault) {
    wrong(name, fault.message.split('\n')[0]);
  }
}

// Every page by its address, light and dark, wide and narrow; the same after a reload.
for (const [name, address] of Object.entries(PAGES)) {
  await part(`page ${name}`, async () => {
    const page = await open(name, SEEDS + address);
    check(!(await page.$('.state.problem')), name, 'shows a problem');
    const text = await page.innerText('main h1');
    await audit(page, `${name}, light`);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await audit(page, `${name}, dark`);
    await page.setViewportSize({ width: 360, height: 800 });
    await fits(page, name);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.reload();
    await settled(page);
    check(text === (await page.innerText('main h1')), name, 'shows something else after a reload');
    await page.close();
  });
}

// By keys alone: search, choose, open an act, copy a citation; Back undoes.
await part('keys', async () => {
  const page = await open('keys', `${SEEDS}/threads`);
  await page.keyboard.press('/');
  await page.keyboard.type('serghei lavr');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/actor/sergey-lavrov');
  await settled(page);
  await page.locator('.acts h3 a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/act/**');
  await page.waitForSelector('.evidence .words');
  await page.getByRole('button', { name: 'BibTeX' }).first().click();
  check((await page.innerText('.citation pre')).startsWith('@misc{'), 'keys', 'gives no BibTeX');
  await page.getByRole('button', { name: 'CSL-JSON' }).first().click();
  await page.waitForFunction(() => document.querySelector('.citation pre')?.textContent?.startsWith('['));
  check(JSON.parse(await page.innerText('.citation pre'))[0].title.length > 0, 'keys', 'gives no CSL-JSON');
  await page.goBack();
  check(page.url().endsWith('/actor/sergey-lavrov'), 'keys', 'Back does not lead back');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]', { timeout: 3_000 });
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached', timeout: 3_000 });
  await page.goto(`${SEEDS}/matrix`);
  await settled(page);
  await page.locator('.matrix td a').first().focus();
  await page.keyboard.press('ArrowDown');
  check((await page.evaluate(() => document.activeElement.closest('td')?.dataset.row)) !== '0', 'keys', 'arrows do not walk the matrix');
  await page.close();
});

// The filter stands in the address, over pages, and Back undoes it.
await part('filter', async () => {
  const page = await open('filter', `${SEEDS}/matrix`);
  await page.getByRole('button', { name: /^Filter/ }).click();
  await page.getByLabel('From', { exact: true }).fill('2025-06-01');
  await page.waitForURL('**from=2025-06-01');
  await page.getByLabel('Matter types').selectOption('AGREEMENT_BREACH');
  await page.waitForURL('**matterTypes=AGREEMENT_BREACH');
  await page.getByRole('link', { name: 'Timeline' }).click();
  check(page.url().includes('matterTypes=AGREEMENT_BREACH') && page.url().includes('from=2025-06-01'), 'filter', `is lost: ${page.url()}`);
  await settled(page);
  await page.goBack();
  await page.goBack();
  check(!page.url().includes('matterTypes'), 'filter', 'Back does not undo');
  await page.close();
});

// The picture: it is drawn, walked by keys, grows, hides, and its twin tells the same.
await part('picture', async () => {
  const page = await open('picture', `${SEEDS}/actor/sergey-lavrov`);
  await page.locator('.picture-place').scrollIntoViewIfNeeded();
  await page.waitForSelector('.canvas canvas', { timeout: 15_000 });
  await settled(page);
  await page.getByText('The same as tables').click();
  const links = await page.locator('.twin table').nth(1).locator('tbody tr').count();
  check(links > 3, 'picture', `has ${links} links`);
  await page.locator('.canvas').focus();
  const before = await page.innerText('.chosen h3');
  for (const arrow of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) {
    await page.keyboard.press(arrow);
    if ((await page.innerText('.chosen h3')) !== before) break;
  }
  check((await page.innerText('.chosen h3')) !== before, 'picture', 'arrows do not walk it');
  check((await page.innerText('#said')).length > 0, 'picture', 'says nothing to those who listen');
  await page.keyboard.press('e');
  await page.waitForURL('**grown=**');
  await page.waitForFunction((count) => document.querySelectorAll('.twin table')[1].querySelectorAll('tbody tr').length > count, links);
  await page.locator('.canvas').focus();
  await page.keyboard.press('h');
  await page.waitForURL('**hidden=**');
  for (const [form, starts] of [
    ['SVG', '<svg'],
    ['GEXF', '<?xml'],
    ['GraphML', '<?xml'],
    ['CSV', '\ufeffsource_type'],
    ['PNG', '\ufffdPNG'],
  ]) {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.board').getByRole('button', { name: form, exact: true }).click(),
    ]);
    const content = readFileSync(await saved.path(), 'utf8');
    check(content.startsWith(starts), 'picture', `${form} begins with ${content.slice(0, 12)}`);
  }
  await audit(page, 'picture');
  await page.close();
});

// All acts of a page as files, which the server writes.
await part('files', async () => {
  const page = await open('files', `${SEEDS}/actor/sergey-lavrov?from=2025-06-01`);
  const links = await page.locator('a[download]').evaluateAll((all) => all.map((link) => link.href));
  check(links.length === 4, 'files', `offers ${links.length}`);
  for (const link of links) {
    const answer = await page.request.get(link);
    check(answer.ok() && (await answer.body()).length > 500, 'files', `${link} answers ${answer.status()}`);
  }
  await page.close();
});

// The editor: only there, with the query of the address.
await part('query', async () => {
  const page = await open('query', `${SEEDS}/query?query=${encodeURIComponent('{ counts { type count } }')}`);
  await page.waitForSelector('.graphiql-execute-button', { timeout: 15_000 });
  await page.click('.graphiql-execute-button');
  await page.waitForFunction(() => document.querySelector('.result-window')?.textContent?.includes('Accusation'), null, {
    timeout: 10_000,
  });
  await audit(page, 'query');
  await page.goto(`${SEEDS}/matrix`);
  await settled(page);
  await page.getByRole('button', { name: 'As GraphQL' }).click();
  await page.waitForURL('**/query?**');
  await page.waitForSelector('.graphiql-execute-button', { timeout: 15_000 });
  await page.waitForFunction(() => document.querySelector('.graphiql-query-editor')?.textContent?.includes('whoAccusedWhom'), null, {
    timeout: 5_000,
  });
  await page.close();
});

// The API goes away and comes back: what is there stays, and the page goes on by itself.
await part('away', async () => {
  const page = await open('away', `${SEEDS}/actor/sergey-lavrov`);
  page.isDown = true;
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('link', { name: 'Matrix' }).click();
  await page.waitForSelector('.state.problem');
  check((await page.innerText('.state.problem')).includes('does not answer'), 'away', 'says not what is wrong');
  await page.unroute('**/graphql');
  await page.waitForSelector('.matrix', { timeout: 10_000 });
  await page.close();
});

// A graph with nothing in it, on every page.
for (const name of ['start', 'search', 'actor', 'matrix', 'timeline', 'threads', 'paths']) {
  const address = PAGES[name];
  await part(`empty ${name}`, async () => {
    const page = await open(`empty ${name}`, EMPTY + address);
    check(!(await page.$('.state.problem')), `empty ${name}`, 'shows a problem');
    await page.close();
  });
}

// What others wrote is text: HTML, scripts, other scripts and directions, five thousand characters.
for (const address of [
  '/',
  '/actor/evil',
  '/act/evil-act',
  '/pair/evil/rtl',
  '/matrix',
  '/threads',
  '/search?q=onerror',
  '/node/Document/evil-document',
  '/timeline?series=ACCUSER',
]) {
  await part(`hostile ${address}`, async () => {
    const page = await open(`hostile ${address}`, HOSTILE + address);
    check(!(await page.$('.state.problem')), `hostile ${address}`, 'shows a problem');
    check((await page.$$('main img, main script, main iframe')).length === 0, `hostile ${address}`, 'made elements of text');
    check((await page.$$('a[href^="javascript:"]')).length === 0, `hostile ${address}`, 'links a script');
    await page.setViewportSize({ width: 360, height: 800 });
    await fits(page, `hostile ${address}`);
    await page.close();
  });
}
await part('hostile names', async () => {
  const page = await open('hostile names', `${HOSTILE}/act/evil-act`);
  const name = page.locator('a.name bdi', { hasText: 'محمد' }).first();
  check(
    (await name.getAttribute('dir')) === 'rtl' && (await name.getAttribute('lang')) === 'ar',
    'hostile names',
    'Arabic is not said to be',
  );
  await page.close();
});

// Another domain, under its own names.
for (const address of [
  '/',
  '/matrix',
  '/actor/scott',
  '/act/ripley',
  '/search?q=weaver',
  '/paths?a=scott&b=weaver',
  '/node/Player/scott',
  '/timeline',
  '/threads',
  '/query',
]) {
  await part(`films ${address}`, async () => {
    const page = await open(`films ${address}`, FILMS + address);
    check(!(await page.$('.state.problem')), `films ${address}`, 'shows a problem');
    check(
      !/accus/i.test(await page.innerText('main')),
      `films ${address}`,
      `speaks of accusations: ${(await page.innerText('main')).match(/.{0,40}accus.{0,40}/i)?.[0]}`,
    );
    await page.close();
  });
}

if (pictures) {
  mkdirSync(pictures, { recursive: true });
  for (const [name, address, at] of [
    ['start', '/'],
    ['act', `/act/${ACT}`],
    ['matrix', '/matrix?rollUp=STATE'],
    ['pair', '/pair/volodymyr-zelenskyy/russia'],
    ['picture', '/actor/ukraine', '.board'],
  ]) {
    const page = await open(name, SEEDS + address, { width: 1000 });
    if (at) {
      await page.locator('.picture-place').scrollIntoViewIfNeeded();
      await page.waitForSelector('.canvas canvas', { timeout: 15_000 });
      await page.waitForTimeout(2_500);
      await page.locator(at).scrollIntoViewIfNeeded();
      await page.evaluate((selector) => scrollTo(0, document.querySelector(selector).getBoundingClientRect().top + scrollY - 120), at);
    }
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 72 });
    await page.close();
  }
}

await browser.close();
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
