// The plan: accepted, moved by keyboard and by pointer, finished with proof, overdue, filtered, undone, kept. Knows the
// page by what people see and by data-test marks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, clean, content, fresh, launch, needs, visit } from './helpers.mjs';
import { stored as kept } from './store.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

const PLAN = `#/a/${SAMPLE}/plan`;
const KEY = `fuxiao/sample/${SAMPLE}`;
const model = content('model.json');
const sample = content('sample.json');

/** The sample firm with a plan of its own. */
const withPlan = (actions) => ({ [KEY]: JSON.stringify({ ...sample, edit: 1, actions }) });
const step = (criterion, more = {}) => ({ criterion, kind: 'practice', to: 3, status: 'planned', lane: '0-30', ...more });

/** The plan page on a day, with what is stored. */
async function planned(options = {}, today = '2026-11-25T09:00:00') {
  const opened = await fresh(browser, { locale: 'en', height: 1600, timezone: 'Asia/Shanghai', now: new Date(`${today}+08:00`), ...options });
  await visit(opened.page, PLAN);
  await opened.page.locator('[data-test=plan-event]').waitFor({ state: 'attached' });
  return opened;
}
const card = (page, key) => page.locator(`[data-step="${key}"]`);
const lane = (page, word) => page.locator(`[data-test="lane-${word}"]`);
const stored = async (page) => (await kept(page, SAMPLE))?.actions;
const told = (page) => page.locator('[data-test=plan-event]').innerText();
/** Waits until a part of a step's card, or what else has the id, has the focus. */
const becomes = (page, id, step) => page.waitForFunction(([id, step]) => {
  const one = document.activeElement;
  return step ? one.closest('[data-step]')?.dataset.step === step && one.id.endsWith(`-${id}`) : one.id === id;
}, [id, step]);
const part = (page, step, name) => page.locator(`[data-step="${step}"] [id$="-${name}"]`);
const hasFocus = (page, step, name) => part(page, step, name).evaluate((one) => one === document.activeElement);

test('accepted and moved by keyboard: the focus stays on the button, where it went is said, a reload keeps it', async () => {
  const { page, context, wrong } = await planned({ height: 800 });
  const button = page.locator('[data-test=recommendation]').nth(3).locator('[data-test=adopt]');
  await button.focus();
  const place = () => button.evaluate((one) => { const { left, top } = one.getBoundingClientRect(); return [left, top].map(Math.round); });
  const before = await place();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('[data-test=action]').length === 2);
  assert.equal(await button.innerText(), 'In the plan');
  assert.equal(await button.getAttribute('aria-disabled'), 'true');
  assert.ok(await button.evaluate((one) => one === document.activeElement), 'the focus left the button');
  // Half a pixel may be rounded either way.
  const after = await place();
  assert.ok(before.every((one, i) => Math.abs(one - after[i]) <= 1), `the button jumped from ${before} to ${after}`);
  assert.equal(await told(page), 'Steps put in the plan: 1.');
  await page.keyboard.press('Enter');
  assert.equal((await stored(page)).length, 2, 'accepted twice');

  const key = 'D1.6-practice-3';
  await card(page, key).locator('[data-test=later]').focus();
  for (const [word, name] of [['31-60', 'Days 31 to 60'], ['61-90', 'Days 61 to 90'], ['later', 'Later']]) {
    await page.keyboard.press('Enter');
    await lane(page, word).locator(`[data-step="${key}"]`).waitFor();
    await becomes(page, 'later', key);
    assert.match(await told(page), new RegExp(`^1\\.6 .*: moved to “${name}”\\.$`));
  }
  assert.equal(await card(page, key).locator('[data-test=later]').getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Enter');
  assert.ok(await hasFocus(page, key, 'later'));
  await page.keyboard.press('Shift+Tab');
  assert.ok(await hasFocus(page, key, 'earlier'));
  await page.keyboard.press('Enter');
  await lane(page, '61-90').locator(`[data-step="${key}"]`).waitFor();
  await becomes(page, 'earlier', key);
  await page.reload();
  await lane(page, '61-90').locator(`[data-step="${key}"]`).waitFor();
  clean(wrong);
  await context.close();
});

test('moved with the pointer, and with the list; what comes after a lower step moves along', needs('drag'), async () => {
  const entries = withPlan([step('D1.6'), step('D1.6', { to: 4 }), step('D4.5', { to: 2 })]);
  const { page, context, wrong } = await planned({ entries });
  await card(page, 'D4.5-practice-2').locator('h4').dragTo(lane(page, '61-90').locator('h3'));
  await lane(page, '61-90').locator('[data-step="D4.5-practice-2"]').waitFor();
  assert.equal((await stored(page))[2].lane, '61-90');
  await card(page, 'D1.6-practice-3').locator('[data-test=more]').click();
  await part(page, 'D1.6-practice-3', 'lane').selectOption('later');
  await lane(page, 'later').locator('[data-step="D1.6-practice-4"]').waitFor();
  assert.deepEqual((await stored(page)).map((one) => one.lane), ['later', 'later', '61-90']);
  assert.match(await told(page), /moved along: 1\.$/);
  assert.ok(await part(page, 'D1.6-practice-3', 'note').isVisible(), 'the card folded itself');
  await card(page, 'D1.6-practice-4').locator('[data-test=earlier]').focus();
  await page.keyboard.press('Enter');
  assert.match(await told(page), /not moved, a lower step of the same question comes first/);
  assert.equal((await stored(page))[1].lane, 'later');
  clean(wrong);
  await context.close();
});

