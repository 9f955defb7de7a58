// Trying other levels: by keyboard, nothing stored until it is kept, and then only what was shown. On the sample firm.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, clean, content, follow, fresh, launch, visit } from './helpers.mjs';
import { stored as kept } from './store.mjs';

const KEY = `fuxiao/sample/${SAMPLE}`;
const sample = content('sample.json');

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** The sample firm is stored when something in it is changed; until then it is what the app carries. */
const carried = { ...sample, actions: sample.actions.map((action, at) => ({ id: `a${at + 1}`, ...action })) };
const said = async (page) => (await kept(page, SAMPLE)) ?? carried;
const stored = async (page) => JSON.stringify(await said(page));
const figure = async (page, name) => {
  const cell = page.locator(`[data-test=whatif-${name}]`);
  return { now: await cell.getAttribute('data-now'), then: await cell.getAttribute('data-then') };
};
const moved = (page, name) => page.waitForFunction((name) => {
  const { now, then } = document.querySelector(`[data-test=whatif-${name}]`).dataset;
  return now !== then;
}, name);
const rested = (page) => page.waitForFunction(() => [...document.querySelectorAll('[data-test^=whatif-][data-now]')].every(({ dataset }) => dataset.now === dataset.then));
const row = (page, id) => page.locator(`[data-test="whatif-item-${id}"]`);
const chosen = (page, id) => row(page, id).locator('input:checked').inputValue();

/** Opens a dimension and puts the focus on the level of its first question, with keys alone. */
async function enter(page, dimension) {
  await page.locator(`[data-test="whatif-list-${dimension}"] summary`).focus();
  await page.keyboard.press('Enter');
  await row(page, `${dimension}.1`).waitFor();
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.type === 'radio')) return;
  }
  assert.fail('no level can be reached with the Tab key');
}

test('one answer raised by keyboard: the numbers move, other pages do not, discarding leaves nothing', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/results`);
  const score = await page.locator('[data-test=score]').getAttribute('data-value');
  await page.locator('.button-row a', { hasText: 'Try other levels' }).click();
  await page.locator('[data-test=discard]').waitFor();
  const was = await stored(page);
  assert.ok(was);
  await rested(page);
  assert.ok(await page.locator('[data-test=discard]').isDisabled());
  await enter(page, 'D1');
  const from = Number(await chosen(page, 'D1.1'));
  await page.keyboard.press('ArrowRight');
  await moved(page, 'score');
  assert.equal(Number(await chosen(page, 'D1.1')), from + 1);
  const { now, then } = await figure(page, 'score');
  assert.ok(Number(then) > Number(now), `${now} became ${then}`);
  assert.equal(Number(score).toFixed(2), Number(now).toFixed(2));
  assert.match(await page.locator('[data-test=said]').innerText(), new RegExp(`score ${then}, now ${now}`));
  assert.match(await page.locator('[data-test=whatif]').innerText(), /on trial: 1,/);
  assert.equal(await stored(page), was, 'a what-if was stored');

  await follow(page, `#/a/${SAMPLE}/results`);
  await page.locator('[data-test=headline]').waitFor();
  assert.equal(await page.locator('[data-test=score]').getAttribute('data-value'), score);
  await follow(page, `#/a/${SAMPLE}/whatif`);
  await page.locator('[data-test=whatif]').waitFor();
  assert.match(await page.locator('[data-test=whatif]').innerText(), /on trial: 1,/, 'the what-if did not outlast another page');
  assert.deepEqual(await figure(page, 'score'), { now, then });

  await page.locator('[data-test="whatif-list-D1"] summary').click();
  await row(page, 'D1.1').locator('[data-test=reset-one]').focus();
  await page.keyboard.press('Enter');
  await rested(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), `try-D1.1-${from}`);
  await page.keyboard.press('ArrowRight');
  await moved(page, 'score');
  await page.locator('[data-test=single-steps-score] button').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /on trial: 2,/.test(document.querySelector('[data-test=whatif]').innerText));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'single-steps');
  await page.locator('[data-test=discard]').focus();
  await page.keyboard.press('Enter');
  await rested(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'whatif-state');
  assert.equal(Number(await chosen(page, 'D1.1')), from);
  assert.equal(await stored(page), was);
  clean(wrong);
  await context.close();
});

