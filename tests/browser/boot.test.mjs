// The page starts anywhere under its policy, and where it cannot start or dies it says so and hands out the answers.
// Knows the page around the app, not what the app shows.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BASE, DIST, PAGES, SUBPATH, axe, boot, downloaded, follow, fresh, launch, needs } from './helpers.mjs';
import { trapping } from './trap.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const KEY = 'fuxiao/a/0b0c0000-0000-4000-8000-00000000000a';
const RAW = '{"title": "原样 kept as it is", "modified": "2026-11-02T02:10:00Z", "odd":  1}\r\n';
const BROKEN_KEY = 'fuxiao/a/0b0c0000-0000-4000-8000-00000000000b';
const BROKEN = '{"title": "cut o';
const STORED = { [KEY]: RAW, [BROKEN_KEY]: BROKEN };

const WASM = /\.wasm$/;
const APP = /\/fuxiao-app-[^/]*\.wasm$/;

const html = () => fs.readFileSync(path.join(DIST, 'index.html'), 'utf8');

for (const [name, base] of [['at the root', BASE], ['below a path', SUBPATH]]) {
  test(`starts ${name} without an error, a breach of the policy or a request elsewhere`, needs('events'), async () => {
    const { page, context, assertClean } = await fresh(browser);
    await boot(page, base);
    await page.waitForLoadState('networkidle');
    const asked = page.requests.filter(({ status }) => status !== null).map(({ url, status }) => [url.slice(base.length).split('?')[0], status]);
    assert.ok(asked.length > 3, 'requests are not seen');
    assert.deepEqual(asked.filter(([, status]) => status !== 200), []);
    // The weights count no text as part of the first load, so the start page may wait for none.
    const texts = asked.map(([name]) => name).filter((name) => name.startsWith('content/'));
    assert.deepEqual(texts, [], 'the start page fetches texts');
    assertClean();
    await context.close();
  });
}

test('what must not happen is noticed', needs('events', 'init'), async () => {
  const { page, context, wrong } = await fresh(browser);
  await boot(page);
  await page.evaluate(async () => {
    const style = document.createElement('div');
    style.setAttribute('style', 'color: red');
    try { style.innerHTML = '<b>no</b>'; } catch { /* The policy's Trusted Types refuse it, which is the point. */ }
    await fetch('http://127.0.0.1:9/elsewhere').catch(() => {});
    setTimeout(() => { throw new Error('thrown on purpose'); });
    await new Promise((done) => { setTimeout(done, 100); });
  });
  for (const seen of [/policy: require-trusted-types-for/, /policy: connect-src/, /error: Error: thrown on purpose/]) {
    assert.ok(wrong.some((line) => seen.test(line)), `${seen} in:\n${wrong.join('\n')}`);
  }
  await context.close();
});

test('axe runs under the policy and finds what is wrong', async () => {
  const { page, context } = await fresh(browser);
  await boot(page);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('img'), { src: 'favicon.svg' })));
  assert.match((await axe(page)).join('\n'), /image-alt: img/);
  await context.close();
});

