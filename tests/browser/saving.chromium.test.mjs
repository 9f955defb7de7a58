// What is called saved is there: after the browser is killed, between tabs, with a full, failing or missing database.
// Kills a real browser and uses Chromium's tools.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { BASE } from './helpers.mjs';
import { OPTIONS, answer, begun, idOf, kill, press, question, said } from './sitting.mjs';
import { records, stored } from './store.mjs';

/** Every round of the promises, as before a release; a few of them otherwise. */
const LONG = Boolean(process.env.FUXIAO_LONG);
/** How long the second of two tabs waits before it answers, in milliseconds. */
const PAUSES = [0, 5, 50];

let browser;
before(async () => { browser = await chromium.launch(OPTIONS); });
after(async () => { await browser?.close(); });

test('a browser that is killed 50 ms after an answer was saved has kept it', async () => {
  for (let round = 0; round < (LONG ? 20 : 3); round += 1) {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'fuxiao-killed-'));
    try {
      const context = await chromium.launchPersistentContext(profile, { ...OPTIONS, locale: 'en-GB' });
      const page = await begun(context);
      const address = page.url();
      await answer(page, 1, 3);
      await said(page, /^Saved/);
      await new Promise((on) => { setTimeout(on, 50); });
      kill(profile);
      await context.close().catch(() => {});
      const again = await chromium.launchPersistentContext(profile, { ...OPTIONS, locale: 'en-GB' });
      const reopened = await again.newPage();
      await reopened.goto(address);
      await question(reopened, 0).waitFor();
      assert.deepEqual(Object.keys((await stored(reopened, idOf(reopened))).answers), ['D1.1', 'D1.2']);
      await again.close();
    } finally {
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
});

const noLocks = () => { Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }); };

test('two tabs that answer at the same moment: one is told, both are shown, nothing is lost', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context, noLocks);
  const other = await context.newPage();
  await other.addInitScript(noLocks);
  await other.goto(page.url());
  await question(other, 0).locator('.level--chosen').waitFor();
  const id = idOf(page);
  let conflicts = 0;
  for (let round = 0; round < (LONG ? 100 : 4); round += 1) {
    // Other levels each time round, so that every answer is a change.
    const [at, pause, mine, theirs] = [1 + (round % 4), PAUSES[round % 3], 2 + (Math.floor(round / 4) % 2), 4 + (Math.floor(round / 4) % 2)];
    const before = conflicts;
    const [seenHere, seenThere] = await Promise.all([press(page, at, mine), new Promise((on) => { setTimeout(on, pause); }).then(() => press(other, at, theirs))]);
    const tabs = [page, other];
    // Both have answered; whoever came second is shown both.
    for (let calm = 0; calm < 4;) {
      await page.waitForTimeout(100);
      calm += 1;
      for (const tab of tabs) {
        const conflict = tab.locator('[data-test=conflict]');
        if (!(await conflict.count())) continue;
        const shown = await conflict.locator(`[data-place="answers/D1.${at + 1}"]`).innerText();
        for (const level of [mine, theirs]) assert.match(shown, new RegExp(`level ${level}`));
        conflicts += 1;
        await conflict.locator('[data-test=merge]').click();
        await conflict.waitFor({ state: 'detached' });
        calm = 0;
      }
      if (!(await Promise.all(tabs.map((tab) => tab.locator('[data-test=saved]').innerText()))).every((text) => /^Saved/.test(text))) calm = 0;
    }
    const { level } = (await stored(page, id)).answers[`D1.${at + 1}`];
    // Without a conflict, whoever has the last word had seen the other's answer.
    if (conflicts === before) assert.equal(level === mine ? seenHere : seenThere, level === mine ? theirs : mine, `round ${round}`);
    for (const one of [page, other]) {
      await one.waitForFunction(([at, level]) => document.querySelectorAll('fieldset.question')[at]?.querySelector('input:checked')?.value === String(level), [at, level]);
    }
  }
  assert.equal(Object.keys((await stored(page, id)).answers).length, 5);
  assert.ok(conflicts > 0, 'answers at the same moment were in conflict at least once');
  console.log(`${conflicts} conflicts shown`);
  await context.close();
});

test('what is deleted in one tab does not come back from another', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context, noLocks);
  const address = page.url();
  const id = idOf(page);
  const other = await context.newPage();
  other.on('dialog', (dialog) => dialog.accept());
  await other.goto(`${BASE}#/`);
  await other.locator('.library__item button', { hasText: 'Delete' }).click();
  await other.locator('.library__item').waitFor({ state: 'detached' });
  await page.locator('h1', { hasText: 'deleted' }).waitFor();
  await page.goto(address);
  await page.reload();
  await page.locator('h1', { hasText: 'deleted' }).waitFor();
  const left = await records(page);
  assert.deepEqual(Object.keys(left), [`head/${id}`]);
  assert.deepEqual(Object.keys(JSON.parse(left[`head/${id}`])), ['deleted']);
  assert.equal(await page.evaluate((id) => localStorage.getItem(`fuxiao/a/${id}`), id), null);
  await context.close();
});

