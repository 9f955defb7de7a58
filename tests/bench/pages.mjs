// How long the pages take that are fetched by themselves: the results as the first page of a visit, the what-if page from
// inside the app, and one level tried on it. With BASE_URLS (several addresses, by commas) it measures builds in turn, so
// that they share the machine's moods. Knows the sample firm and marks of the pages.
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../browser/driver/record.mjs';

const ROUNDS = 11;
const SAMPLE = '5a3b1e00-0000-4000-8000-000000000001';
const bases = (process.env.BASE_URLS ?? process.env.BASE_URL).split(',');
const slowdown = Number(process.env.CPU_SLOWDOWN ?? 1);
const rank = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.ceil(list.length * share) - 1)];

/** One visit with an empty cache; the milliseconds of each thing that was measured. */
async function visit(browser, base) {
  const context = await browser.newContext({ locale: 'en' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    // When something is first on the page, by the page's own clock.
    await page.addInitScript(() => {
      window.seen = (selector) => new Promise((done) => {
        const look = () => document.querySelector(selector) && done(performance.now());
        new MutationObserver(look).observe(document, { childList: true, subtree: true });
        look();
      });
      window.results = window.seen('[data-test=headline]');
    });
    await page.goto(`${base}#/a/${SAMPLE}/results`);
    const results = await page.evaluate(() => window.results);
    await page.waitForLoadState('networkidle');
    const whatif = await page.evaluate(async (hash) => {
      const begins = performance.now();
      location.hash = hash;
      return (await window.seen('[data-test=discard]')) - begins;
    }, `#/a/${SAMPLE}/whatif`);
    await page.waitForTimeout(300);
    const tried = await page.evaluate(async () => {
      document.querySelector('[data-test="whatif-list-D1"]').open = true;
      const times = [];
      for (const level of [2, 4, 1, 5, 3]) {
        const radio = document.querySelectorAll('[data-test="whatif-item-D1.1"] input[type=radio]')[level - 1];
        const begins = performance.now();
        radio.click();
        // What is queued without a pause is done before this.
        await new Promise((done) => { setTimeout(done); });
        times.push(performance.now() - begins);
        await new Promise((done) => { setTimeout(done, 50); });
      }
      return times.sort((a, b) => a - b)[2];
    });
    return { 'cold results': results, 'what-if opened': whatif, 'a level tried': tried };
  } finally {
    await context.close();
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: CHROMIUM_ARGS });
try {
  const all = bases.map(() => []);
  // The first visit of each is thrown away: the server and the browser warm up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [at, base] of bases.entries()) {
      const one = await visit(browser, base);
      if (round > 0) all[at].push(one);
    }
  }
  console.log(`Pages, ${ROUNDS} visits, processor slowed ${slowdown} times; median (10th to 90th of 100)`);
  for (const [at, base] of bases.entries()) {
    if (bases.length > 1) console.log(`  ${base}`);
    for (const name of Object.keys(all[at][0])) {
      const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => rank(all[at].map((one) => one[name]), share).toFixed(0));
      console.log(`  ${name}: ${middle} ms (${low} to ${high})`);
    }
  }
} catch (error) {
  console.error(`pages.mjs: ${String(error.message).split('\n')[0]}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
