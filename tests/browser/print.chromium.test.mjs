// The questionnaire as a PDF: A4, and no more pages than it should have. Only Chromium's tools print by the sizes of the
// style sheet.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, clean, fresh, launch, needs, visit } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

for (const locale of ['zh-CN', 'en']) {
  for (const form of ['blank', 'filled']) {
    test(`${form}, ${locale}: A4, in a fair number of pages`, needs('devtools'), async () => {
      const { page, context, wrong } = await fresh(browser, { locale, theme: 'dark' });
      await visit(page, `#/a/${SAMPLE}/paper/${form}`);
      await page.locator('[data-test=print]:enabled').waitFor();
      await page.emulateMedia({ media: 'print' });
      const pdf = (await page.raw.pdf({ preferCSSPageSize: true, path: process.env.PAPER_DIR && `${process.env.PAPER_DIR}/${form}-${locale}.pdf` })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page(?!s)/g).length;
      assert.ok(pages >= 15 && pages <= 75, `${pages} pages`);
      assert.match(pdf, /\/MediaBox\s*\[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/, 'A4');
      clean(wrong);
      await context.close();
    });
  }
}