/** Fills what the browser lets this site store, to the last bytes, beside the app's own database. */
const fillDisk = () => new Promise((resolve) => {
  const open = indexedDB.open('filler', 1);
  open.onupgradeneeded = () => open.result.createObjectStore('s');
  open.onsuccess = async () => {
    let key = 0;
    for (let size = 1 << 20; size >= 16; size >>= 1) {
      for (let room = true; room;) {
        const transaction = open.result.transaction('s', 'readwrite', { durability: 'strict' });
        transaction.objectStore('s').put('x'.repeat(size), key += 1);
        room = await new Promise((told) => { transaction.oncomplete = () => told(true); transaction.onabort = () => told(false); });
      }
    }
    open.result.close();
    resolve(key);
  };
});

test('a full disk is said, nothing stored is lost, and there is room again', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const blank = await context.newPage();
  const session = await context.newCDPSession(blank);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(BASE).origin, quotaSize: 3_000_000 });
  const page = await begun(context);
  const id = idOf(page);
  await page.evaluate(fillDisk);
  await answer(page, 1, 3);
  await page.locator('.save--bad').waitFor();
  await said(page, /full/i);
  assert.ok((await records(page))[`document/${id}`], 'what was stored is gone');
  await page.evaluate(() => new Promise((gone) => { indexedDB.deleteDatabase('filler').onsuccess = gone; }));
  await said(page, /^Saved/);
  assert.equal((await stored(page, id)).answers['D1.2'].level, 3);
  await context.close();
});

test('a database that fails is tried again; what it missed is taken in at the next start', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context, () => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args) {
      if (window.failing && args[1] === 'readwrite') throw new DOMException('no', 'InvalidStateError');
      return begin.apply(this, args);
    };
  });
  const id = idOf(page);
  await page.evaluate(() => { window.failing = true; });
  await answer(page, 1, 3);
  await said(page, /Not saved yet/);
  await page.reload();
  await question(page, 1).locator('.level--chosen').waitFor();
  await said(page, /^Saved/);
  assert.equal((await stored(page, id)).answers['D1.2'].level, 3);
  await page.evaluate(() => { window.failing = true; });
  await answer(page, 2, 4);
  await said(page, /Not saved yet/);
  await page.evaluate(() => { window.failing = false; });
  await said(page, /^Saved/);
  assert.equal((await stored(page, id)).answers['D1.3'].level, 4);
  await context.close();
});

for (const [what, init] of [
  ['is missing', () => { Object.defineProperty(window, 'indexedDB', { get: () => undefined }); }],
  ['never answers', () => { IDBFactory.prototype.open = () => new EventTarget(); }],
]) {
  test(`a database that ${what}: local storage keeps the answers, and the database gets them when it is there`, async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await begun(context, init);
    const address = page.url();
    const id = idOf(page);
    await answer(page, 1, 5);
    // Simple storage is on the disk a little later: that is not called saved.
    await said(page, /^Noted/);
    assert.equal(JSON.parse(await page.evaluate((id) => localStorage.getItem(`fuxiao/a/${id}`), id)).answers['D1.2'].level, 5);
    await page.reload();
    await question(page, 1).locator('.level--chosen').waitFor();
    const whole = await context.newPage();
    await page.close();
    await whole.goto(address);
    await question(whole, 1).locator('.level--chosen').waitFor();
    assert.equal((await stored(whole, id)).answers['D1.2'].level, 5);
    await context.close();
  });
}

test('the part that stores does not arrive: that is said, and what was typed is saved when it does', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const first = await begun(context);
  const address = first.url();
  const id = idOf(first);
  await first.close();
  const page = await context.newPage();
  await page.route('**/fuxiao-part-saving-*.wasm', (route) => route.abort());
  await page.goto(address);
  await page.locator('.notice--bad').waitFor();
  await page.unroute('**/fuxiao-part-saving-*.wasm');
  await question(page, 0).locator('.level--chosen').waitFor();
  await answer(page, 1, 4);
  await said(page, /^Saved/);
  assert.equal((await stored(page, id)).answers['D1.2'].level, 4);
  await context.close();
});

test('settings of two tabs: each keeps what it changed', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(`${BASE}#/settings`);
  await two.goto(`${BASE}#/settings`);
  await one.locator('button.language').click();
  await one.locator('h1', { hasText: '设置' }).waitFor();
  await two.locator('a.bar__brand').click();
  await two.locator('[data-test=start]').click();
  await question(two, 0).waitFor();
  await one.reload();
  await one.locator('h1', { hasText: '设置' }).waitFor();
  for (let i = 0; i < 20; i += 1) await one.evaluate((i) => { location.hash = `#/a/made-up-${i}/results`; }, i);
  const settings = JSON.parse(await one.evaluate(() => localStorage.getItem('fuxiao/settings')));
  assert.equal(Object.keys(settings.places).length, 1, JSON.stringify(settings));
  await context.close();
});

test('a figure that is being typed stays in its field, whatever happens in the background', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await begun(context);
  const id = idOf(page);
  const figure = question(page, 0).locator('input[type=number]').first();
  await question(page, 1).locator('.question__note summary').click();
  await question(page, 1).locator('textarea[id$="-note"]').fill('typed a moment ago');
  await figure.focus();
  for (const [at, sign] of ['8', '2', '.', '5'].entries()) {
    await page.keyboard.type(sign);
    await page.setViewportSize({ width: 1200 + at, height: 800 });
    await page.waitForTimeout(40);
  }
  assert.equal(await figure.inputValue(), '82.5');
  await figure.press('Tab');
  await said(page, /^Saved/);
  assert.equal((await stored(page, id)).kpis.K01.value, 82.5);
  await context.close();
});
