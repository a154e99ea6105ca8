import { FILMS, check, open, part } from './browser.mjs';

/** Another domain, under its own names. */
export async function otherDomain() {
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
}
