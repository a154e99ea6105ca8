import { readFileSync } from 'node:fs';
import { SEEDS, audit, check, open, part, settled } from './browser.mjs';

/** The picture: it is drawn, walked by keys, grows, hides, and its twin tells the same. */
export async function picture() {
  await part('picture', async () => {
    const page = await open('picture', `${SEEDS}/actor/sergey-lavrov`);
    await page.locator('.picture-place').scrollIntoViewIfNeeded();
    await page.waitForSelector('.canvas canvas');
    await settled(page);
    await page.getByText('The same as tables').click();
    await page.waitForSelector('.twin table');
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
}

/** All acts of a page as files, which the server writes. */
export async function files() {
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
}
