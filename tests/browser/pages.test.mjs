// The pages that are fetched by themselves: what was done before they came is still there, what somebody does meanwhile is
// not disturbed, and where they do not come the page says so. Knows the name of their file, not what is on them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES, axe, clean, follow, fresh, launch, needs, visit } from './helpers.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

const lost = (wrong) => clean(wrong.filter((line) => !/Failed to load resource/.test(line)));
const chosen = (page) => page.locator('.level--chosen').count();
const notice = (page) => page.locator('.page__banner .notice--bad');

/** An assessment just begun, with two answers, and the address of its first page; `how` says of a page of the driver how they arrive. */
async function begun(how, options = { locale: 'en' }) {
  const opened = await fresh(browser, options);
  const { page } = opened;
  await how?.(page);
  await visit(page, '#/');
  await page.locator('[data-test=start]').click();
  for (const at of [0, 1]) await page.locator('fieldset.question').nth(at).locator('input[type=radio]').nth(2 + at).check({ force: true });
  const inside = (await page.url()).match(/#\/a\/[^/]+/)[0];
  return { ...opened, inside, go: (place) => page.evaluate((hash) => { location.hash = hash; }, `${inside}${place}`) };
}

/** Keeps the pages back until `come` is called; `asked` is fulfilled once they were asked for. */
function held() {
  let come, ask;
  const here = new Promise((done) => { come = done; });
  const asked = new Promise((done) => { ask = done; });
  return { how: (page) => page.serve(PAGES, async (bytes) => { ask(); await here; return bytes; }), come, asked };
}

test('what was answered before the results can be undone after them', needs('events'), async () => {
  const { page, context, wrong, inside, go } = await begun();
  await go('/results');
  await page.locator('[data-test=headline]').waitFor();
  await page.locator('.toolbar button', { hasText: 'Undo' }).click();
  await go('/d/D1');
  await page.waitForFunction(() => document.querySelectorAll('.level--chosen').length === 1);
  await page.locator('.toolbar button', { hasText: 'Undo' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.level--chosen').length === 0);
  await go('/plan');
  await page.waitForFunction(() => document.querySelector('#content h1')?.innerText && location.hash.endsWith('/plan'));
  for (const left of ['Redo', 'Redo']) await page.locator('.toolbar button', { hasText: left }).click();
  await follow(page, `${inside}/d/D1`);
  assert.equal(await chosen(page), 2);
  clean(wrong);
  await context.close();
});

test('a note written while the pages are on their way keeps every character, the focus and the place', needs('events', 'intercept'), async () => {
  const late = held();
  const { page, context, wrong, go } = await begun(late.how);
  await go('/results');
  await late.asked;
  await page.waitForFunction(() => /Loading/.test(document.querySelector('#content h1').innerText));
  await page.goBack();
  await page.waitForFunction(() => location.hash.endsWith('/d/D1') && document.querySelector('fieldset.question'));
  const question = page.locator('fieldset.question').nth(3);
  await question.locator('details.question__more summary, summary').first().click();
  const note = question.locator('textarea').last();
  await note.evaluate((field) => { for (let part = field; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true; });
  await note.focus();
  const text = 'We answer within the hour, and on Sundays too; nobody writes that down.';
  const top = await page.evaluate(() => scrollY);
  for (const [at, letter] of [...text].entries()) {
    if (at === 20) late.come();
    await page.keyboard.type(letter);
    await page.waitForTimeout(15);
  }
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
  assert.equal(await note.inputValue(), text);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'TEXTAREA');
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - top) < 200, 'the page was scrolled away');
  assert.match(await page.url(), /\/d\/D1$/);
  // They are here now, without another request.
  await go('/results');
  await page.locator('[data-test=headline]').waitFor();
  clean(wrong);
  await context.close();
});

test('whoever waits for a page finds the focus on it, unless it was put elsewhere meanwhile', needs('events', 'intercept'), async () => {
  for (const elsewhere of [false, true]) {
    const late = held();
    const { page, context, wrong } = await begun(late.how);
    await page.locator('nav a', { hasText: 'Results' }).click();
    await late.asked;
    if (elsewhere) await page.locator('button.language').focus();
    late.come();
    await page.locator('[data-test=headline]').waitFor();
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), elsewhere ? 'BUTTON' : 'H1');
    clean(wrong);
    await context.close();
  }
});

const refused = (page) => page.refuse(PAGES);

test('pages that did not arrive are said to be missing and come with the next try', needs('events', 'intercept'), async () => {
  for (const [locale, words] of [['zh-CN', '没有载入'], ['en', 'did not load']]) {
    const { page, context, wrong, go } = await begun(refused, { locale, width: 320 });
    await go('/results');
    await notice(page).waitFor();
    assert.match(await notice(page).innerText(), new RegExp(words));
    assert.deepEqual(await axe(page), []);
    // The questions need none of it.
    await go('/d/D1');
    await page.locator('fieldset.question').first().waitFor();
    await notice(page).waitFor({ state: 'detached' });
    assert.equal(await chosen(page), 2);
    await go('/results');
    await notice(page).waitFor();
    await page.allow(PAGES);
    await notice(page).locator('button').click();
    await page.locator('[data-test=headline]').waitFor();
    assert.equal(await notice(page).count(), 0);
    lost(wrong);
    await context.close();
  }
});

const missing = (page) => page.serve(PAGES, { status: 404, contentType: 'text/plain', body: 'no' });
const host = (page) => page.serve(PAGES, { status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' });
const cut = (page) => page.serve(PAGES, (bytes) => bytes.subarray(0, 9_999));

/** The page that names the program, and how a newer release has it. */
const INDEX = /\/$/;
const newer = (bytes) => bytes.toString('utf8').replaceAll(/fuxiao-app-[0-9a-f]+/g, 'fuxiao-app-0123456789abcdef');

for (const [name, locale, how, released, words] of [
  ['missing', 'zh-CN', missing, false, '新版本'],
  ["the host's own page", 'en', host, false, 'new release'],
  ['lost, and the page names another program', 'en', refused, true, 'new release'],
]) {
  test(`pages that are gone with their release, ${name}: reloading is offered and brings them`, needs('events', 'intercept'), async () => {
    const { page, context, wrong, go } = await begun(how, { locale });
    if (released) await page.serve(INDEX, newer);
    await go('/results');
    await notice(page).waitFor();
    assert.match(await notice(page).innerText(), new RegExp(words));
    assert.deepEqual(await axe(page), []);
    await page.allow(PAGES);
    if (released) await page.allow(INDEX);
    await notice(page).locator('button').click();
    await page.locator('[data-test=headline]').waitFor();
    await go('/d/D1');
    await page.waitForFunction(() => document.querySelectorAll('.level--chosen').length === 2);
    lost(wrong);
    await context.close();
  });
}

test('pages that are cut short can be asked for again', needs('events', 'intercept'), async () => {
  const { page, context, wrong, go } = await begun(cut);
  await go('/results');
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /did not load/);
  await page.allow(PAGES);
  await notice(page).locator('button').click();
  await page.locator('[data-test=headline]').waitFor();
  lost(wrong);
  await context.close();
});
