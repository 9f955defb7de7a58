// Snapshots, the baseline and targets in a browser: what is stored, what is compared, what is taken back. Knows the pages
// by data-test marks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, clean, content, downloaded, follow, fresh, launch, score as scored, visit } from './helpers.mjs';
import { forget, snapshots as shots, stored, until } from './store.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

const ID = '0b0c0000-0000-4000-8000-00000000000d';
const sample = content('sample.json');
const OWN = { [`fuxiao/a/${ID}`]: JSON.stringify({ ...sample, id: ID, title: 'third quarter' }) };

const ids = async (page, of) => Object.keys(await shots(page, of)).sort();
const text = async (page, id) => JSON.stringify(await stored(page, id));
const undo = (page) => page.locator('.toolbar button', { hasText: 'Undo' }).click();
const snapshots = (page, count) => page.waitForFunction((count) => document.querySelectorAll('[data-test=snapshot]').length === count, count);

async function take(page, count) {
  await page.locator('[data-test=take-snapshot]').click();
  await snapshots(page, count);
  assert.match(await page.locator('[data-test=snapshot-outcome]').innerText(), /stored/);
}

/** The result that the command line prints, without the file's name. */
function score(text) {
  const { file, ...result } = scored(text);
  assert.ok(file);
  return result;
}

test('a snapshot is the baseline of what changes after it, through a reload and an undo', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en', entries: OWN });
  await visit(page, `#/a/${ID}/history`);
  await page.locator('[data-test=take-snapshot]').waitFor();
  assert.equal(await page.locator('[data-test=snapshot]').count(), 0);
  await take(page, 1);
  const [[key, taken]] = Object.entries(await shots(page, ID));
  const shot = JSON.parse(taken);
  assert.equal(shot.snapshot_of, ID);
  assert.ok(key === shot.id && shot.id !== ID);
  assert.deepEqual(shot.result, score(taken), 'the stored result is not what the command line computes');
  assert.equal(await downloaded(page, () => page.locator('[data-test=save]').click()), taken);

  await follow(page, `#/a/${ID}/d/D1/D1.1`);
  const question = page.locator('fieldset[data-criterion="D1.1"]');
  await question.locator('input[type=radio]').first().check({ force: true });
  await until(page, ID, ({ answers }) => answers['D1.1'].level === 1);

  await follow(page, `#/a/${ID}/history`);
  await snapshots(page, 1);
  assert.equal(await page.locator('#content table').count(), 0);
  await page.locator('[data-test=baseline]').click();
  await page.locator('#content table').waitFor();
  const compared = async () => {
    const now = score(await text(page, ID));
    const rows = page.locator('#content tbody tr');
    assert.equal(await rows.count(), 16);
    const by = async (row) => Number(await rows.nth(row).locator('[data-test=difference]').getAttribute('data-value'));
    assert.equal(await by(0), now.overall.score - shot.result.overall.score);
    for (const [i, dimension] of now.dimensions.entries()) {
      assert.equal(await by(i + 1), dimension.score - shot.result.dimensions[i].score, dimension.id);
    }
    assert.match(await rows.nth(1).innerText(), /−0\.29/);
    const [from, to] = [shot.result.dimensions[0].score, now.dimensions[0].score];
    const came = Number(await rows.nth(1).locator('[data-test=progress]').getAttribute('data-value'));
    assert.equal(came, (to - from) / (now.dimensions[0].target - from));
    assert.equal(await rows.nth(1).locator('progress').getAttribute('value'), '0', 'a bar shows a loss');
  };
  await compared();
  await page.reload();
  await page.locator('#content table').waitFor();
  await compared();
  assert.equal((await shots(page, ID))[key], taken, 'a snapshot changes after it was taken');

  await page.locator('[data-test=baseline]').click();
  await page.locator('#content table').waitFor({ state: 'detached' });
  assert.equal('baseline' in await stored(page, ID), false);
  await undo(page);
  await page.locator('#content table').waitFor();
  await compared();

  for (const place of ['history', 'targets']) {
    await follow(page, `#/a/${ID}/${place}`);
    await page.locator('[data-test=progress]').first().waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    assert.deepEqual(await axe(page), [], place);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(100);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0, `${place} at 320 px`);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await follow(page, '#/');
  await page.locator('.library__item').first().waitFor();
  assert.equal(await page.locator('.library__item').count(), 1, 'a snapshot stands among the assessments');
  clean(wrong);
  await context.close();
});

