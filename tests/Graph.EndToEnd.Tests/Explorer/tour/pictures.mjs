import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ACT, SEEDS, open } from './browser.mjs';

/** Takes the pictures of the documentation afresh. */
export async function pictures(folder) {
  mkdirSync(folder, { recursive: true });
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
      await page.waitForSelector('.canvas canvas');
      await page.waitForTimeout(2_500);
      await page.locator(at).scrollIntoViewIfNeeded();
      await page.evaluate((selector) => scrollTo(0, document.querySelector(selector).getBoundingClientRect().top + scrollY - 120), at);
    }
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 72 });
    await page.close();
  }
}
