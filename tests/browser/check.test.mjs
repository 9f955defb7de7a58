// Check of answers and search among the questions, on the sample firm.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, clean, content, fresh, launch, visit } from './helpers.mjs';

const sample = content('sample.json');
const model = content('model.json');
const texts = (locale) => Object.assign({}, ...model.dimensions.map(({ id }) => content(`text/${locale}/${id}.json`).criteria));

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test('every answer is on the check with its description, in both languages', async () => {
  for (const locale of ['zh-CN', 'en']) {
    const { page, context, wrong } = await fresh(browser, { locale });
    const text = texts(locale);
    await visit(page, `#/a/${SAMPLE}/check`);
    const rows = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('[data-test=row]')].map((row) => [row.id.slice(2), row.innerText])));
    assert.equal(Object.keys(rows).length, 90);
    for (const [id, row] of Object.entries(rows)) {
      const answer = sample.answers[id] ?? {};
      assert.ok(row.includes(text[id].name) && row.includes(text[id].question), id);
      if (answer.level) assert.ok(row.includes(text[id].levels[answer.level - 1]), `${id}: ${row}`);
      if (answer.not_applicable) assert.ok(row.includes(answer.not_applicable), id);
      if (answer.note) assert.ok(row.includes(answer.note), id);
    }
    const whole = await page.locator('[data-test=counts]').innerText();
    const answered = Object.values(sample.answers).filter((answer) => answer.level).length;
    assert.match(whole, new RegExp(`\\b${answered}\\b`));
    clean(wrong);
    await context.close();
  }
});

test('one click changes an answer, one click returns to its row', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/check`);
  const row = page.locator('[id="c-D7.3"]');
  await row.locator('.check__change').click();
  await page.waitForFunction(() => document.activeElement?.dataset?.criterion === 'D7.3');
  await page.keyboard.press('1');
  await page.locator('.toolbar a', { hasText: 'Back to the check' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'c-D7.3');
  assert.ok((await row.innerText()).includes(texts('en')['D7.3'].levels[0]));
  clean(wrong);
  await context.close();
});

test('hints name the answers concerned', async () => {
  const id = '0b0c0000-0000-4000-8000-00000000000c';
  const theme = model.themes.map((one) => one.id).find((one) => model.dimensions.flatMap((d) => d.criteria).filter((c) => c.theme === one).length > 2);
  const of = model.dimensions.flatMap((d) => d.criteria).filter((c) => c.theme === theme);
  const answers = Object.fromEntries(model.dimensions.slice(0, 11).flatMap((d) => d.criteria).map((c) => [c.id, { level: 2 }]));
  answers[of[0].id] = { level: 1 };
  answers[of.at(-1).id] = { level: 5 };
  const raw = JSON.stringify({ format: 'fuxiao-assessment', version: 1, id, edit: 1, model: { id: model.id, release: model.release }, created: '2026-11-24T00:00:00Z', modified: '2026-11-24T00:00:00Z', answers });
  const { page, context, wrong } = await fresh(browser, { locale: 'en', entries: { [`fuxiao/a/${id}`]: raw } });
  await visit(page, `#/a/${id}/check`);
  const looks = page.locator('[data-test=looks] li');
  const slip = looks.filter({ hasText: 'levels apart' }).filter({ hasText: texts('en')[of[0].id].short }).filter({ hasText: texts('en')[of.at(-1).id].short });
  assert.equal(await slip.count(), 1, await page.locator('[data-test=looks]').innerText());
  await slip.locator('a').first().click();
  await page.waitForFunction((id) => document.activeElement?.dataset?.criterion === id, of[0].id);
  clean(wrong);
  await context.close();
});

test('search finds a question in either language, by number and by note; filters show the marked ones', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  const hits = async () => page.locator('[data-test=hit]').allInnerTexts();
  const found = (count) => page.waitForFunction((count) => document.querySelectorAll('[data-test=hit]').length === count, count);
  await visit(page, `#/a/${SAMPLE}/find`);
  assert.equal((await hits()).length, 90);
  await page.locator('#find').fill('电话接通时间');
  await page.waitForFunction(() => document.querySelectorAll('[data-test=hit]').length > 0 && document.querySelectorAll('[data-test=hit]').length < 10);
  assert.ok((await hits()).some((hit) => hit.startsWith('1.1 ')));
  await page.locator('#find').fill('D13.2');
  await page.waitForFunction(() => document.querySelectorAll('[data-test=hit]').length < 4);
  assert.ok((await hits()).some((hit) => hit.startsWith('13.2 ')));
  await page.locator('#find').fill('no such words anywhere');
  await found(0);
  assert.match(await page.locator('[data-test=found]').innerText(), /Nothing found/);
  await page.locator('#find').fill('');
  await found(90);
  await page.locator('[data-test=hit] a').nth(10).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.dataset?.criterion === 'D2.5');
  const question = page.locator('fieldset[data-criterion="D2.5"]');
  await question.locator('.question__foot button', { hasText: 'Ask a colleague' }).click();
  await visit(page, `#/a/${SAMPLE}/find`);
  for (const [label, flag] of [['Ask a colleague', 'ask'], ['Come back later', 'later']]) {
    const marked = Object.entries({ ...sample.answers, 'D2.5': { flag: 'ask' } }).filter(([, answer]) => answer.flag === flag).length;
    await page.locator('.find__only label', { hasText: label }).locator('input').check();
    await found(marked);
  }
  clean(wrong);
  await context.close();
});