test('the baseline cannot be deleted, other snapshots can, and all go with their assessment', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en', entries: OWN });
  page.answer('dismiss');
  await visit(page, `#/a/${ID}/history`);
  await page.locator('[data-test=take-snapshot]').waitFor();
  await take(page, 1);
  await take(page, 2);
  await page.locator('[data-test=baseline]').first().click();
  await page.locator('#content table').waitFor();
  const remove = page.locator('[data-test=delete]');
  assert.deepEqual([await remove.nth(0).isDisabled(), await remove.nth(1).isDisabled()], [true, false]);
  await remove.nth(1).click();
  assert.equal((await ids(page, ID)).length, 2, 'deleted without a yes');
  page.answer('accept');
  await remove.nth(1).click();
  await snapshots(page, 1);
  assert.equal((await ids(page, ID)).length, 1);
  assert.equal(await page.locator('#content table').count(), 1);

  await follow(page, '#/');
  await page.locator('.library__item button', { hasText: 'Delete' }).click();
  await page.locator('.library__item').waitFor({ state: 'detached' });
  assert.match(page.asked.at(-1), /third quarter.* and its snapshots \(1\)/);
  assert.deepEqual([await ids(page, ID), await stored(page, ID)], [[], null]);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => /^fuxiao\/[as]\//.test(key))), []);
  clean(wrong);
  await context.close();
});

test('two tabs list the same snapshots; the sample firm has its own; a baseline that is gone is said', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/history`);
  await page.locator('[data-test=take-snapshot]').waitFor();
  const other = await context.newPage();
  await visit(other, `#/a/${SAMPLE}/history`);
  await other.locator('[data-test=take-snapshot]').waitFor();
  // The other tab looks on until it takes over.
  await take(page, 1);
  await snapshots(other, 1);
  await other.locator('[data-test=take-over]').click();
  await page.locator('[data-test=follower]').waitFor();
  await other.locator('[data-test=follower]').waitFor({ state: 'detached' });
  await take(other, 2);
  await snapshots(page, 2);
  await other.close();
  await page.locator('[data-test=follower]').waitFor({ state: 'detached' });
  assert.equal((await ids(page, SAMPLE)).length, 2);
  await page.locator('[data-test=baseline]').first().click();
  await page.locator('#content table').waitFor();
  await forget(page, `snapshot/${SAMPLE}/`);
  await page.reload();
  await page.locator('[data-test=missing]').waitFor();
  for (const place of ['results', 'plan', 'targets']) {
    await follow(page, `#/a/${SAMPLE}/${place}`);
    await page.locator('#content h1').waitFor();
  }
  await follow(page, `#/a/${SAMPLE}/history`);
  await page.locator('[data-test=missing] button').click();
  await page.locator('[data-test=missing]').waitFor({ state: 'detached' });
  clean(wrong);
  await context.close();
});

test('a ready-made set changes the targets in one step that undo takes back; one target is kept by itself', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en', entries: OWN });
  await visit(page, `#/a/${ID}/targets`);
  const selects = page.locator('.targets__list select');
  await selects.first().waitFor();
  const chosen = () => selects.evaluateAll((all) => all.map((one) => one.value));
  const before = await chosen();
  assert.equal(before.length, 15);
  const set = page.locator('[data-test=preset-measured]');
  await set.locator('summary').click();
  await set.locator('[data-test=apply]').click();
  await page.waitForFunction(() => [...document.querySelectorAll('.targets__list select')].every((one) => one.value === '4'));
  assert.ok(await set.locator('[data-test=apply]').isDisabled());
  await undo(page);
  await page.waitForFunction((before) => [...document.querySelectorAll('.targets__list select')].map((one) => one.value).join() === before, before.join());
  const becomes = (level) => until(page, ID, ({ targets }) => targets?.D1 === level);
  assert.equal('targets' in await becomes(undefined), false);
  await selects.first().selectOption('5');
  await becomes(5);
  // What was picked by hand follows undo and redo.
  await undo(page);
  await becomes(undefined);
  assert.deepEqual(await chosen(), before);
  await page.locator('.toolbar button', { hasText: 'Redo' }).click();
  await becomes(5);
  assert.equal((await chosen())[0], '5');
  const reached = Number(await page.locator('[data-test=target-D1] [data-test=reached]').getAttribute('data-value'));
  assert.equal(reached, score(await text(page, ID)).dimensions[0].target_reached);
  await page.reload();
  await selects.first().waitFor();
  assert.equal((await chosen())[0], '5');
  await selects.first().selectOption(before[0]);
  await becomes(undefined);
  clean(wrong);
  await context.close();
});
