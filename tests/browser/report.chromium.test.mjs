// The report as a PDF: numbered pages, nothing missing, nothing private, in both languages, from any screen. Only Chromium's
// tools print by the sizes of the style sheet and number the pages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FULL, full } from './firms.mjs';
import { SAMPLE, axe, clean, content, fresh, launch, needs, visit } from './helpers.mjs';

const model = content('model.json');
const MOST = 12;

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** The pages of a PDF as texts without blanks: where they stand is a matter of the fonts. */
async function pages(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 }).promise;
  const found = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    found.push(bare(items.map(({ str }) => str).join('')));
  }
  return found;
}

/** Radicals that fonts draw with the glyph of a character, and that readers then give back in its place. */
const RADICALS = { '戶': '户', '⺟': '母', '⺠': '民', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻩': '黄', '⻬': '齐' };

/** Without blanks, and with characters in one form. */
const bare = (text) => text.normalize('NFKC').replace(/\s+/g, '').replace(/./gu, (sign) => RADICALS[sign] ?? sign);

async function printed(page, name) {
  const path = process.env.PAPER_DIR && `${process.env.PAPER_DIR}/report-${name}.pdf`;
  return pages(await page.raw.pdf({ preferCSSPageSize: true, path }));
}

for (const locale of ['zh-CN', 'en']) {
  const names = model.dimensions.map(({ id }) => content(`text/${locale}/${id}.json`).name);
  for (const [form, id, width] of [['sample', SAMPLE, 1280], ['full', FULL, 1280], ['full', FULL, 360]]) {
    test(`${form} from a screen of ${width} px, ${locale}: at most ${MOST} numbered pages with everything on them`, needs('devtools'), async () => {
      const entries = form === 'full' ? { [`fuxiao/a/${FULL}`]: JSON.stringify(full()) } : {};
      const { page, context, wrong } = await fresh(browser, { locale, theme: 'dark', width, entries });
      await visit(page, `#/a/${id}/results`);
      const headline = await page.locator('[data-test=headline]').innerText();
      const score = await page.locator('[data-test=score]').innerText();
      await visit(page, `#/a/${id}/report`);
      await page.locator('[data-test=print]:enabled').waitFor();
      const paper = await printed(page, `${form}-${width}-${locale}`);
      assert.ok(paper.length >= 6 && paper.length <= MOST, `${paper.length} pages`);
      paper.forEach((text, at) => assert.ok(text.includes(`${at + 1}/${paper.length}`), `page ${at + 1} has no number`));
      assert.ok(paper[1].includes(bare(headline)), `the headline is on the second page: ${headline}`);
      assert.ok(paper[1].includes(bare(score)), score);
      const all = paper.join('');
      for (const name of names) assert.ok(all.includes(bare(name)), name);
      assert.ok(!all.includes(bare('not for anybody else')));
      if (form === 'full') {
        for (let at = 0; at < 40; at += 1) assert.ok(all.includes(bare(`Owner ${at}`)), `step ${at}`);
      }
      clean(wrong);
      await context.close();
    });
  }

  test(`answers and private notes by choice, ${locale}`, needs('devtools'), async () => {
    const { page, context, wrong } = await fresh(browser, { locale, entries: { [`fuxiao/a/${FULL}`]: JSON.stringify(full()) } });
    await visit(page, `#/a/${FULL}/report`);
    await page.locator('[data-test=print]:enabled').waitFor();
    const main = (await printed(page, `main-${locale}`)).length;
    await page.locator('#report-answers').check();
    await page.locator('[data-test=appendix]').waitFor();
    const answers = await printed(page, `answers-${locale}`);
    assert.ok(answers.length > main, `${answers.length} pages with the answers`);
    for (let at = 0; at < 90; at += 1) assert.ok(answers.join('').includes(bare(`note ${at}`)), `note ${at}`);
    assert.ok(!answers.join('').includes(bare('not for anybody else')));
    await page.locator('#report-private').check();
    await page.locator('.sheet', { hasText: 'not for anybody else' }).waitFor();
    assert.ok((await printed(page, `private-${locale}`)).join('').includes(bare('not for anybody else')));
    await page.locator('#report-answers').uncheck();
    await page.locator('[data-test=appendix]').waitFor({ state: 'detached' });
    assert.deepEqual(await axe(page), []);
    clean(wrong);
    await context.close();
  });
}
