import { SEEDS, check, open, part, settled } from './browser.mjs';

/** By keys alone: search, choose, open an act, copy a citation; Back undoes. */
export async function byKeys() {
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
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.goto(`${SEEDS}/matrix`);
    await settled(page);
    await page.locator('.matrix td a').first().focus();
    await page.keyboard.press('ArrowDown');
    check((await page.evaluate(() => document.activeElement.closest('td')?.dataset.row)) !== '0', 'keys', 'arrows do not walk the matrix');
    await page.close();
  });
}

/** The filter stands in the address, over pages, and Back undoes it. */
export async function filter() {
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
}