test('the policy in the page and the one for hosts agree', () => {
  const page = html().match(/Content-Security-Policy" content="([^"]+)"/)[1];
  const headers = fs.readFileSync(path.join(DIST, '_headers'), 'utf8').match(/Content-Security-Policy: (.+)/)[1];
  assert.equal(headers, `${page}; frame-ancestors 'none'`);
  assert.match(page, /worker-src 'self'; require-trusted-types-for 'script'; trusted-types fuxiao$/);
  assert.doesNotMatch(page, /'unsafe-inline'|'unsafe-eval'/);
});

test('the first paint is in the page itself, before anything runs', needs('intercept'), async () => {
  assert.match(html(), /<main id="static"[\s\S]*金融服务企业客户服务效率成熟度自评/);
  assert.doesNotMatch(html(), /<script(?![^>]*src=)|style="|\son[a-z]+="/);
  const { page, context } = await fresh(browser, { locale: 'en' });
  // The program never comes; what stands in the page is shown all the same.
  await page.hold(WASM);
  await page.goto(BASE);
  assert.match(await page.locator('#static').innerText(), /maturity self-assessment[\s\S]*Opening/);
  await context.close();
});

test('without JavaScript a message says so in both languages', needs('scripting'), async () => {
  const { page, context } = await fresh(browser, { scripting: false });
  await page.goto(BASE);
  const text = await page.locator('noscript').innerText();
  assert.match(text, /needs JavaScript/);
  assert.match(text, /浏览器/);
  await context.close();
});

for (const [name, id, spoil] of [
  ['without WebAssembly', '#msg-wasm', () => { delete window.WebAssembly; }],
  ['without BigInt, as in an old browser,', '#msg-old', () => { delete window.BigInt; }],
  ['without modules, as in an old browser,', '#msg-old', () => { delete HTMLScriptElement.prototype.noModule; }],
  ['with an old WebAssembly', '#msg-old', () => { WebAssembly.validate = () => false; }],
]) {
  test(`${name} a message says so`, needs('init'), async () => {
    const { page, context, assertClean } = await fresh(browser, { locale: 'en' });
    await page.addInitScript(spoil);
    await page.goto(BASE);
    await page.locator(id).waitFor();
    assert.match(await page.locator(id).innerText(), /browser/);
    assert.equal(await page.locator('#static').isVisible(), false);
    assert.equal(await page.locator('#recovery').isVisible(), false);
    assertClean();
    await context.close();
  });
}

test('opened from disk a message says so', async () => {
  const { page, context } = await fresh(browser);
  await page.goto(pathToFileURL(path.join(DIST, 'index.html')).href);
  await page.locator('#msg-file').waitFor();
  assert.equal(await page.locator('#static').isVisible(), false);
  await context.close();
});

test('a script that does not arrive is said so', needs('intercept'), async () => {
  const { page, context } = await fresh(browser);
  await page.refuse(/\/boot-[^/]*\.js$/);
  await page.goto(BASE);
  await page.locator('#msg-load').waitFor();
  await context.close();
});

test('only the scripts of this release may run beside the page', needs('init', 'trusted'), async () => {
  const { page, context } = await fresh(browser);
  await page.addInitScript(() => {
    const make = trustedTypes.createPolicy.bind(trustedTypes);
    window.made = [];
    trustedTypes.createPolicy = (name, rules) => { window.made.push([name, rules]); return make(name, rules); };
  });
  await boot(page);
  const found = await page.evaluate(() => {
    const may = (work) => { try { work(); return true; } catch { return false; } };
    const [[name, rules], ...others] = window.made;
    return {
      name, others: others.length, kinds: Object.keys(rules),
      elsewhere: ['https://example.org/x.js', 'data:text/javascript,1', './boot.js', new URL('boot.js', location).href].filter((url) => may(() => rules.createScriptURL(url))),
      known: may(() => rules.createScriptURL(new URL('sw.js', location.href.split('#')[0]).href)),
      again: may(() => trustedTypes.createPolicy('fuxiao', {})), another: may(() => trustedTypes.createPolicy('another', {})),
      plain: may(() => new Worker('boot.js')),
    };
  });
  assert.deepEqual(found, { name: 'fuxiao', others: 0, kinds: ['createScriptURL'], elsewhere: [], known: true, again: false, another: false, plain: false });
  await context.close();
});

/** The heading that the recovery page shows of those that it has. */
const title = (page) => page.locator('#recovery h1').evaluateAll((all) => all.find((one) => one.checkVisibility()).innerText);

/** Waits until another page has taken the place of this one. */
async function renewed(page, act) {
  await page.evaluate(() => { window.old = true; });
  await act();
  await page.waitForFunction(() => !window.old);
}

/** The recovery page stands alone, names what is stored and hands it out byte for byte. */
async function handsOut(page, told) {
  await page.locator('#recovery').waitFor();
  assert.match(await title(page), told);
  assert.equal(await page.locator('#app').isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.innerText), await title(page));
  const rows = page.locator('#recovery-list li');
  assert.deepEqual(await rows.locator('code').allInnerTexts(), [KEY, BROKEN_KEY]);
  assert.match(await rows.first().innerText(), /原样 kept as it is/);
  assert.equal(await downloaded(page, () => rows.nth(0).locator('button').click()), RAW);
  assert.equal(await downloaded(page, () => rows.nth(1).locator('button').click()), BROKEN);
  const all = JSON.parse(await downloaded(page, () => page.locator('#recovery-all').click()));
  assert.deepEqual(all.entries, STORED);
}

const STOPPED = /停下来了/;
const ABSENT = /没有完整送到/;
const SPOILT = [
  ['does not arrive', (page, file) => page.refuse(file)],
  ['is missing', (page, file) => page.serve(file, { status: 404, body: 'no' })],
  ['is cut short', (page, file) => page.serve(file, (bytes) => bytes.subarray(0, bytes.length >> 1))],
  ["is the host's own page", (page, file) => page.serve(file, { status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' })],
];

for (const [what, spoil] of SPOILT) {
  for (const [name, file] of [['program', APP], ['script', /\/fuxiao-app-[^/]*\.js$/]]) {
    test(`a ${name} that ${what}: the page says so and hands out the answers`, needs('intercept'), async () => {
      const { page, context } = await fresh(browser, { entries: STORED });
      await spoil(page, file);
      await page.goto(BASE);
      await handsOut(page, ABSENT);
      assert.deepEqual(await axe(page), []);
      await page.allow(file);
      await renewed(page, () => page.locator('#recovery-reload').click());
      await page.locator('#static').waitFor({ state: 'detached' });
      await context.close();
    });
  }
}

test('no program at all leaves the answers to download, as they are', needs('intercept'), async () => {
  const { page, context } = await fresh(browser, { entries: STORED });
  await page.refuse(WASM);
  await page.goto(BASE);
  await handsOut(page, ABSENT);
  assert.deepEqual(await axe(page), []);
  await context.close();
});

for (const [name, file, die] of [
  ['as it starts', APP, (page) => page.goto(BASE)],
  ['in a page that came later', PAGES, async (page) => { await boot(page); await page.evaluate(() => { location.hash = '#/method'; }); }],
]) {
  test(`a program that traps ${name} leaves the answers to download`, needs('events', 'intercept'), async () => {
    const { page, context, wrong } = await fresh(browser, { entries: STORED });
    await page.serve(file, trapping());
    await die(page);
    await handsOut(page, STOPPED);
    await page.locator('#recovery summary').click();
    assert.match(await page.locator('#recovery-detail').innerText(), /RuntimeError: unreachable/);
    assert.deepEqual(wrong.filter((line) => !line.includes('unreachable')), []);
    await page.allow(file);
    await renewed(page, () => page.locator('#recovery-start').click());
    await page.locator('#static').waitFor({ state: 'detached' });
    assert.equal(await page.locator('#recovery').isVisible(), false);
    await context.close();
  });
}

// Whatever way the browser tells of a trap, the page hears it.
for (const [name, arm] of [
  ['traps', () => { window.die = () => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable'), message: 'unreachable' })); }],
  ['traps in the background', () => { window.die = () => { Promise.reject(new WebAssembly.RuntimeError('unreachable')); }; }],
]) {
  test(`a program that ${name} leaves the answers to download`, needs('events', 'init'), async () => {
    const { page, context, wrong } = await fresh(browser);
    await page.addInitScript(arm);
    await boot(page);
    // Only now: the app must have had no hand in them.
    await page.evaluate((stored) => Object.entries(stored).forEach(([key, text]) => localStorage.setItem(key, text)), STORED);
    // Armed before: browsers do not tell a page of rejections in what their tools run in it.
    await page.evaluate(() => window.die());
    await handsOut(page, STOPPED);
    await page.locator('#recovery summary').click();
    assert.match(await page.locator('#recovery-detail').innerText(), /RuntimeError: unreachable/);
    assert.deepEqual(wrong.filter((line) => !line.includes('unreachable')), []);
    await renewed(page, () => page.locator('#recovery-reload').click());
    await page.locator('#static').waitFor({ state: 'detached' });
    assert.equal(await page.locator('#recovery').isVisible(), false);
    await context.close();
  });
}

test('an ordinary error does not stop the app', async () => {
  const { page, context } = await fresh(browser);
  await boot(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new TypeError('from an extension') })));
  assert.equal(await page.locator('#recovery').isVisible(), false);
  await context.close();
});

test('nothing stored: the recovery page says so', needs('intercept'), async () => {
  const { page, context } = await fresh(browser);
  await page.refuse(WASM);
  await page.goto(BASE);
  await page.locator('#recovery-none').waitFor();
  assert.equal(await page.locator('#recovery-all').isVisible(), false);
  await context.close();
});

test('blocked storage: works in memory and says so', needs('blocked', 'events'), async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en-GB', storage: 'blocked' });
  await page.goto(`${BASE}#/`);
  await page.locator('#content h1').waitFor();
  assert.equal(await page.evaluate(() => { try { localStorage.length; return 'open'; } catch { return 'blocked'; } }), 'blocked');
  await page.locator('.notice--bad').waitFor();
  await page.locator('[data-test=start]').click();
  await page.locator('input[type=radio]').nth(2).check({ force: true });
  await page.locator('.level--chosen').waitFor();
  assert.match(await page.locator('[data-test=saved]').innerText(), /stores nothing/);
  // Through all pages and back: what is in memory alone is still there.
  const answered = (await page.url()).replace(BASE, '');
  const inside = answered.match(/#\/a\/[^/]+/)[0];
  for (const place of ['/results', '/results/D1', '/plan', '/targets', '/whatif', '/history', '/report', '/check', '/find', '/paper/filled', '/profile', '']) {
    await follow(page, `${inside}${place}`);
    await page.locator('#content h1').waitFor();
    assert.match(await page.locator('[data-test=saved]').innerText(), /stores nothing/, place);
    assert.doesNotMatch(await page.locator('#content').innerText(), /not in this browser/, place);
  }
  await page.waitForFunction(() => /\b1 of \d+ questions answered/.test(document.querySelector('#content').innerText));
  await follow(page, answered);
  await page.locator('.level--chosen').waitFor();
  assert.deepEqual(wrong.filter((line) => line.startsWith('error: ')), []);
  await context.close();
});

test('the first paint speaks the first language asked for that the app knows, and so does the app', needs('init'), async () => {
  for (const [languages, expected] of [[['de-DE', 'zh-CN'], 'zh-CN'], [['ZH-cn'], 'zh-CN'], [['fr', 'en-GB', 'zh'], 'en'], [['de'], 'en']]) {
    const { page, context } = await fresh(browser, { entries: { 'fuxiao/settings': '{}' } });
    await page.addInitScript((languages) => {
      Object.defineProperty(navigator, 'languages', { get: () => languages });
      document.addEventListener('DOMContentLoaded', () => { window.painted = document.documentElement.lang; });
    }, languages);
    await boot(page);
    assert.deepEqual([await page.evaluate(() => window.painted), await page.evaluate(() => document.documentElement.lang)], [expected, expected], `${languages}`);
    await context.close();
  }
});
