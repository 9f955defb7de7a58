// Every page in both languages and themes: axe finds nothing, nothing scrolls sideways, labels do not overlap, and no
// word of the other language shows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PLACES, SAMPLE, axe, clean, follow, fresh, launch, visit } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const locale of ['zh-CN', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing: ${locale}, ${theme}`, async () => {
      const { page, context, wrong } = await fresh(browser, { locale, theme });
      await visit(page, '#/');
      for (const place of PLACES) {
        await follow(page, place);
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
        assert.deepEqual(await axe(page), [], `${place} ${locale} ${theme}`);
      }
      clean(wrong);
      await context.close();
    });
  }

  test(`nothing scrolls sideways at 320 px, and no chart label overlaps at 360 px: ${locale}`, async () => {
    for (const width of [320, 360]) {
      const { page, context } = await fresh(browser, { locale, width });
      await visit(page, '#/');
      for (const place of PLACES) {
        await follow(page, place);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0, `${place} at ${width} px`);
      }
      await follow(page, `#/a/${SAMPLE}/results`);
      const overlaps = await page.evaluate(() => [...document.querySelectorAll('figure svg')].flatMap((svg) => {
        // Of the letters alone: engines differ in whether the client's box holds their rim.
        const box = (text) => {
          const { x, y, width, height } = text.getBBox();
          const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(text.getScreenCTM()));
          const [across, down] = ['x', 'y'].map((axis) => corners.map((corner) => corner[axis]));
          return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
        };
        const labels = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: box(text) }));
        const crossed = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
        return labels.flatMap((a, i) => labels.slice(i + 1).filter((b) => crossed(a.box, b.box)).map((b) => `${a.text} / ${b.text}`));
      }));
      assert.deepEqual(overlaps, [], `at ${width} px`);
      await context.close();
    }
  });

  test(`no text of the other language: ${locale}`, async () => {
    const { page, context } = await fresh(browser, { locale });
    await visit(page, '#/');
    for (const place of PLACES) {
      await follow(page, place);
      const text = await page.evaluate(() => {
        document.querySelectorAll('.language').forEach((one) => one.remove());
        document.querySelectorAll('details').forEach((one) => { one.open = true; });
        return `${document.title}\n${document.querySelector('#app').innerText}`;
      });
      if (locale === 'en') {
        assert.doesNotMatch(text, /[\u4e00-\u9fff]/u, place);
      } else {
        const known = /^(International|Reading|Speed|Texts|fuxiao|settings|sample|list|Enter)$/;
        const foreign = (text.match(/[A-Za-z]{4,}/g) ?? []).filter((word) => !known.test(word) && word !== word.toUpperCase());
        assert.deepEqual(foreign, [], place);
      }
      await visit(page, place);
    }
    await context.close();
  });
}
