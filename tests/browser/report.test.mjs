// The report on paper: numbered pages, nothing missing, nothing cut, nothing private, in both languages, from any screen.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SAMPLE, axe, clean, fresh, launch, visit } from './helpers.mjs';

const content = (path) => JSON.parse(fs.readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8'));
const model = content('model.json');
const FULL = '00000000-0000-4000-8000-0000000000f0';
const MOST = 12;

/** A firm that answered everything and took up forty steps. */
function full() {
  const firm = content('sample.json');
  const ids = model.dimensions.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const lanes = ['0-30', '31-60', '61-90', 'later'];
  firm.id = FULL;
  firm.title = '2026';
  const grades = ['none', 'document', 'records', 'measured'];
  const [kinds, states] = [['practice', 'prove', 'result'], ['planned', 'doing', 'done', 'dropped']];
  firm.answers = Object.fromEntries(ids.map((id, at) => [id, { level: 1 + (at * 7) % 5, evidence: grades[at % 4], note: `note ${at}`, private: 'not for anybody else' }]));
  firm.kpis = Object.fromEntries(model.kpis.map(({ id, range, bounds }, at) => {
    const [low, high] = range ?? [0, 100];
    return [id, { value: bounds ? Math.min(high, Math.max(low, bounds[at % 4])) : (low + high) / 2 }];
  }));
  firm.actions = ids.slice(0, 40).map((id, at) => ({
    criterion: id, kind: kinds[at % 3], to: 2 + (at * 7) % 4, lane: lanes[at % 4], status: states[at % 4],
    owner: `Owner ${at}, head of a team`, start: '2026-12-01', due: '2027-02-28', done: at % 4 === 2 ? '2027-01-15' : null,
    proof: at % 3 ? '' : `proof ${at}: the log of the last three months shows it, and the owner has looked at it`,
  }));
  return firm;
}

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
  return pages(await page.pdf({ preferCSSPageSize: true, path }));
}

for (const locale of ['zh-CN', 'en']) {
  const names = model.dimensions.map(({ id }) => content(`text/${locale}/${id}.json`).name);
  for (const [form, id, width] of [['sample', SAMPLE, 1280], ['full', FULL, 1280], ['full', FULL, 360]]) {
    test(`${form} from a screen of ${width} px, ${locale}: at most ${MOST} numbered pages with everything on them`, async () => {
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
          tools: [...document.querySelectorAll('.bar, .foot, .tray, .take, .report__choice, .sheet button')].filter(shown).length,
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

  test(`answers and private notes by choice, ${locale}`, async () => {
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

test('a logo goes on the cover; what is too large or no picture is refused with a word', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/report`);
  await page.locator('.report__brand summary').click();
  const told = page.locator('[data-test=logo-told]');
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
