import { SEEDS, audit, open, part, settled } from './browser.mjs';

/** The editor: only there, with the query of the address. */
export async function editor() {
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
}
