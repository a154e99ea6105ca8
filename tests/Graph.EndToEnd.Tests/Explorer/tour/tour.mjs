// A tour through every page of the explorer in Chromium. Prints what is wrong, one line each, and ends with 1 if anything is.
// node tour.mjs CHROMIUM PROFILE [PICTURES] with the addresses of the graphs in the environment: SEEDS, EMPTY, HOSTILE, FILMS;
// ONLY, a regular expression, chooses parts by their names.
import { browser, faults } from './browser.mjs';
import { everyPage, nothingThere } from './pages.mjs';
import { byKeys, filter } from './keys.mjs';
import { evidence } from './evidence.mjs';
import { files, picture } from './picture.mjs';
import { editor } from './editor.mjs';
import { away } from './away.mjs';
import { hostileTexts } from './texts.mjs';
import { otherDomain } from './domain.mjs';
import { pictures } from './pictures.mjs';

for (const run of [everyPage, byKeys, filter, evidence, picture, files, editor, away, nothingThere, hostileTexts, otherDomain]) await run();
if (process.argv[4]) await pictures(process.argv[4]);
await browser.close();
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
