import { HOSTILE, check, fits, open, part } from './browser.mjs';

/** What others wrote is text: HTML, scripts, other scripts and directions, five thousand characters. */
export async function hostileTexts() {
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
}
