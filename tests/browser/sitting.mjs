// What tests of a sitting share that start Chromium themselves: its options, a page with an assessment begun, answers, what
// the toolbar says of saving, killing a browser. Knows the page's questions and toolbar, not what a test checks.
import fs from 'node:fs';
import { CHROMIUM_ARGS } from './driver/record.mjs';
import { BASE } from './helpers.mjs';

export const OPTIONS = { executablePath: process.env.CHROMIUM, args: CHROMIUM_ARGS };

export const question = (page, at) => page.locator('fieldset.question').nth(at);
export const answer = (page, at, level) => question(page, at).locator('input[type=radio]').nth(level - 1).check({ force: true });
/** As `answer`, without waiting for what comes of it: another tab may take the question away. Gives the level that stood there. */
export const press = (page, at, level) => question(page, at).evaluate((fieldset, level) => {
  const before = fieldset.querySelector('input:checked')?.value;
  fieldset.querySelectorAll('input[type=radio]')[level - 1].click();
  return Number(before);
}, level);
export const said = (page, pattern) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector('[data-test=saved]')?.textContent), pattern.source);
export const idOf = (page) => page.url().match(/#\/a\/([^/]+)/)[1];

/** A page in which an assessment was begun and its first question answered and saved. */
export async function begun(context, init) {
  const page = await context.newPage();
  if (init) await page.addInitScript(init);
  await page.goto(`${BASE}#/`);
  await page.locator('[data-test=start]').click();
  await question(page, 0).waitFor();
  await answer(page, 0, 2);
  await said(page, /^(Saved|Noted)/);
  return page;
}

/** Ends every process of the browser that uses a profile, at once. */
export function kill(profile) {
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}
