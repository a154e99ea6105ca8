import { ACT, HOSTILE, SEEDS, check, open, part } from './browser.mjs';

/** The quoted words stand in their context, from the text that the graph keeps; where it keeps none they stand alone. */
export async function evidence() {
  await part('evidence', async () => {
    const page = await open('evidence', `${SEEDS}/act/${ACT}`);
    const block = page.locator('.evidence blockquote').filter({ hasText: 'Sudzha before they withdrew' });
    await block.locator('.context').first().waitFor();
    const [whole, words] = [await block.innerText(), await block.locator('.words').innerText()];
    check(whole.length > words.length + 20 && whole.includes(words), 'evidence', `has no context: ${whole}`);
    check((await block.locator('.party').count()) > 0, 'evidence', 'marks no party');
    await page.close();
  });
  await part('evidence without a text', async () => {
    const page = await open('evidence without a text', `${HOSTILE}/act/evil-act`);
    check((await page.locator('.evidence .words').count()) > 0, 'evidence without a text', 'has no words');
    await page.close();
  });
}
