// What the browser tests share: a fresh profile with the app's settings, places, axe under the page's policy, downloads,
// the command line. Knows the page's keys and routes, not what a test checks nor which driver is behind it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

export { driver, knownIn, launch, needs } from './driver/index.mjs';

const require = createRequire(import.meta.url);
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const BASE = process.env.BASE_URL;
export const SUBPATH = process.env.SUBPATH_URL;
export const DIST = process.env.DIST_DIR;
export const SAMPLE = '5a3b1e00-0000-4000-8000-000000000001';

/** The part of the app that is fetched later. */
export const PAGES = /\/fuxiao-part-pages-[^/]*\.wasm$/;

/** Every page that can be looked at, by its hash. */
export const PLACES = [
  '#/', '#/source', '#/method', '#/privacy', '#/settings', '#/nowhere', '#/a/00000000-0000-4000-8000-00000000dead',
  ...['', '/d/D1', '/d/D7', '/q/D1.1', '/express', '/check', '/check/D7', '/find', '/paper/blank/D1', '/paper/filled/D7', '/results', '/results/D7', '/plan', '/targets', '/whatif', '/history', '/report', '/profile'].map((place) => `#/a/${SAMPLE}${place}`),
];

/**
 * A page in a context of its own. What goes wrong in it is gathered in `wrong`; `assertClean()` wants nothing there, and
 * closing the context wants nothing to have followed.
 */
export async function fresh(browser, { locale = 'zh-CN', theme = 'auto', width = 1280, height = 800, entries = {}, ...options } = {}) {
  const opened = await browser.newContext({ locale, width, height, own: [BASE, SUBPATH], ...options });
  const { page } = opened;
  const { wrong } = page;
  await seed(page, { 'fuxiao/settings': JSON.stringify({ locale, theme, places: {} }), ...entries });
  const context = {
    newPage: () => opened.newPage(),
    grant: (permissions) => opened.grant(permissions, new URL(BASE).origin),
    async close() {
      await page.flush();
      await opened.close();
      if (cleaned.has(wrong)) assert.deepEqual(wrong, [], 'went wrong after all was well');
    },
  };
  return { page, context, wrong, assertClean: () => clean(wrong) };
}

/** Stores entries before the first load of each origin; what the page makes of them then survives a reload. */
export function seed(page, entries) {
  return page.addInitScript((stored) => {
    try {
      const mark = `seeded ${Object.keys(stored).join(' ')}`;
      if (sessionStorage.getItem(mark)) return;
      sessionStorage.setItem(mark, 'yes');
      for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text);
    } catch {
      // Storage is blocked: that is what the test is about.
    }
  }, entries);
}

/** Goes to the page and waits until the app has rendered, whatever it shows. */
export async function boot(page, base = BASE) {
  await page.goto(base);
  await page.locator('#static').waitFor({ state: 'detached' });
}

/** Goes to a place and waits until the app shows it. */
export async function visit(page, hash, base = BASE) {
  await page.goto(`${base}${hash}`);
  await page.locator('#content h1').waitFor();
  await page.waitForLoadState('networkidle');
}

/** Follows a hash inside the running app. */
export async function follow(page, hash) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(100);
}

/** The lists that were found empty. */
const cleaned = new WeakSet();

export function clean(wrong) {
  assert.deepEqual(wrong, []);
  cleaned.add(wrong);
}

/** What axe finds, one readable line each. What a driver runs in the page is not subject to its policy. */
export async function axe(page) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`));
  });
  return found;
}

/** The text of a download that `act` starts. */
export async function downloaded(page, act) {
  const { bytes } = await page.download(act);
  return bytes.toString('utf8');
}

/** The result that the command line prints for an assessment. */
export function score(text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuxiao-score-'));
  try {
    const file = path.join(folder, 'assessment.json');
    fs.writeFileSync(file, text);
    return JSON.parse(execFileSync(process.env.SCORE_BIN, [file], { encoding: 'utf8' }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** A number as the app rounds it for reading. */
export const fixed = (number, decimals) => (Math.floor((number + 1e-9) * 10 ** decimals + 0.5) / 10 ** decimals).toFixed(decimals);

/** A file under content/ that is JSON. */
export const content = (name) => JSON.parse(fs.readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8'));
