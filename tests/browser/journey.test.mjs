// A firm answers everything, switches the language, reloads, and finds the numbers that the command line computes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clean, downloaded, fixed, follow, fresh, launch, score, visit } from './helpers.mjs';
import { records, settled } from './store.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('everything answered in Chinese; the page and the command line agree in English after a reload', async () => {
  const { page, context, wrong } = await fresh(browser);
  await visit(page, '#/');
  await page.locator('[data-test=start]').click();
  await page.locator('#content fieldset').first().waitFor();
  const id = (await page.url()).match(/#\/a\/([^/]+)/)[1];
  let questions = 0;
  for (;;) {
    await page.locator('#content fieldset.question').first().waitFor();
    const count = await page.locator('fieldset.question').count();
    for (let i = 0; i < count; i += 1) {
      const question = page.locator('fieldset.question').nth(i);
      assert.equal(await question.locator('input[type=radio]:checked').count(), 0, 'something was chosen beforehand');
      const level = 1 + ((questions * 7 + 3) % 5);
      await question.locator('input[type=radio]').nth(level - 1).check({ force: true });
      if (level >= 3 && questions % 2) await question.locator('select').selectOption('records');
      questions += 1;
    }
    const next = page.locator('.button-row--ends .button--main');
    const goes = await next.getAttribute('href');
    const before = await page.locator('#content h1').innerText();
    await next.click();
    if (goes.endsWith('/check')) {
      await page.locator('[data-test=row]').first().waitFor();
      await page.locator('.button-row--ends .button--main').click();
      break;
    }
    await page.waitForFunction((before) => document.querySelector('#content h1').innerText !== before, before);
  }
  await page.locator('[data-test=headline]').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  const place = await page.url();
  await page.locator('button.language').click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.equal(await page.url(), place);
  await page.reload();
  await page.locator('[data-test=headline]').waitFor();
  await page.waitForLoadState('networkidle');
  assert.match(await page.title(), /Where we stand/);

  const text = await downloaded(page, () => page.locator('[data-test=download]').click());
  const result = score(text);
  assert.equal(Object.keys(JSON.parse(text).answers).length, questions);
  assert.equal(result.overall.answered, questions);
  assert.equal(Number(await page.locator('[data-test=score]').getAttribute('data-value')), result.overall.score);
  assert.match(await page.locator('[data-test=headline]').innerText(), new RegExp(`level ${result.overall.level}\\b`));
  assert.match(await page.locator('dl.numbers').innerText(), new RegExp(`${fixed(result.overall.index, 0)} of 100`));
  await page.evaluate(() => document.querySelectorAll('.chart__table').forEach((one) => { one.open = true; }));
  const aspects = await page.locator('.table[aria-label="Aspects"] tbody tr').allInnerTexts();
  assert.equal(aspects.length, result.aspects.length);
  result.aspects.forEach((aspect, i) => assert.ok(aspects[i].includes(fixed(aspect.score, 2)), aspects[i]));
  const dimensions = await page.locator('.table[aria-label="Dimensions against their targets"] tbody tr').allInnerTexts();
  assert.equal(dimensions.length, result.dimensions.length);
  result.dimensions.forEach((dimension, i) => {
    const cells = dimensions[i].split('\t');
    assert.equal(cells[1], fixed(dimension.score, 2));
    assert.equal(cells[3], String(dimension.level));
    assert.equal(cells[5], `${fixed(dimension.target_reached * 100, 0)}%`);
  });
  for (const dimension of result.dimensions) {
    await follow(page, `#/a/${id}/results/${dimension.id}`);
    const rows = await page.locator('#content tbody tr').allInnerTexts();
    result.criteria.filter((one) => one.id.startsWith(`${dimension.id}.`)).forEach((criterion, i) => {
      const cells = rows[i].split('\t');
      assert.deepEqual([cells[1], cells[2]], [String(criterion.declared), String(criterion.effective)], criterion.id);
    });
  }
  await follow(page, `#/a/${id}/plan`);
  await page.locator('[data-test=recommendations] [data-test=the-rest] > summary').click();
  const shown = await page.locator('[data-test=recommendation]').allInnerTexts();
  assert.equal(shown.length, result.recommendations.length);
  result.recommendations.forEach((one, i) => assert.ok(shown[i].includes(`Priority ${fixed(one.priority, 0)}`), shown[i]));
  clean(wrong);
  await context.close();
});

test('an accepted recommendation keeps owner, date, status and note', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, '#/a/5a3b1e00-0000-4000-8000-000000000001/plan');
  const known = await page.locator('[data-test=action]').evaluateAll((all) => all.map((one) => one.dataset.step));
  await page.locator('[data-test=recommendation] [data-test=adopt]').first().click();
  await page.waitForFunction((count) => document.querySelectorAll('[data-test=action]').length === count, known.length + 1);
  const keys = await page.locator('[data-test=action]').evaluateAll((all) => all.map((one) => one.dataset.step));
  const action = page.locator(`[data-step="${keys.find((key) => !known.includes(key))}"]`);
  await action.locator('[data-test=more]').click();
  await action.locator('input[id$="-owner"]').fill('Ms Li');
  await action.locator('input[id$="-due"]').fill('2026-12-24');
  await action.locator('[data-test=status]').selectOption('doing');
  await action.locator('textarea[id$="-note"]').fill('first line\nsecond line');
  await page.reload();
  await action.locator('[data-test=more]').click();
  assert.equal(await action.locator('input[id$="-owner"]').inputValue(), 'Ms Li');
  assert.equal(await action.locator('input[id$="-due"]').inputValue(), '2026-12-24');
  assert.equal(await action.locator('[data-test=status]').inputValue(), 'doing');
  assert.equal(await action.locator('textarea[id$="-note"]').inputValue(), 'first line\nsecond line');
  await visit(page, '#/');
  assert.equal(await page.locator('.library__item').count(), 0, 'the sample firm stands among one’s own');
  clean(wrong);
  await context.close();
});

