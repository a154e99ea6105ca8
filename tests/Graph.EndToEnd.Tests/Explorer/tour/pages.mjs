import { EMPTY, PAGES, SEEDS, audit, check, fits, open, part, settled } from './browser.mjs';

/** Every page by its address, light and dark, wide and narrow, with text twice as large; the same after a reload. */
export async function everyPage() {
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
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await fits(page, name, 'is wider than the window with text at 200 %');
      await page.reload();
      await settled(page);
      check(text === (await page.innerText('main h1')), name, 'shows something else after a reload');
      await page.close();
    });
  }
}

/** A graph with nothing in it, on every page. */
export async function nothingThere() {
  for (const name of ['start', 'search', 'actor', 'matrix', 'timeline', 'threads', 'paths']) {
    const address = PAGES[name];
    await part(`empty ${name}`, async () => {
      const page = await open(`empty ${name}`, EMPTY + address);
      check(!(await page.$('.state.problem')), `empty ${name}`, 'shows a problem');
      await page.close();
    });
  }
}
