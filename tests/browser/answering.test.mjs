// Answering: keys, one question at a time, undo, evidence with its effect, counts, reasons, sittings. Knows the pages
// by what people see and by data-test marks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, clean, downloaded, fresh, knownIn, launch, visit } from './helpers.mjs';
import { stored } from './store.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

const question = (page, id) => page.locator(`fieldset[data-criterion="${id}"]`);
const chosen = async (page, id) => {
  const radio = question(page, id).locator('input[type=radio]:checked');
  return (await radio.count()) ? radio.inputValue() : null;
};
const begun = async (page) => {
  await visit(page, '#/');
  await page.locator('[data-test=start]').click();
  await question(page, 'D1.1').waitFor();
  await page.waitForLoadState('networkidle');
  return (await page.url()).match(/#\/a\/([^/]+)/)[1];
};
const inside = (page) => page.evaluate(() => document.activeElement?.closest('fieldset.question')?.dataset.criterion ?? null);

test('ninety answers take ninety keystrokes, and the check of answers follows', async () => {
  const { page, context, wrong } = await fresh(browser, { entries: { 'fuxiao/settings': JSON.stringify({ locale: 'en', theme: 'auto', places: {}, advance: true }) } });
  const id = await begun(page);
  await question(page, 'D1.1').locator('input[type=radio]').first().focus();
  for (let i = 0; i < 90; i += 1) {
    const here = await inside(page);
    assert.ok(here, `no question has the focus at answer ${i + 1}`);
    await page.keyboard.press(String(1 + (i % 5)));
    await page.waitForFunction((here) => {
      const now = document.activeElement?.closest('fieldset.question')?.dataset.criterion;
      return (now && now !== here) || location.hash.endsWith('/check');
    }, here);
  }
  assert.match(await page.url(), /\/check$/);
  const { answers } = await stored(page, id);
  assert.equal(Object.values(answers).filter((answer) => answer.level).length, 90);
  assert.deepEqual(Object.keys(answers).slice(0, 3).map((one) => answers[one].level), [1, 2, 3]);
  clean(wrong);
  await context.close();
});

test('the keys: digits, N, E, Enter, Page Down and Up, the list; off by a switch; never from a field', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await begun(page);
  await question(page, 'D1.2').locator('input[type=radio]').first().focus();
  await page.keyboard.press('4');
  assert.equal(await chosen(page, 'D1.2'), '4');
  assert.equal(await inside(page), 'D1.2', 'moving on by itself is off at first');
  await page.keyboard.press('ArrowUp');
  assert.equal(await chosen(page, 'D1.2'), '3');
  await page.keyboard.press('e');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SELECT');
  await question(page, 'D1.2').locator('input[type=radio]:checked').focus();
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  assert.equal(await chosen(page, 'D1.2'), null);
  assert.match(await question(page, 'D1.2').locator('.question__na button[aria-pressed=true]').innerText(), /do not have this channel/);
  assert.equal(await question(page, 'D1.2').locator('.question__na textarea').inputValue(), '', 'a reason of the app is no text of the firm');
  await question(page, 'D1.2').locator('input[type=radio]').first().focus();
  await page.keyboard.press('Enter');
  assert.equal(await inside(page), 'D1.3');
  await page.keyboard.press('PageDown');
  assert.equal(await inside(page), 'D1.4');
  await page.keyboard.press('PageUp');
  assert.equal(await inside(page), 'D1.3');
  await page.keyboard.press('?');
  await page.locator('.keys__list').waitFor();
  await page.keyboard.press('?');
  await page.locator('.keys__list').waitFor({ state: 'detached' });
  await question(page, 'D1.3').locator('.question__note summary').click();
  const note = question(page, 'D1.3').locator('textarea[id$="-note"]');
  await note.fill('');
  await note.pressSequentially('1 no? e');
  assert.equal(await note.inputValue(), '1 no? e');
  assert.equal(await chosen(page, 'D1.3'), null);
  assert.equal(await page.locator('.keys__list').count(), 0);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('3');
  assert.equal(await page.locator('input[type=radio]:checked').count(), 0, 'a key outside a question answered one');
  await visit(page, '#/settings');
  await page.locator('#keys').uncheck();
  await page.goBack();
  await question(page, 'D1.1').waitFor();
  await question(page, 'D1.1').locator('input[type=radio]').first().focus();
  await page.keyboard.press('5');
  assert.equal(await chosen(page, 'D1.1'), null, 'keys that were turned off answered');
  clean(wrong);
  await context.close();
});