test('keyboard alone: a level is chosen, the place is kept, Back goes back', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, '#/');
  await page.locator('[data-test=start]').focus();
  await page.keyboard.press('Enter');
  await page.locator('fieldset.question').first().waitFor();
  await page.locator('input[type=radio]').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('input[type=radio]:checked').inputValue(), '2');
  await page.locator('.button-row--ends .button--main').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.endsWith('/d/D2'));
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await page.goBack();
  await page.waitForFunction(() => location.hash.endsWith('/d/D1'));
  await page.locator('.level--chosen').waitFor();
  await visit(page, '#/');
  await page.locator('.library__item .button--main').click();
  await page.waitForFunction(() => location.hash.endsWith('/d/D1/D1.2'));
  assert.equal(await page.locator('input[type=radio]:checked').inputValue(), '2');
  clean(wrong);
  await context.close();
});

test('not applicable needs a reason; a bad figure changes nothing', async () => {
  const { page, context } = await fresh(browser, { locale: 'en' });
  await visit(page, '#/');
  await page.locator('[data-test=start]').click();
  const second = page.locator('fieldset.question').nth(1);
  await second.locator('.question__na summary').click();
  await second.locator('.question__na textarea').fill('clients cannot e-mail us');
  assert.match(await page.locator('.answering__progress').innerText(), /of 5 answered/);
  await second.locator('.question__na textarea').fill('');
  assert.match(await page.locator('.answering__progress').innerText(), /of 6 answered/);
  const figure = page.locator('fieldset.question').first().locator('input[type=number]').first();
  await figure.fill('82.5');
  await figure.press('Tab');
  await settled(page);
  await figure.fill('820');
  await figure.press('Tab');
  assert.ok(await page.locator('.field__bad').first().isVisible());
  await settled(page);
  await page.reload();
  await page.locator('fieldset.question').first().waitFor();
  assert.equal(await figure.inputValue(), '82.5');
  await context.close();
});

test('stored data that cannot be read is kept, offered, and never overwritten', async () => {
  const id = '0b0c0000-0000-4000-8000-00000000000b';
  const key = `fuxiao/a/${id}`;
  const raw = '{"format": "fuxiao-assessment", "version": 1, "title": "spoilt", "answers": [';
  const { page, context, wrong } = await fresh(browser, { locale: 'en', entries: { [key]: raw } });
  await visit(page, `#/a/${id}`);
  assert.match(await page.locator('#content h1').innerText(), /cannot be read/);
  assert.equal(await downloaded(page, () => page.locator('[data-test=raw]').click()), raw);
  await visit(page, '#/');
  assert.match(await page.locator('.library__item').innerText(), /Cannot be read/);
  await page.locator('[data-test=start]').click();
  await page.locator('input[type=radio]').first().check({ force: true });
  await page.locator('.level--chosen').waitFor();
  assert.equal((await records(page))[`document/${id}`], raw);
  clean(wrong);
  await context.close();
});

test('two tabs on one assessment follow each other', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, '#/');
  await page.locator('[data-test=start]').click();
  await page.locator('fieldset.question').first().waitFor();
  await page.locator('input[type=radio]').first().check({ force: true });
  const other = await context.newPage();
  await other.goto(await page.url());
  await other.locator('.level--chosen').waitFor();
  await other.locator('[data-test=follower]').waitFor();
  await page.locator('fieldset.question').nth(2).locator('input[type=radio]').nth(1).check({ force: true });
  await other.locator('fieldset.question').nth(2).locator('.level--chosen').waitFor();
  assert.ok(await other.locator('input[type=radio]').first().isDisabled(), 'two tabs write at once');
  await other.locator('[data-test=take-over]').click();
  await page.locator('[data-test=follower]').waitFor();
  await other.locator('[data-test=follower]').waitFor({ state: 'detached' });
  await other.locator('fieldset.question').nth(1).locator('input[type=radio]').nth(3).check({ force: true });
  await page.locator('fieldset.question').nth(1).locator('.level--chosen').waitFor();
  clean(wrong);
  await context.close();
});

test('the express check: eighteen questions, aspects with their intervals, the level withheld, every answer kept', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, '#/');
  await page.locator('[data-test=express]').click();
  await page.locator('fieldset.question').nth(17).waitFor();
  assert.equal(await page.locator('fieldset.question').count(), 18);
  for (let i = 0; i < 18; i += 1) {
    await page.locator('fieldset.question').nth(i).locator('input[type=radio]').nth(i % 3).check({ force: true });
  }
  assert.match(await page.locator('.answering__progress').innerText(), /18 of 18/);
  await page.locator('.button-row--ends .button--main').click();
  await page.locator('[data-test=headline]').waitFor();
  await page.waitForLoadState('networkidle');
  assert.match(await page.locator('[data-test=headline]').innerText(), /withheld/);
  const result = score(await downloaded(page, () => page.locator('[data-test=download]').click()));
  assert.equal(result.overall.level, null);
  await page.locator('.chart__table summary').first().click();
  const rows = await page.locator('.chart__table').first().locator('tbody tr').allInnerTexts();
  assert.equal(rows.length, 6);
  result.aspects.forEach((aspect, i) => {
    assert.ok(aspect.low < aspect.high);
    assert.ok(rows[i].includes(`${fixed(aspect.low, 2)}–${fixed(aspect.high, 2)}`), rows[i]);
  });
  await page.locator('nav a', { hasText: 'Overview' }).click();
  await page.waitForFunction(() => /18 of 90/.test(document.querySelector('#content').innerText));
  clean(wrong);
  await context.close();
});
