// The page opens on a slow phone without anything moving. The processor is slowed by Chromium's tools, and no other
// engine tells of shifts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BASE, fresh, launch, needs } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('nothing moves while the page opens, on a slow phone', needs('devtools'), async () => {
  for (const locale of ['zh-CN', 'en']) {
    const { page, context } = await fresh(browser, { locale, width: 412, height: 823 });
    const session = await page.raw.context().newCDPSession(page.raw);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      window.shifts = [];
      const note = (list) => window.shifts.push(...list.getEntries().map((entry) => entry.value));
      new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
    });
    // The first paint stands for a while, as on a slow connection.
    await page.raw.route('**/fuxiao-app-*.wasm', async (route) => {
      await page.locator('#loading').waitFor();
      await page.waitForTimeout(500);
      await route.continue();
    });
    await page.goto(BASE);
    await page.locator('#content h1').waitFor();
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
    await context.close();
  }
});