test('one question at a time: the same place in both ways through, no score, no navigation lost', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  const id = await begun(page);
  await question(page, 'D1.3').locator('.question__mode a').click();
  await page.waitForFunction(() => location.hash.endsWith('/q/D1.3'));
  await page.waitForFunction(() => document.activeElement?.dataset?.criterion === 'D1.3');
  assert.equal(await page.locator('fieldset.question').count(), 1);
  assert.equal(await page.locator('main .badge, main [data-test=score]').count(), 0);
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.dataset?.criterion === 'D1.4');
  await page.goBack();
  await page.waitForFunction(() => location.hash.endsWith('/q/D1.3'));
  await page.waitForFunction(() => document.querySelector('fieldset.question')?.dataset.criterion === 'D1.3');
  assert.equal(await chosen(page, 'D1.3'), '2');
  await page.locator('.question__mode a').click();
  await page.waitForFunction(() => location.hash.endsWith('/d/D1/D1.3'));
  await page.waitForFunction(() => document.activeElement?.dataset?.criterion === 'D1.3');
  assert.equal(await chosen(page, 'D1.3'), '2');
  await visit(page, `#/a/${id}/q/D1.6`);
  await page.locator('.button-row--ends .button--main').click();
  await page.waitForFunction(() => location.hash.endsWith('/q/D2.1'));
  clean(wrong);
  await context.close();
});

test('undo and redo say what they do, by button and by key, and what is stored follows', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  const id = await begun(page);
  const undo = page.locator('.toolbar button', { hasText: 'Undo' });
  const redo = page.locator('.toolbar button', { hasText: 'Redo' });
  assert.ok(await undo.isDisabled());
  await question(page, 'D1.1').locator('input[type=radio]').first().focus();
  await page.keyboard.press('2');
  await page.keyboard.press('4');
  assert.equal(await undo.getAttribute('aria-label'), 'Undo: 1.1 at level 4');
  await undo.click();
  assert.equal(await chosen(page, 'D1.1'), '2');
  assert.equal(await page.locator('[data-test=last-undo]').innerText(), 'Undone: 1.1 at level 4');
  assert.equal((await stored(page, id)).answers['D1.1'].level, 2);
  await question(page, 'D1.1').locator('input[type=radio]:checked').focus();
  await page.keyboard.press('Control+z');
  assert.equal(await chosen(page, 'D1.1'), null);
  await redo.click();
  await redo.click();
  assert.equal(await chosen(page, 'D1.1'), '4');
  assert.ok(await redo.isDisabled());
  await question(page, 'D1.2').locator('.question__note summary').click();
  await question(page, 'D1.2').locator('textarea[id$="-note"]').pressSequentially('ring back');
  await question(page, 'D1.2').locator('textarea[id$="-private"]').pressSequentially('ask Li');
  const { note, private: own } = (await stored(page, id)).answers['D1.2'];
  assert.deepEqual([note, own], ['ring back', 'ask Li']);
  await undo.click();
  await undo.click();
  assert.equal((await stored(page, id)).answers['D1.2']?.note, undefined);
  assert.equal((await stored(page, id)).answers['D1.1'].level, 4);
  await visit(page, `#/a/${id}`);
  page.answer('dismiss');
  await page.locator('[data-test=reset]').click();
  assert.equal((await stored(page, id)).answers['D1.1'].level, 4, 'asked, answered no, cleared all the same');
  page.answer('accept');
  await page.locator('[data-test=reset]').click();
  assert.equal((await stored(page, id)).answers, undefined);
  await undo.click();
  assert.equal((await stored(page, id)).answers['D1.1'].level, 4);
  clean(wrong);
  await context.close();
});

