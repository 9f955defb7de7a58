// The workbook: the worker that writes it is started when one is asked for, and anew when it did not arrive or died.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, clean, fresh, knownIn, launch, needs, visit } from './helpers.mjs';
import { trapping } from './trap.mjs';

const REPORT = `#/a/${SAMPLE}/report`;
const WRITER = /\/(fuxiao-workbook|workbook-worker)[^/]*\.(js|wasm)$/;
const PROGRAM = /\/fuxiao-workbook-[^/]*\.wasm$/;
const SCRIPT = /\/fuxiao-workbook-[^/]*\.js$/;

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** The page with everything to take away, and what was fetched of the program that writes workbooks. */
async function report(options) {
  const opened = await fresh(browser, options);
  await visit(opened.page, REPORT);
  await opened.page.locator('[data-test=export-workbook]:enabled').waitFor();
  const fetched = () => opened.page.requests.map(({ url }) => url).filter((url) => WRITER.test(url));
  return { ...opened, fetched };
}

const taken = (page) => page.download(() => page.locator('[data-test=export-workbook]').click());

const told = (page, words) => page.waitForFunction(
  (words) => document.querySelector('[data-test=export-workbook-outcome]').innerText.includes(words),
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
    assert.equal(await page.evaluate(() => document.activeElement?.dataset?.test), 'export-workbook', 'the focus stays on the button');
    assert.equal(fetched().length, 3, fetched().join(' '));
    // The same answers make the same file, by the program that is here.
    const again = await taken(page);
    assert.ok(again.bytes.equals(bytes));
    assert.equal(fetched().length, 3, fetched().join(' '));
    clean(wrong);
    await context.close();
  });
}

test('a worker that dies says so, the page goes on, and the next try has a fresh one', needs('events', 'intercept'), async () => {
  for (const [locale, failed] of [['zh-CN', '没有生成'], ['en', 'could not be made']]) {
    const { page, context, wrong, fetched } = await report({ locale });
    await page.serve(PROGRAM, trapping(/closures.*invoke/));
    await page.locator('[data-test=export-workbook]').click();
    await told(page, failed);
    assert.ok(await page.locator('#recovery').isHidden());
    await page.allow(PROGRAM);
    const { bytes } = await taken(page);
    assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
    assert.equal(fetched().filter((url) => url.includes('workbook-worker')).length, 2, fetched().join(' '));
    clean(wrong);
    await context.close();
  }
});

const again = { ...needs('events', 'intercept'), ...knownIn('firefox', 'a module that did not arrive is never asked for again by the same address') };
test('a program that did not arrive is fetched again', again, async () => {
  const lost = (page, file) => page.refuse(file);
  const missing = (page, file) => page.serve(file, { status: 404, contentType: 'text/html', body: 'no' });
  for (const [locale, absent, file, spoil] of [
    ['zh-CN', '没有取到', WRITER, lost], ['en', 'did not arrive', WRITER, lost],
    ['en', 'did not arrive', PROGRAM, missing], ['en', 'did not arrive', SCRIPT, missing],
  ]) {
    const { page, context, wrong } = await report({ locale, width: 320 });
    await spoil(page, file);
    await page.locator('[data-test=export-workbook]').click();
    await told(page, absent);
    assert.ok(await page.locator('#recovery').isHidden(), 'the page goes on');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    assert.deepEqual(await axe(page), []);
    await page.allow(file);
    // What the browser says of the requests that were cut off.
    clean(wrong.splice(0).filter((line) => !/Failed to load resource/.test(line)));
    const { name, bytes } = await taken(page);
    assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
    await told(page, name);
    clean(wrong);
    await context.close();
  }
});
