// Two versions of one assessment: both are on the disk before the page says so, survive a killed browser and a reload, and
// become one without losing what only one side changed, nor a sentence that was being typed. And what a tab that only looks
// on says, where the user is. Kills a real browser and uses Chromium's tools.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { BASE } from './helpers.mjs';
import { OPTIONS, answer, begun, idOf, kill, press, question, said } from './sitting.mjs';
import { records, stored, until } from './store.mjs';

let browser;
before(async () => { browser = await chromium.launch(OPTIONS); });
after(async () => { await browser?.close(); });

const conflict = (page) => page.locator('[data-test=conflict]');
const kept = async (page) => Object.keys(await records(page)).filter((key) => key.startsWith('branch/'));

/** Tabs that hear nothing of each other. */
const deaf = () => {
  Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
  delete window.BroadcastChannel;
  window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
};

/** Two tabs of which one answered 1.2, the other 1.3, neither knowing of the other. */
async function apart(context) {
  const page = await begun(context, deaf);
  const other = await context.newPage();
  await other.addInitScript(deaf);
  await other.goto(page.url());
  await question(other, 0).locator('.level--chosen').waitFor();
  await answer(page, 1, 2);
  await said(page, /^Saved/);
  await press(other, 2, 4);
  await conflict(other).waitFor();
  await said(other, /both stored/);
  return { page, other, id: idOf(page) };
}

test('two versions that are called stored are there after the browser was killed, and become one', async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'fuxiao-apart-'));
  try {
    const context = await chromium.launchPersistentContext(profile, { ...OPTIONS, locale: 'en-GB' });
    const { other, id } = await apart(context);
    const address = other.url();
    assert.equal((await kept(other)).length, 1);
    kill(profile);
    await context.close().catch(() => {});
    const again = await chromium.launchPersistentContext(profile, { ...OPTIONS, locale: 'en-GB' });
    const page = await again.newPage();
    await page.goto(address);
    await conflict(page).waitFor();
    assert.match(await conflict(page).innerText(), /Changed on one side only: 2/);
    await page.locator('[data-test=merge]').click();
    const document = await until(page, id, ({ answers }) => Object.keys(answers).length === 3);
    assert.deepEqual([document.answers['D1.2'].level, document.answers['D1.3'].level], [2, 4]);
    await page.waitForTimeout(300);
    assert.deepEqual(await kept(page), [], 'what was decided goes');
    await page.reload();
    await question(page, 2).locator('.level--chosen').waitFor();
    await again.close();
  } finally {
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('after a reload what only one side changed is still known as that, and no answer is dropped', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const { page, other, id } = await apart(context);
  await answer(page, 4, 3);
  await said(page, /^Saved/);
  await other.reload();
  await conflict(other).waitFor();
  assert.match(await conflict(other).innerText(), /Changed on one side only: 3/);
  assert.match(await other.locator('[data-test=dropped]').innerText(), /everything that either side wrote/);
  // To something else and back: it is still there.
  await other.evaluate(() => { location.hash = '#/'; });
  await other.locator('.library__item').waitFor();
  await other.goBack();
  await conflict(other).waitFor();
  await other.locator('details summary', { hasText: 'one side only' }).click();
  await other.locator('[data-place="answers/D1.2"] input').first().check({ force: true });
  assert.match(await other.locator('[data-test=dropped]').innerText(), /no longer there \(1\).*level 2/);
  await other.locator('[data-place="answers/D1.2"] input').nth(1).check({ force: true });
  await other.locator('[data-test=merge]').click();
  const { answers } = await until(other, id, (document) => Object.keys(document.answers).length === 4);
  assert.deepEqual(Object.keys(answers).sort(), ['D1.1', 'D1.2', 'D1.3', 'D1.5']);
  await context.close();
});

test('the same note in two tabs: the sentence goes on to its end, and both are kept', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context, deaf);
  const other = await context.newPage();
  await other.addInitScript(deaf);
  await other.goto(page.url());
  const note = async (tab) => {
    await question(tab, 0).locator('.question__note summary').click();
    await question(tab, 0).locator('textarea[id$="-note"]').focus();
  };
  await question(other, 0).locator('.level--chosen').waitFor();
  await note(page);
  await page.keyboard.type('first sentence');
  await said(page, /^Saved/);
  await note(other);
  await other.keyboard.type('second ', { delay: 60 });
  await said(other, /both stored/);
  await other.keyboard.type('sentence, whole', { delay: 30 });
  assert.equal(await conflict(other).count(), 0, 'not while it is being typed');
  await other.keyboard.press('Tab');
  await conflict(other).waitFor();
  const row = other.locator('[data-place="answers/D1.1/note"]');
  assert.ok(await row.locator('input').nth(2).isChecked(), 'both are proposed');
  await other.locator('[data-test=merge]').click();
  const { answers } = await until(other, idOf(page), (document) => /whole/.test(document.answers['D1.1'].note));
  assert.equal(answers['D1.1'].note, 'first sentence\nsecond sentence, whole');
  assert.equal(answers['D1.1'].level, 2);
  await context.close();
});

