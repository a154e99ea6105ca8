import { SEEDS, audit, open, part, settled } from './browser.mjs';

/** Runs the query until its answer is there: a click before the editor has read its query runs nothing. */
async function answer(page, text) {
  const answered = page.locator('.result-window', { hasText: text });
  for (let tries = 0; tries < 10 && !(await answered.isVisible()); tries++) {
    await page.click('.graphiql-execute-button');
    await answered.waitFor({ timeout: 6_000 }).catch(() => {});
  }
  await answered.waitFor();
}

/** The editor: only there, with the query of the address. */
export async function editor() {
  await part('query', async () => {
    const page = await open('query', `${SEEDS}/query?query=${encodeURIComponent('{ counts { type count } }')}`);
    await page.waitForSelector('.graphiql-execute-button');
    await answer(page, 'Accusation');
    await audit(page, 'query');
    await page.goto(`${SEEDS}/matrix`);
    await settled(page);
    await page.getByRole('button', { name: 'As GraphQL' }).click();
    await page.waitForURL('**/query?**');
    await page.waitForSelector('.graphiql-execute-button');
    await page.waitForFunction(() => document.querySelector('.graphiql-query-editor')?.textContent?.includes('whoAccusedWhom'));
    await page.close();
  });
}
