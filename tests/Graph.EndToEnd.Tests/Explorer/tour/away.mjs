import { SEEDS, check, open, part } from './browser.mjs';

/** The API goes away and comes back: what is there stays, and the page goes on by itself. */
export async function away() {
  await part('away', async () => {
    const page = await open('away', `${SEEDS}/actor/sergey-lavrov`);
    page.isDown = true;
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Matrix' }).click();
    await page.waitForSelector('.state.problem');
    check((await page.innerText('.state.problem')).includes('does not answer'), 'away', 'says not what is wrong');
    await page.unroute('**/graphql');
    await page.waitForSelector('.matrix');
    await page.close();
  });
}