test('a decision reaches the other tab, and an answer meanwhile is merged without asking again', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const { page, other, id } = await apart(context);
  await answer(page, 4, 3);
  await said(page, /^Saved/);
  await other.locator('[data-test=merge]').click();
  await until(other, id, (document) => Object.keys(document.answers).length === 4);
  assert.equal(await conflict(other).count(), 0);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await question(page, 2).locator('.level--chosen').waitFor();
  await context.close();
});

test('a tab that only looks on says so where the user is, and once more when it is tried', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context);
  const id = idOf(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await said(other, /^View only/);
  const label = question(other, 2).locator('label.level').first();
  assert.equal(await label.evaluate((node) => getComputedStyle(node).cursor), 'not-allowed');
  await label.scrollIntoViewIfNeeded();
  await label.click({ force: true });
  await said(other, /Nothing was noted here/);
  // The pen goes over in the middle of a sentence: what was typed by then is there, and the first tab says what happened.
  await question(page, 0).locator('.question__note summary').click();
  await question(page, 0).locator('textarea[id$="-note"]').focus();
  await page.keyboard.type('until here');
  await other.locator('[data-test=take-over-here]').click();
  await said(page, /^View only/);
  await said(other, /^Saved/);
  await answer(other, 2, 4);
  await said(other, /^Saved/);
  const document = await stored(other, id);
  assert.deepEqual([document.answers['D1.1'].note, document.answers['D1.3'].level], ['until here', 4]);
  await context.close();
});

test('deleted in another tab: what was open can still be taken along', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context);
  const id = idOf(page);
  const other = await context.newPage();
  const asked = [];
  other.on('dialog', (dialog) => { asked.push(dialog.message()); return dialog.accept(); });
  await other.goto(`${BASE}#/`);
  await other.locator('.library__item button', { hasText: 'Delete' }).click();
  const held = page.locator('[data-test=held]');
  await held.waitFor();
  assert.match(asked[0], /Untitled assessment \(1 of \d+ answered/, 'which one is said although it has no title');
  const [download] = await Promise.all([page.waitForEvent('download'), held.click()]);
  const document = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  assert.deepEqual([document.id, document.answers['D1.1'].level], [id, 2]);
  await context.close();
});

test('what only local storage has is called noted, and the start page lists it although the database refuses', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const simple = await begun(context, () => { Object.defineProperty(window, 'indexedDB', { get: () => undefined }); });
  await said(simple, /^Noted; a crash/);
  await simple.locator('.save__more summary').click();
  assert.match(await simple.locator('.save__more p').innerText(), /last minute or two/);
  await context.close();
  const full = await browser.newContext({ locale: 'en-GB' });
  const page = await full.newPage();
  await page.addInitScript(() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await page.goto(`${BASE}#/`);
  await page.locator('[data-test=start]').click();
  await answer(page, 0, 2);
  await said(page, /^Storage is full: .* only noted/);
  assert.match(await page.locator('.save__more').evaluate((more) => more.textContent), /delete assessments you no longer need/);
  await page.goto(`${BASE}#/settings`);
  await page.goto(`${BASE}#/`);
  await page.reload();
  await page.locator('.library__item', { hasText: '1 of' }).waitFor();
  await full.close();
});

test('texts that did not come are fetched when the connection is back, and the notice goes', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context);
  await page.route(/\/content\/text\//, (route) => route.abort());
  await page.evaluate(() => { location.hash = location.hash.replace(/d\/D1.*/, 'd/D2'); });
  const notice = page.locator('.page__banner .notice--bad');
  await notice.waitFor();
  await page.goBack();
  await question(page, 0).waitFor();
  await notice.waitFor({ state: 'detached' });
  await page.goForward();
  await notice.waitFor();
  await page.unroute(/\/content\/text\//);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await question(page, 0).waitFor();
  await notice.waitFor({ state: 'detached' });
  await context.close();
});
