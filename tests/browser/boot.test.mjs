// The page starts anywhere under its policy, and where it cannot start or dies it says so and hands out the answers.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { BASE, DIST, SUBPATH, clean, downloaded, fresh, launch, visit } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const KEY = 'fuxiao/a/0b0c0000-0000-4000-8000-00000000000a';
const RAW = '{"title": "原样 kept as it is", "modified": "2026-11-02T02:10:00Z", "odd":  1}';

test('starts at the root and below a path, cleanly', async () => {
  for (const base of [BASE, SUBPATH]) {
    const { page, context, wrong } = await fresh(browser);
    await visit(page, '#/', base);
    assert.equal(await page.locator('#static').count(), 0);
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map((one) => one.name));
    assert.deepEqual(fetched.filter((name) => name.includes('content/')), [], 'the start page fetches texts');
    clean(wrong);
    await context.close();
  }
});

test('the policy in the page and the one for hosts agree', () => {
  const page = fs.readFileSync(path.join(DIST, 'index.html'), 'utf8').match(/Content-Security-Policy" content="([^"]+)"/)[1];
  const headers = fs.readFileSync(path.join(DIST, '_headers'), 'utf8').match(/Content-Security-Policy: (.+)/)[1];
  assert.equal(headers, `${page}; frame-ancestors 'none'`);
  assert.match(page, /require-trusted-types-for 'script'; trusted-types 'none'/);
  assert.doesNotMatch(page, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
});

test('the first paint is in the page itself', () => {
  const html = fs.readFileSync(path.join(DIST, 'index.html'), 'utf8');
  assert.match(html, /<main id="static"[\s\S]*金融服务企业客户服务效率成熟度自评/);
  assert.doesNotMatch(html, /<script(?![^>]*src=)|style="|\son[a-z]+="/);
});

test('without JavaScript a message says so in both languages', async () => {
  const { page, context } = await fresh(browser, { javaScriptEnabled: false });
  await page.goto(BASE);
  const text = await page.locator('noscript').innerText();
  assert.match(text, /JavaScript/);
  assert.match(text, /浏览器/);
  await context.close();
});

for (const [name, id, spoil] of [
  ['without WebAssembly', '#msg-wasm', () => { delete window.WebAssembly; }],
  ['in a browser that is too old', '#msg-old', () => { delete window.BigInt; }],
]) {
  test(`${name} a message says so`, async () => {
    const { page, context } = await fresh(browser);
    await page.addInitScript(spoil);
    await page.goto(BASE);
    await page.locator(id).waitFor();
    assert.equal(await page.locator('#static').isVisible(), false);
    await context.close();
  });
}

test('opened from disk a message says so', async () => {
  const { page, context } = await fresh(browser);
  await page.goto(`file://${path.join(DIST, 'index.html')}`);
  await page.locator('#msg-file').waitFor();
  await context.close();
});

test('a program that does not arrive leaves the answers to download, as they are', async () => {
  const { page, context } = await fresh(browser, { entries: { [KEY]: RAW } });
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(BASE);
  await page.locator('#recovery-title').waitFor();
  const text = await downloaded(page, () => page.locator('#recovery-list button').first().click());
  assert.equal(text, RAW);
  await context.close();
});

test('a program that dies leaves the answers to download', async () => {
  const { page, context } = await fresh(browser, { entries: { [KEY]: RAW } });
  await visit(page, '#/');
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    dispatchEvent(new ErrorEvent('error', { error, message: 'unreachable' }));
  });
  await page.locator('#recovery-title').waitFor();
  assert.equal(await page.locator('#app').isVisible(), false);
  assert.match(await page.locator('#recovery-list').innerText(), /原样 kept as it is/);
  assert.equal(await downloaded(page, () => page.locator('#recovery-list button').first().click()), RAW);
  await context.close();
});

test('blocked storage: works in memory and says so', async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'fuxiao-blocked-'));
  fs.mkdirSync(path.join(profile, 'Default'));
  // The browser's own setting "do not allow sites to save data", which makes every access throw.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const { chromium } = await import('playwright-core');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM, locale: 'en-GB', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
  });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${BASE}#/`);
    await page.locator('#content h1').waitFor();
    assert.equal(await page.evaluate(() => { try { localStorage.length; return 'open'; } catch { return 'blocked'; } }), 'blocked');
    await page.locator('.notice--bad').waitFor();
    await page.locator('[data-test=start]').click();
    await page.locator('input[type=radio]').nth(2).check({ force: true });
    await page.locator('.level--chosen').waitFor();
    assert.match(await page.locator('[data-test=saved]').innerText(), /stores nothing/);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
});
