// Charts as files: SVG and PNG arrive under the page's policy, the row that saves them is not printed, and a picture
// that could not be made is said.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, clean, fresh, launch, visit } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** The file that a button of a figure saves. */
const saved = (page, figure, kind) => page.download(() => figure.getByRole('button', { name: kind }).click());

for (const locale of ['zh-CN', 'en']) {
  test(`every chart is saved as SVG and as PNG, sharp and on white: ${locale}`, async () => {
    const { page, context, wrong } = await fresh(browser, { locale, theme: 'dark' });
    await visit(page, `#/a/${SAMPLE}/results`);
    const figures = await page.locator('figure.chart:has(.files button)').all();
    assert.ok(figures.length >= 2);
    for (const figure of figures) {
      const title = await figure.locator('h2').innerText();
      const svg = await saved(page, figure, 'SVG');
      const [, width, height] = svg.bytes.toString().match(/<svg [^>]*width="(\d+)" height="(\d+)"/);
      assert.ok(svg.bytes.toString().includes(`<title>${title}</title>`));
      assert.ok(svg.name.endsWith('.svg') && /\d{4}-\d\d-\d\d\.svg$/.test(svg.name), svg.name);
      const png = await saved(page, figure, 'PNG');
      assert.equal(png.name, svg.name.replace(/svg$/, 'png'));
      assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG');
      assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [2 * width, 2 * height]);
      const seen = await page.evaluate(async (data) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(data)], { type: 'image/png' }));
        const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
        const context = canvas.getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const dots = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
        return { corner: dots[0], colours: new Set(dots).size };
      }, [...png.bytes]);
      assert.equal(seen.corner, 0xffffffff, 'the paper is white');
      assert.ok(seen.colours > 20, 'something is drawn');
    }
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await page.locator('.files').evaluateAll((rows) => rows.filter((row) => row.offsetParent !== null).length), 0);
    clean(wrong);
    await context.close();
  });
}

test('a picture that cannot be made is said beside its chart, until it can', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/results`);
  const figures = page.locator('figure.chart:has(.files button)');
  const said = figures.nth(1).getByRole('status');
  await page.evaluate(() => { window.real = HTMLCanvasElement.prototype.toBlob; });
  const broken = [
    () => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); },
    () => { HTMLCanvasElement.prototype.toBlob = () => { throw new DOMException('refused', 'SecurityError'); }; },
  ];
  for (const way of broken) {
    await page.evaluate(way);
    await figures.nth(1).getByRole('button', { name: 'PNG' }).click();
    await said.getByText('The picture was not saved').waitFor();
    assert.equal(await figures.nth(0).getByRole('status').innerText(), '');
    await page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = window.real; });
    await saved(page, figures.nth(1), 'PNG');
    // No longer than people wait for the word to go.
    for (let i = 0; i < 100 && await said.evaluate((one) => one.textContent) !== ''; i += 1) await page.waitForTimeout(50);
    assert.equal(await said.evaluate((one) => one.textContent), '');
  }
  clean(wrong);
  await context.close();
});
