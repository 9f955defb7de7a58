// The texts that are fetched: those of another release are never used, nothing that stands on the page changes its words,
// and where a release has taken the place of this one the page offers to reload. Knows where texts lie and what a list or
// an object of words looks like, not how they are numbered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, boot, clean, content, follow, fresh, launch, needs, visit } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

const lost = (wrong) => clean(wrong.filter((line) => !/Failed to load resource/.test(line)));
const notice = (page) => page.locator('.page__banner .notice--bad');

const TEXTS = /\/content\/text\/.*\.json/;
const INDEX = /\/$/;
/** The page that names the program, as the next release has it. */
const index = (bytes) => bytes.toString('utf8').replaceAll(/fuxiao-app-[0-9a-f]+/g, 'fuxiao-app-0123456789abcdef');

/** A file of texts as the next release has it: a word more among the first, level 1 in the words of level 5. */
function newer(bytes) {
  const file = JSON.parse(bytes.toString('utf8'));
  if (file.release) file.release = `${file.release.replace(/[0-9a-f]{16}$/, '')}0123456789abcdef`;
  const text = file.text ?? file;
  for (const criterion of Object.values(text.criteria ?? {})) criterion.levels.reverse();
  if (Array.isArray(text)) text.unshift('About this page');
  else if (text.words_answering) text.words_answering = { ABOUT: 'About this page', ...text.words_answering };
  return JSON.stringify(file);
}

const gone = { status: 404, contentType: 'text/plain', body: 'no' };
const host = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' };

/** What stands on buttons and links, a line each. */
const labels = (page) => page.evaluate(() => [...document.querySelectorAll('#app button, #app a, #app summary, #app label, #app h1, #app h2')]
  .map((part) => part.innerText.trim()).filter(Boolean));

/** Everything that a language says in words of its own. */
function words(locale) {
  const files = [`text/${locale}/frame.json`, `text/${locale}/words.json`].map(content);
  return new Set(files.flatMap((file) => Object.values(file).flatMap(Object.values)));
}

for (const [name, locale, how, released] of [
  ['under the same names', 'en', newer, false],
  ['under the same names, in Chinese', 'zh-CN', newer, false],
  ['and the old files are gone', 'en', gone, true],
  ["and the host answers with its page", 'zh-CN', host, true],
]) {
  test(`a release published under an open tab, ${name}: no word of it is shown, reloading is offered and helps`, needs('events', 'intercept'), async () => {
    const { page, context, wrong } = await fresh(browser, { locale });
    await boot(page);
    await page.waitForLoadState('networkidle');
    const before = await labels(page);
    await page.serve(TEXTS, how);
    if (released) await page.serve(INDEX, index);
    await page.locator('[data-test=start]').click();
    // What is there first: the offer, or what the words made of the page.
    await page.locator('.page__banner .notice--bad, .toolbar button').first().waitFor();
    const undo = { en: 'Undo', 'zh-CN': '撤销' }[locale];
    const turns = await page.locator('.toolbar__group > button').evaluateAll((all) => all.map((button) => button.innerText));
    assert.ok(turns.length === 0 || turns.includes(undo), `undo is called ${turns.join(', ')}`);
    await notice(page).waitFor();
    assert.match(await notice(page).innerText(), locale === 'en' ? /new release/ : /新版本/);
    const known = words(locale);
    for (const label of await labels(page)) assert.ok(known.has(label) || before.includes(label), `what is “${label}”?`);
    assert.doesNotMatch(await page.locator('#app').innerText(), /About this page/);
    assert.deepEqual(await axe(page), []);
    await page.allow(TEXTS);
    if (released) await page.allow(INDEX);
    await notice(page).locator('button').click();
    await page.locator('.toolbar button', { hasText: undo }).waitFor();
    const first = content(`text/${locale}/D1.json`).criteria['D1.1'].levels[0];
    assert.ok((await page.locator('fieldset.question').first().innerText()).includes(first), 'level 1 has other words');
    lost(wrong);
    await context.close();
  });
}

test('while a release is published the page keeps its words, answers and level texts, also in the other language', needs('events', 'intercept'), async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, '#/');
  await page.locator('[data-test=start]').click();
  const questions = page.locator('fieldset.question');
  for (const at of [0, 1]) await questions.nth(at).locator('input[type=radio]').nth(2 + at).check({ force: true });
  await page.waitForLoadState('networkidle');
  const inside = (await page.url()).match(/#\/a\/[^/]+/)[0];
  const [before, said] = [await labels(page), await page.locator('#content').innerText()];
  await page.serve(TEXTS, newer);
  // Another dimension: its texts are of the new release and stay away.
  await follow(page, `${inside}/d/D2`);
  await notice(page).waitFor();
  assert.equal(await questions.locator('.level').count(), 0);
  await page.locator('button.language').click();
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  await page.waitForLoadState('networkidle');
  const chinese = words('zh-CN');
  const [frame] = [await labels(page)];
  assert.ok(frame.length > 5);
  const product = /^(English|未命名的评估|\d[\d. ].*)$/;
  const names = Object.keys(content('model.json').dimensions).map((at) => content(`text/zh-CN/D${1 + +at}.json`).name);
  for (const label of frame) assert.ok(chinese.has(label) || product.test(label) || names.some((name) => label.includes(name)), `what is “${label}”?`);
  // Back where everything has come, it stands as it stood.
  await page.locator('button.language').click();
  await follow(page, `${inside}/d/D1`);
  await page.waitForFunction(() => document.querySelectorAll('.level--chosen').length === 2);
  assert.deepEqual((await labels(page)).filter((label) => label !== 'Reload'), before);
  assert.equal(await page.locator('#content').innerText(), said);
  // What is saved is there in the release that follows.
  await page.allow(TEXTS);
  await notice(page).locator('button').click();
  await page.waitForFunction(() => document.querySelectorAll('.level--chosen').length === 2);
  assert.equal(await notice(page).count(), 0);
  lost(wrong);
  await context.close();
});

test('a text that arrives cut short is not used and comes with the next try', needs('events', 'intercept'), async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await boot(page);
  await page.serve(TEXTS, (bytes) => bytes.subarray(0, bytes.length - 40));
  await page.locator('[data-test=start]').click();
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /did not load/);
  await page.allow(TEXTS);
  await notice(page).locator('button').click();
  await page.locator('fieldset.question .level').first().waitFor();
  assert.equal(await notice(page).count(), 0);
  lost(wrong);
  await context.close();
});
