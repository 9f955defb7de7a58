// The report laid out for paper: nothing cut, nothing too small, no tools, in both languages, from any screen; and the
// logo on its cover.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FULL, full } from './firms.mjs';
import { SAMPLE, clean, fresh, launch, visit } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

for (const locale of ['zh-CN', 'en']) {
  for (const [form, id, width] of [['sample', SAMPLE, 1280], ['full', FULL, 1280], ['full', FULL, 360]]) {
    test(`${form} from a screen of ${width} px, ${locale}: laid out for paper nothing is cut, small or of the screen`, async () => {
      const entries = form === 'full' ? { [`fuxiao/a/${FULL}`]: JSON.stringify(full()) } : {};
      const { page, context, wrong } = await fresh(browser, { locale, theme: 'dark', width, entries });
      await visit(page, `#/a/${id}/report`);
      await page.locator('[data-test=print]:enabled').waitFor();
      await page.setViewportSize({ width: 680, height: 900 });
      await page.emulateMedia({ media: 'print' });
      const seen = await page.evaluate(() => {
        const shown = (element) => element.offsetParent !== null;
        return {
          cut: [...document.querySelectorAll('.sheet *')].filter((element) => !element.closest('svg, .unseen') && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1).map((element) => element.className || element.tagName),
          small: [...document.querySelectorAll('.sheet *')].filter((element) => element.textContent.trim() && shown(element) && parseFloat(getComputedStyle(element).fontSize) < 9.5 * 4 / 3 - 0.01).map((element) => element.className || element.tagName),
          letters: Math.min(...[...document.querySelectorAll('.sheet svg text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)),
          tallest: Math.max(...[...document.querySelectorAll('.sheet svg')].map((svg) => svg.getBoundingClientRect().height)),
          links: [...document.querySelectorAll('.sheet a')].filter((link) => link.getClientRects().length).length,
          tools: [...document.querySelectorAll('.bar, .foot, .toolbar, .export, .report__choice, .sheet button')].filter(shown).length,
          paper: getComputedStyle(document.querySelector('.sheet')).backgroundColor,
          summary: document.querySelector('[data-test=summary]').getBoundingClientRect().height,
        };
      });
      assert.deepEqual(seen.cut, []);
      assert.deepEqual([...new Set(seen.small)], []);
      assert.ok(seen.letters >= 9.5 * 4 / 3 - 0.05, `letters of ${seen.letters} px in a chart`);
      assert.ok(seen.tallest <= 266 * 96 / 25.4, `a drawing of ${seen.tallest} px is cut`);
      assert.equal(seen.links, 0, 'paper leads nowhere');
      assert.equal(seen.tools, 0);
      assert.equal(seen.paper, 'rgb(255, 255, 255)');
      assert.ok(seen.summary <= 265 * 96 / 25.4, 'the summary fits on a page');
      clean(wrong);
      await context.close();
    });
  }
}

test('a logo goes on the cover; what is too large or no picture is refused with a word', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/report`);
  await page.locator('.report__brand summary').click();
  const told = page.locator('[data-test=logo-outcome]');
  const choose = (name, mimeType, buffer) => page.locator('#brand-logo').setInputFiles({ name, mimeType, buffer });
  await choose('large.png', 'image/png', Buffer.alloc(100_001, 1));
  await told.filter({ hasText: '100 kB' }).waitFor();
  await choose('text.png', 'image/png', Buffer.from('no picture'));
  await told.filter({ hasText: 'no PNG' }).waitFor();
  assert.equal(await page.locator('.sheet__logo').count(), 0);
  await choose('logo.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'));
  await page.locator('.sheet__logo').waitFor();
  assert.ok(await page.locator('.sheet__logo').evaluate((image) => image.decode().then(() => image.naturalWidth)) === 40);
  await page.locator('#brand-accent').fill('#b03060');
  assert.equal(await page.locator('[data-test=accent] rect').getAttribute('fill'), '#b03060');
  await page.reload();
  await page.locator('.sheet__logo').waitFor();
  assert.equal(await page.locator('[data-test=accent] rect').getAttribute('fill'), '#b03060');
  clean(wrong);
  await context.close();
});