test('status on the card, done with proof, dates; all of it survives a reload', needs('clock'), async () => {
  const { page, context, wrong } = await planned();
  const key = 'D1.6-practice-3';
  const one = card(page, key);
  await one.locator('[data-test=status]').selectOption('done');
  await one.getByText('done on 2026-11-25').waitFor();
  assert.match(await one.innerText(), /Nothing shows yet that it worked/);
  await one.locator('[data-test=say-proof]').focus();
  await page.keyboard.press('Enter');
  await becomes(page, 'proof', key);
  await page.keyboard.type('quiz results of November');
  await page.waitForFunction((key) => !/Nothing shows/.test(document.querySelector(`[data-step="${key}"]`).innerText), key);
  await part(page, key, 'done').fill('2026-11-20');
  await part(page, key, 'owner').fill('Ms Li');
  await part(page, key, 'start').fill('2026-12-31');
  await one.locator('[data-test=due-lane]').click();
  await becomes(page, 'due', key);
  assert.equal(await part(page, key, 'due').inputValue(), '2026-12-25');
  await one.locator('[data-test=status]').selectOption('doing');
  assert.match(await one.innerText(), /The due date lies before the start/);
  await one.locator('[data-test=status]').selectOption('done');
  await part(page, key, 'done').fill('2026-11-21');
  await page.reload();
  await one.waitFor();
  assert.match(await one.innerText(), /done on 2026-11-21/);
  const [kept] = await stored(page);
  assert.deepEqual(
    [kept.status, kept.owner, kept.start, kept.due, kept.done, kept.proof],
    ['done', 'Ms Li', '2026-12-31', '2026-12-25', '2026-11-21', 'quiz results of November'],
  );
  clean(wrong);
  await context.close();
});

test('overdue on the day after the due date, not on it, and not once it is done', needs('clock'), async () => {
  const late = (page) => page.locator('[data-test=overdue]').count();
  const due = sample.actions[0].due;
  for (const [day, count] of [[due, 0], ['2026-12-16', 1]]) {
    const { page, context, wrong } = await planned({}, `${day}T09:00:00`);
    assert.equal(await late(page), count, day);
    assert.match(await page.locator('[data-test=plan-sum]').innerText(), new RegExp(`, ${count} overdue`));
    await page.locator('[data-test=status]').first().selectOption('done');
    await page.waitForFunction(() => !document.querySelector('[data-test=overdue]'));
    clean(wrong);
    await context.close();
  }
});

test('filters narrow the board, say how many are shown, and are cleared by one button; the focus is never lost', async () => {
  const ids = model.dimensions.slice(0, 8).map((dimension) => dimension.criteria[0].id);
  const actions = ids.map((id, i) => step(id, { to: 5, status: i % 2 ? 'doing' : 'planned', owner: i % 3 ? 'Bo' : 'An', lane: ['0-30', '31-60'][i % 2] }));
  const { page, context, wrong } = await planned({ entries: withPlan(actions) });
  const shown = async (count) => {
    await page.waitForFunction((count) => document.querySelectorAll('[data-test=action]').length === count, count);
    assert.equal(await page.locator('[data-test=shown]').innerText(), `${count} of 8 shown.`);
  };
  await shown(8);
  await page.locator('[id="plan-filter"]').click();
  await page.locator('[id="plan-filter-status"]').selectOption({ label: 'Planned' });
  await shown(4);
  await page.locator('[id="plan-filter-owner"]').selectOption({ label: 'An' });
  await shown(2);
  // A card that no longer fits leaves; the focus goes to the filter that hid it.
  const first = page.locator('[data-test=action]').first();
  await first.locator('[data-test=status]').focus();
  await first.locator('[data-test=status]').selectOption('done');
  await shown(1);
  await becomes(page, 'plan-filter');
  await page.locator('[data-test=clear]').focus();
  await page.keyboard.press('Enter');
  await shown(8);
  await becomes(page, 'plan-filter');
  await page.locator('[id="plan-filter-words"]').pressSequentially('no such words');
  await shown(0);
  await page.locator('[data-test=clear]').click();
  await shown(8);
  await page.locator('[data-test=by-theme]').click();
  await page.locator('[data-test=theme]').first().waitFor();
  await shown(8);
  assert.equal((await stored(page)).filter((one) => one.status === 'done').length, 1, 'looking changed the plan');
  clean(wrong);
  await context.close();
});