test('evidence explains its effect; a figure shows its band after the answer; counts and margins', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  const id = await begun(page);
  const first = question(page, 'D1.1');
  await first.locator('input[type=number]').first().fill('82.5');
  await first.locator('input[type=number]').first().press('Tab');
  assert.match(await first.locator('[data-test=band]').first().innerText(), /at least 30 are needed/);
  await first.locator('input[id$="-sample"]').fill('40');
  await first.locator('input[id$="-sample"]').press('Tab');
  assert.doesNotMatch(await first.locator('[data-test=band]').first().innerText(), /level \d/);
  await first.locator('input[type=radio]').nth(0).check({ force: true });
  assert.equal(await first.locator('select').count(), 0, 'an admitted weakness is asked for proof');
  await first.locator('input[type=radio]').nth(4).check({ force: true });
  assert.match(await first.locator('[data-test=effect]').innerText(), /Declared 5, counts as 3, because dated records of three months or more are missing/);
  assert.match(await first.locator('[data-test=band]').first().innerText(), /82\.5% is in the band of level 3: .* level 4 at most/);
  await first.locator('input[type=number]').first().fill('50');
  await first.locator('input[type=number]').first().press('Tab');
  assert.match(await first.locator('[data-test=band]').first().innerText(), /level 2 at most/);
  assert.equal(await first.locator('[data-test=effect]').innerText(), '', 'a level is named that the figure does not let it count for');
  await first.locator('input[type=number]').first().fill('82.5');
  await first.locator('input[type=number]').first().press('Tab');
  await first.locator('select').selectOption('measured');
  assert.equal(await first.locator('[data-test=effect]').innerText(), '', 'the figure’s own sentence says what it does');
  await first.locator('.figure-field summary').first().click();
  const counts = first.locator('.counts').first();
  await counts.locator('input').nth(0).fill('36');
  await counts.locator('input').nth(0).press('Tab');
  await counts.locator('input').nth(1).fill('40');
  await counts.locator('input').nth(1).press('Tab');
  assert.equal(await first.locator('[data-test=counts]').first().innerText(), '36 ÷ 40 = 90%');
  assert.equal(await first.locator('input[type=number]').first().inputValue(), '90');
  await counts.locator('input').nth(0).fill('41');
  await counts.locator('input').nth(0).press('Tab');
  assert.ok(await counts.locator('.field__bad').first().isVisible());
  assert.equal((await stored(page, id)).kpis.K01.value, 90);
  await first.locator('.question__na summary').click();
  assert.match(await first.locator('.question__na').innerText(), /no “not applicable” here/);
  const survey = await page.evaluate(async () => (await (await fetch('content/model.json')).json().catch(() => null)));
  assert.equal(survey, null, 'the model is part of the program');
  await visit(page, `#/a/${id}/d/D12`);
  const withMargin = page.locator('.figure-field:has([data-test=margin])').first();
  if (await withMargin.count()) {
    await withMargin.locator('input').first().fill('80');
    await withMargin.locator('input').first().press('Tab');
    await withMargin.locator('summary').click();
    const n = withMargin.locator('.counts').last();
    await n.locator('input').nth(0).fill('25');
    await n.locator('input').nth(0).press('Tab');
    assert.match(await withMargin.locator('[data-test=margin]').innerText(), /±\d+\.\d.*Fewer than 30/);
  }
  clean(wrong.filter((line) => !/404/.test(line)));
  await context.close();
});

test('a sitting: the end of a dimension says so, the start page welcomes back to the next question', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await begun(page);
  for (let i = 0; i < 6; i += 1) await page.locator('fieldset.question').nth(i).locator('input[type=radio]').nth(1).check({ force: true });
  assert.match(await page.locator('[data-test=sitting]').innerText(), /good place to stop.*Still open: 84, about \d+ minutes at your pace/);
  await visit(page, '#/');
  assert.match(await page.locator('[data-test=welcome]').innerText(), /Welcome back\. Next comes 2\.1/);
  await page.locator('.library__item .button--main').click();
  await page.waitForFunction(() => document.activeElement?.dataset?.criterion === 'D2.1');
  const text = await page.evaluate(() => document.querySelector('.toolbar').innerText);
  assert.match(text, /Next open question/);
  clean(wrong);
  await context.close();
});

test('a whole dimension by keyboard alone, in the order of a screen reader', knownIn('firefox', 'the toolbar covers the level that has the focus'), async () => {
  for (const locale of ['zh-CN', 'en']) {
    const { page, context, wrong } = await fresh(browser, { locale });
    await visit(page, `#/a/${SAMPLE}/d/D7`);
    const order = await page.evaluate(() => [...document.querySelectorAll('#content :is(h1, .lens, legend, .question__hint[id], .level, .question__foot button)')]
      .map((element) => (element.tagName === 'H1' ? 'heading' : element.className.split(' ')[0] || element.tagName.toLowerCase())));
    assert.deepEqual(order.slice(0, 9), ['heading', 'lens', 'legend', 'question__hint', 'level', 'level', 'level', 'level', 'level']);
    await page.locator('#content h1').focus();
    const stops = [];
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const now = document.activeElement;
        const box = now.getBoundingClientRect();
        const tray = document.querySelector('.toolbar').getBoundingClientRect();
        const style = getComputedStyle(now.closest('.level') ?? now);
        return {
          name: now.labels?.[0]?.innerText || now.getAttribute('aria-label') || now.innerText, tag: now.tagName,
          question: now.closest('fieldset.question')?.dataset.criterion, covered: !now.closest('.toolbar') && box.bottom > tray.top + 1 && box.top < tray.bottom && box.height < 300,
          ring: style.outlineStyle !== 'none', tray: Boolean(now.closest('.toolbar')),
        };
      });
      if (stop.tray) break;
      stops.push(stop);
    }
    assert.deepEqual([...new Set(stops.map((stop) => stop.question).filter(Boolean))], ['D7.1', 'D7.2', 'D7.3', 'D7.4', 'D7.5', 'D7.6']);
    for (const stop of stops) {
      assert.ok(stop.name?.trim(), `something without a name takes the focus: ${JSON.stringify(stop)}`);
      assert.ok(!stop.covered, `the toolbar covers the focus: ${JSON.stringify(stop)}`);
      assert.ok(stop.ring, `the focus cannot be seen: ${JSON.stringify(stop)}`);
    }
    await page.keyboard.press('?');
    assert.deepEqual(await axe(page), []);
    clean(wrong);
    await context.close();
  }
});
