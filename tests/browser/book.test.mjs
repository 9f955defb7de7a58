// The workbook: the program that writes it is fetched when it is asked for, and asked for again when it did not arrive.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, clean, fresh, knownIn, launch, needs, visit } from './helpers.mjs';

const REPORT = `#/a/${SAMPLE}/report`;
const WRITER = /\/fuxiao-workbook[^/]*\.(js|wasm)$/;

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** The page with everything to take away, and what was fetched of the program that writes workbooks. */
async function report(options) {
  const opened = await fresh(browser, options);
  await visit(opened.page, REPORT);
  await opened.page.locator('[data-test=take-book]:enabled').waitFor();
  const fetched = () => opened.page.requests.map(({ url }) => url).filter((url) => WRITER.test(url));
  return { ...opened, fetched };
}

const taken = (page) => page.download(() => page.locator('[data-test=take-book]').click());

const told = (page, words) => page.waitForFunction(
  (words) => document.querySelector('[data-test=take-book-told]').innerText.includes(words),
  words,
);

for (const [locale, kind] of [['zh-CN', '工作簿'], ['en', 'workbook']]) {
  test(`the workbook is written by a program that comes when it is wanted, ${locale}`, needs('events'), async () => {
    const { page, context, wrong, fetched } = await report({ locale });
    // Longer than any program is waited for that is fetched ahead of its time.
    await page.waitForTimeout(2_500);
    assert.deepEqual(fetched(), []);
    const { name, bytes } = await taken(page);
    assert.match(name, new RegExp(`-${kind}-\\d{4}-\\d{2}-\\d{2}\\.xlsx$`));
    assert.equal(bytes.subarray(0, 4).toString('latin1'), 'PK\u0003\u0004');
    assert.ok(bytes.length > 10_000, `${bytes.length} bytes`);
    await told(page, name);
    assert.equal(await page.evaluate(() => document.activeElement?.dataset?.test), 'take-book', 'the focus stays on the button');
    assert.equal(fetched().length, 2, fetched().join(' '));
    // The same answers make the same file, by the program that is here.
    const again = await taken(page);
    assert.ok(again.bytes.equals(bytes));
    assert.equal(fetched().length, 2, fetched().join(' '));
    clean(wrong);
    await context.close();
  });
}

const again = { ...needs('events', 'intercept'), ...knownIn('firefox', 'a module that did not arrive is never asked for again by the same address') };
test('a program that did not arrive is fetched again', again, async () => {
  for (const [locale, absent] of [['zh-CN', '没有取到'], ['en', 'did not arrive']]) {
    const { page, context, wrong } = await report({ locale, width: 320 });
    await page.refuse(WRITER);
    await page.locator('[data-test=take-book]').click();
    await told(page, absent);
    assert.ok(await page.locator('#recovery').isHidden(), 'the page goes on');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    assert.deepEqual(await axe(page), []);
    await page.allow(WRITER);
    // What the browser says of the requests that were cut off.
    clean(wrong.splice(0).filter((line) => !/Failed to load resource/.test(line)));
    const { name, bytes } = await taken(page);
    assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
    await told(page, name);
    clean(wrong);
    await context.close();
  }
});
