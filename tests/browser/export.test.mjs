// Files to take away: every button offers a file with its name and content, says so, and keeps private notes to itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, clean, fixed, fresh, launch, needs, score, visit } from './helpers.mjs';

const SECRET = 'not for anybody else';
const REPORT = `#/a/${SAMPLE}/report`;
const FILES = {
  'export-markdown': { kind: ['报告', 'report'], extension: 'md' },
  'export-answers-csv': { kind: ['答案', 'answers'], extension: 'csv' },
  'export-dimensions-csv': { kind: ['维度', 'dimensions'], extension: 'csv' },
  'export-plan-csv': { kind: ['计划', 'plan'], extension: 'csv' },
  'export-ics': { kind: ['计划', 'plan'], extension: 'ics' },
  'export-plan-json': { kind: ['计划', 'plan'], extension: 'json' },
  'export-share': { kind: ['分享', 'shared'], extension: 'json' },
  'export-keep': { kind: ['存档', 'full-copy'], extension: 'json' },
};
const WHO = ['云帆财务（示例）', 'Harbour Accounting (sample)'];

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** Today where the browser is. */
const today = (page) => page.evaluate(() => {
  const day = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
});

/** Name and text of the file that a button offers; a byte-order mark stays where there is one. */
async function taken(page, id) {
  const { name, bytes } = await page.download(() => page.locator(`[data-test=${id}]`).click());
  return { name, text: bytes.toString('utf8') };
}

/** Rows of a CSV file as objects, by RFC 4180. */
function rows(text) {
  assert.ok(text.startsWith('\ufeff') && text.endsWith('\r\n'));
  const all = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') { cell += sign; at += 1; } else if (sign === '"') quoted = false; else cell += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') { all.at(-1).push(cell); cell = ''; }
    else if (sign === '\r' && text[at + 1] === '\n') { all.at(-1).push(cell); all.push([]); cell = ''; at += 1; }
    else cell += sign;
  }
  const [head, ...body] = all.slice(0, -1);
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
}

/** The page with the sample firm, in which a private note and one for everybody were written. */
async function noted(options) {
  const opened = await fresh(browser, options);
  const { page } = opened;
  await visit(page, `#/a/${SAMPLE}/d/D1/D1.1`);
  const note = page.locator('fieldset[data-criterion="D1.1"] .question__note');
  if ((await note.getAttribute('open')) === null) await note.locator('summary').click();
  await note.locator('textarea[id$="-private"]').fill(SECRET);
  await note.locator('textarea[id$="-note"]').fill('=1+1');
  await visit(page, REPORT);
  await page.locator('[data-test=export-markdown]:enabled').waitFor();
  return opened;
}