test('kept as targets: those that were shown and nothing else, in one step that can be undone', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/whatif`);
  const was = await said(page);
  await enter(page, 'D1');
  const raise = page.locator('[data-test="whatif-list-D1"] [data-test=raise]');
  await raise.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await moved(page, 'score');
  const level = (await page.locator('[data-test="whatif-list-D1"] [data-test=dimension-levels]').innerText()).split('→').map(Number);
  assert.ok(level[1] > level[0], `${level}`);
  const shown = await page.locator('[data-test=retargets] li').allInnerTexts();
  assert.equal(shown.length, 1);
  assert.ok(shown[0].includes(`→ ${level[1]}`), shown[0]);
  await page.locator('[data-test=keep-targets]').focus();
  await page.keyboard.press('Enter');
  await rested(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'kept');
  assert.equal(await page.locator('[data-test=kept] a').getAttribute('href'), `#/a/${SAMPLE}/plan`);
  const { targets, edit, modified, ...rest } = await said(page);
  const { targets: none, edit: before, modified: then, ...same } = was;
  assert.deepEqual(targets, { ...none, D1: level[1] });
  assert.ok(edit > before && modified && then);
  assert.deepEqual(rest, same, 'something else than targets was changed');
  await page.locator('.toolbar button', { hasText: 'Undo' }).click();
  await page.locator('[data-test=kept] a').waitFor({ state: 'detached' });
  assert.deepEqual((await said(page)).targets, none);
  clean(wrong);
  await context.close();
});

test('put on the plan: the steps that lead there, proofs among them, and no answer changed', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/whatif`);
  const was = await said(page);
  await enter(page, 'D2');
  const from = Number(await chosen(page, 'D2.1'));
  assert.ok(from < 4, 'the sample firm is at level 4 already');
  for (let level = from; level < 4; level += 1) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('[data-test="whatif-item-D2.1"] input:checked').value === '4');
  const shown = await page.locator('[data-test=whatif-outcome] .roadmap__steps li').count();
  assert.ok(shown > 0);
  await page.locator('[data-test=whatif-outcome] [data-test=adopt-roadmap]').click();
  await page.locator('[data-test=whatif-outcome] [data-test=adopt-roadmap]').waitFor({ state: 'detached' });
  const { actions, answers, targets } = await said(page);
  const taken = actions.slice(was.actions.length);
  assert.equal(taken.length, shown);
  assert.ok(taken.every((one) => one.criterion === 'D2.1' && one.to > from && one.to <= 4), JSON.stringify(taken));
  const proven = ['records', 'measured'].includes(sample.answers['D2.1'].evidence);
  assert.equal(taken.some((one) => one.kind === 'prove'), !proven);
  assert.deepEqual([answers, targets], [was.answers, was.targets]);
  clean(wrong);
  await context.close();
});

test('the shortest path as a what-if arrives; a figure of the floor is not lifted by levels', async () => {
  const way = async (page) => {
    await page.locator('[data-test^=as-path-]').first().click();
    await moved(page, 'score');
    return figure(page, 'level');
  };
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/whatif`);
  const free = await way(page);
  assert.equal(Number(free.then), Number(free.now) + 1);
  assert.equal(await page.locator('[data-test=gate-figure]').count(), 0);
  clean(wrong);
  await context.close();

  const late = JSON.stringify({ ...sample, edit: 7, kpis: { ...sample.kpis, K37: { value: 9 } } });
  const held = await fresh(browser, { locale: 'en', entries: { [KEY]: late } });
  await visit(held.page, `#/a/${SAMPLE}/whatif`);
  assert.match(await held.page.locator('[data-test=gate-figure]').innerText(), /9‰, above 5‰/);
  const level = await way(held.page);
  assert.ok(Number(level.then) <= 2, `the gate let level ${level.then} through`);
  assert.equal((await figure(held.page, 'gate')).then, 'not held');
  clean(held.wrong);
  await held.context.close();
});

test('the comparison keeps its size and covers nothing that has the focus; axe finds nothing while a what-if goes on', async () => {
  for (const locale of ['zh-CN', 'en']) {
    for (const width of [320, 1280]) {
      const { page, context, wrong } = await fresh(browser, { locale, width, height: 700 });
      await visit(page, `#/a/${SAMPLE}/whatif`);
      const height = async () => (await page.locator('.whatif-summary').boundingBox()).height;
      const before = await height();
      await enter(page, 'D1');
      await page.keyboard.press('ArrowRight');
      await moved(page, 'score');
      await page.locator('[data-test="whatif-list-D1"] [data-test=raise]').click();
      assert.equal(await height(), before, `${locale} ${width}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0, `${locale} ${width} scrolls sideways`);
      await page.locator('.button-row a').last().focus();
      for (let i = 0; i < 60; i += 1) {
        const covered = await page.evaluate(() => {
          const [one, bar] = [document.activeElement, document.querySelector('.whatif-summary')];
          return !bar.contains(one) && bar.parentElement.contains(one)
            && one.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 1
            && one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1 ? one.outerHTML.slice(0, 120) : '';
        });
        assert.equal(covered, '', `${locale} ${width}`);
        await page.keyboard.press('Shift+Tab');
      }
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      assert.deepEqual(await axe(page), [], `${locale} ${width}`);
      clean(wrong);
      await context.close();
    }
  }
});