test('an owner can be typed in a board that is sorted and filtered by owner', async () => {
  const actions = ['D1.1', 'D2.1', 'D3.1'].map((id, i) => step(id, { to: 5, owner: ['Bo', '', 'Cy'][i] }));
  const { page, context, wrong } = await planned({ entries: withPlan(actions) });
  await page.locator('[id="plan-filter"]').click();
  await page.locator('[id="plan-filter-sort"]').selectOption('owner');
  await page.locator('[id="plan-filter-owner"]').selectOption({ label: 'Nobody yet' });
  await card(page, 'D2.1-practice-5').locator('[data-test=more]').click();
  await part(page, 'D2.1-practice-5', 'owner').pressSequentially('An Li');
  assert.equal(await part(page, 'D2.1-practice-5', 'owner').inputValue(), 'An Li');
  assert.equal((await stored(page))[1].owner, 'An Li');
  await card(page, 'D2.1-practice-5').locator('[data-test=more]').click();
  await card(page, 'D2.1-practice-5').waitFor({ state: 'detached' });
  await page.locator('[data-test=clear]').click();
  await card(page, 'D1.1-practice-5').waitFor();
  const order = await page.locator('[data-test=action]').evaluateAll((all) => all.map((one) => one.dataset.step.split('-')[0]));
  assert.deepEqual(order, ['D2.1', 'D1.1', 'D3.1']);
  clean(wrong);
  await context.close();
});

test('a theme is accepted whole; what leaves the plan comes back by undo', async () => {
  const { page, context, wrong } = await planned({ entries: withPlan([]) });
  assert.match(await page.locator('[data-test=plan-empty]').innerText(), /The plan is empty/);
  const theme = page.locator('[data-test=initiative]').first();
  const count = await theme.locator('.members li').count();
  const all = theme.locator('[data-test=adopt]');
  assert.equal(await all.innerText(), `Accept all ${count} steps`);
  await all.click();
  await page.waitForFunction((count) => document.querySelectorAll('[data-test=action]').length === count, count);
  assert.equal(await all.innerText(), 'In the plan');
  const before = await stored(page);
  const one = page.locator('[data-test=action]').first();
  await one.locator('[data-test=more]').click();
  await one.locator('[data-test=discard]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((count) => document.querySelectorAll('[data-test=action]').length === count - 1, count);
  await becomes(page, 'plan-filter');
  assert.match(await told(page), /taken out of the plan; undo brings it back/);
  await page.locator('.toolbar button', { hasText: 'Undo' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('[data-test=action]').length === count, count);
  assert.deepEqual(await stored(page), before);
  await page.reload();
  await page.locator('[data-test=action]').first().waitFor();
  assert.deepEqual(await stored(page), before);
  clean(wrong);
  await context.close();
});

test('forty steps: one moves and no other card is made anew', async () => {
  const ids = model.dimensions.flatMap((dimension) => dimension.criteria).map((criterion) => criterion.id).slice(0, 40);
  const entries = withPlan(ids.map((id, i) => step(id, { to: 5, lane: ['0-30', '31-60', '61-90', 'later'][i % 4] })));
  const { page, context, wrong } = await planned({ entries });
  await page.evaluate(() => document.querySelectorAll('[data-test=action]').forEach((one) => { one.known = true; }));
  await card(page, 'D1.1-practice-5').locator('[data-test=later]').click();
  await lane(page, '31-60').locator('[data-step="D1.1-practice-5"]').waitFor();
  const known = await page.locator('[data-test=action]').evaluateAll((all) => all.filter((one) => one.known).length);
  assert.equal(known, 39);
  clean(wrong);
  await context.close();
});

test('axe finds nothing in unfolded cards, and nothing scrolls sideways at 320 px; lanes stand side by side on wide screens', async () => {
  const actions = [step('D1.6', { status: 'done', done: '2026-11-20' }), step('D4.5', { to: 4, due: '2026-11-01', start: '2026-11-02', lane: 'later' }), step('X9.9', { kind: 'result' })];
  for (const locale of ['zh-CN', 'en']) {
    for (const [theme, width] of [['light', 1280], ['dark', 320]]) {
      const { page, context, wrong } = await planned({ locale, theme, width, entries: withPlan(actions) });
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      for (const by of ['by-lane', 'by-theme']) {
        await page.locator(`[data-test=${by}]`).click();
        for (let i = 0; i < actions.length; i += 1) await page.locator('[data-test=more][aria-expanded=false]').first().click();
        assert.equal(await page.locator('[id$="-note"]').count(), actions.length);
        assert.deepEqual(await axe(page), [], `${by} ${locale} ${theme}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${by} ${locale} ${width}`);
      }
      await page.locator('[data-test=by-lane]').click();
      const lanes = await page.locator('.lane').evaluateAll((all) => all.map((one) => { const box = one.getBoundingClientRect(); return [Math.round(box.left), Math.round(box.top)]; }));
      const apart = (at) => new Set(lanes.map((lane) => lane[at])).size;
      assert.deepEqual([apart(0), apart(1)], width > 1000 ? [4, 1] : [1, 4]);
      clean(wrong);
      await context.close();
    }
  }
});