for (const [at, locale] of ['zh-CN', 'en'].entries()) {
  test(`every file has its name and its content, ${locale}`, async () => {
    const { page, context, wrong } = await noted({ locale });
    const files = {};
    for (const [id, { kind, extension }] of Object.entries(FILES)) {
      const { name, text } = await taken(page, id);
      assert.equal(name, `${WHO[at]}-${kind[at]}-${await today(page)}.${extension}`);
      await page.waitForFunction(([id, name]) => document.querySelector(`[data-test=${id}-outcome]`).innerText.includes(name), [id, name]);
      assert.equal(await page.locator('[data-test$=-outcome]:not(:empty)').count(), 1);
      assert.equal(await page.evaluate(() => document.activeElement?.dataset?.test), id, 'the focus stays on the button');
      assert.equal(text.includes(SECRET), id === 'export-keep', id);
      files[id] = text;
    }

    const result = score(files['export-keep']);
    assert.deepEqual({ ...score(files['export-share']), file: '' }, { ...result, file: '' });
    const dimensions = rows(files['export-dimensions-csv']);
    assert.equal(dimensions.length, 15);
    result.dimensions.forEach((dimension, i) => {
      assert.equal(dimensions[i].dimension, dimension.id);
      assert.equal(dimensions[i].score, fixed(dimension.score, 2));
      assert.equal(dimensions[i].level, String(dimension.level));
      assert.ok(files['export-markdown'].includes(`| ${dimensions[i].dimension_name} | ${fixed(dimension.score, 2)} |`), dimension.id);
    });
    const answers = rows(files['export-answers-csv']);
    assert.equal(answers.length, 90);
    for (const criterion of result.criteria) {
      const row = answers.find((one) => one.criterion === criterion.id);
      assert.deepEqual([row.level, row.effective_level], [String(criterion.declared), String(criterion.effective)]);
    }
    assert.equal(answers.find((one) => one.criterion === 'D1.1').note, "'=1+1");

    const kept = JSON.parse(files['export-keep']);
    const plan = JSON.parse(files['export-plan-json']);
    assert.deepEqual([plan.format, plan.version, plan.assessment, plan.edit], ['fuxiao-plan', 1, SAMPLE, kept.edit]);
    assert.equal(plan.actions.length, kept.actions.length);
    assert.equal(rows(files['export-plan-csv']).length, kept.actions.length);
    const dated = kept.actions.filter((action) => action.start || action.due);
    assert.ok(dated.length > 0);
    const lines = files['export-ics'].split('\r\n');
    assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, dated.length);
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n')));
    assert.ok(lines.includes(`DTSTART;VALUE=DATE:${dated[0].due.replaceAll('-', '')}`));
    clean(wrong);
    await context.close();
  });
}

test('the report is copied as it is offered, and leaving the page ends what was said', needs('clipboard'), async () => {
  const { page, context, wrong } = await noted({ locale: 'zh-CN' });
  await context.grant(['clipboard-read', 'clipboard-write']);
  await page.locator('[data-test=export-copy]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-test=export-copy-outcome]:not(:empty)').waitFor();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n');
  assert.ok(!copied.includes(SECRET));
  assert.equal(copied, (await taken(page, 'export-markdown')).text);
  assert.equal(await page.locator('[data-test=export-text]').inputValue(), copied);
  await visit(page, `#/a/${SAMPLE}/plan`);
  await visit(page, REPORT);
  assert.equal(await page.locator('[data-test$=-outcome]:not(:empty)').count(), 0);
  clean(wrong);
  await context.close();
});

test('without a clipboard the text is shown to be copied by hand', needs('init'), async () => {
  for (const locale of ['zh-CN', 'en']) {
    const { page, context, wrong } = await fresh(browser, { locale, width: 320 });
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }));
    await visit(page, REPORT);
    await page.locator('[data-test=export-copy]:enabled').click();
    await page.locator('[data-test=export-copy-outcome]:not(:empty)').waitFor();
    const text = page.locator('[data-test=export-text]');
    assert.ok(await text.isVisible());
    assert.ok((await text.inputValue()).startsWith('# '));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    assert.deepEqual(await axe(page), []);
    clean(wrong);
    await context.close();
  }
});

test('a plan without dates offers no calendar, an empty one no plan', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/plan`);
  const first = page.locator('[data-test=action]').first();
  await first.locator('[data-test=more]').click();
  await first.locator('input[id$="-due"]').fill('');
  await visit(page, REPORT);
  await page.locator('[data-test=export-plan-csv]:enabled').waitFor();
  assert.ok(await page.locator('[data-test=export-ics]').isDisabled());
  assert.match(await page.locator('.export').innerText(), /not in the file: 1\./);
  await visit(page, `#/a/${SAMPLE}/plan`);
  await first.locator('button', { hasText: 'Take out of the plan' }).click();
  await visit(page, REPORT);
  await page.locator('[data-test=export-markdown]:enabled').waitFor();
  for (const id of ['export-ics', 'export-plan-csv', 'export-plan-json']) assert.ok(await page.locator(`[data-test=${id}]`).isDisabled(), id);
  clean(wrong);
  await context.close();
});
