// What the browser tests share: a fresh browser, watching for what must not happen, axe under the page's policy.
// Knows the page's keys and routes, not what a test checks.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const BASE = process.env.BASE_URL;
export const SUBPATH = process.env.SUBPATH_URL;
export const DIST = process.env.DIST_DIR;
export const SAMPLE = '5a3b1e00-0000-4000-8000-000000000001';

/** The part of the app that is fetched later. */
export const PAGES = '**/fuxiao-part-pages-*.wasm';

/** Every page that can be looked at, by its hash. */
export const PLACES = [
  '#/', '#/source', '#/method', '#/privacy', '#/settings', '#/nowhere', '#/a/00000000-0000-4000-8000-00000000dead',
  ...['', '/d/D1', '/d/D7', '/q/D1.1', '/express', '/check', '/check/D7', '/find', '/paper/blank/D1', '/paper/filled/D7', '/results', '/results/D7', '/plan', '/targets', '/whatif', '/history', '/report', '/profile'].map((place) => `#/a/${SAMPLE}${place}`),
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGS });
}

/** A page in a context of its own. What goes wrong in it is gathered in `wrong`; `assertClean()` wants nothing there. */
export async function fresh(browser, { locale = 'zh-CN', theme = 'auto', width = 1280, height = 800, entries = {}, ...options } = {}) {
  const context = await browser.newContext({ locale, viewport: { width, height }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(BASE).origin && url.origin !== new URL(SUBPATH).origin) {
      wrong.push(`request to another origin: ${url}`);
    }
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await seed(page, { 'fuxiao/settings': JSON.stringify({ locale, theme, places: {} }), ...entries });
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
  await page.waitForSelector('#content h1');
  await page.waitForLoadState('networkidle');
}

/** Follows a hash inside the running app. */
export async function follow(page, hash) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(100);
}

export function clean(wrong) {
  assert.deepEqual(wrong, []);
}

/** What axe finds, one readable line each. The debugger's evaluation is not subject to the page's policy. */
export async function axe(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`));
  });
  return found;
}

/** The text of a download that `act` starts. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return fs.readFileSync(await download.path(), 'utf8');
}
