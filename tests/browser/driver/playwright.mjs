// The driver over Playwright, for Chromium alone: its builds of other engines cannot be had everywhere. `page.raw` is
// Playwright's own page, for the tests that speak the protocol of Chromium's tools. Knows nothing of the app.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, Record, noteViolations, wantPattern } from './record.mjs';

export const engine = 'chromium';
export const can = new Set(['events', 'init', 'intercept', 'clipboard', 'clock', 'scripting', 'blocked', 'trusted', 'drag', 'devtools']);

const SETTINGS = { executablePath: process.env.CHROMIUM, args: CHROMIUM_ARGS };

export async function launch() {
  const browser = await chromium.launch(SETTINGS);
  return {
    newContext: async ({ storage, ...options }) => (storage === 'blocked' ? blocked(options) : open(await browser.newContext(settings(options)), options)),
    close: () => browser.close(),
  };
}

const settings = ({ locale, width, height, timezone, scripting = true }) => ({
  locale, viewport: { width, height }, timezoneId: timezone, javaScriptEnabled: scripting, acceptDownloads: true,
});

/** A browser of its own with the setting "do not allow sites to save data", which makes every access throw. */
async function blocked(options) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'fuxiao-blocked-'));
  fs.mkdirSync(path.join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, { ...SETTINGS, ...settings(options) });
  return open(context, options, () => fs.rmSync(profile, { recursive: true, force: true }));
}

async function open(context, options, after = () => {}) {
  const newPage = async () => {
    const page = new Page(await context.newPage(), options);
    await page.start();
    return page;
  };
  return {
    page: await newPage(),
    newPage,
    /** Lets the pages of an origin do what a person would be asked for. */
    grant: (permissions, origin) => context.grantPermissions(permissions, { origin }),
    close: async () => {
      await context.close();
      after();
    },
  };
}

class Page extends Record {
  constructor(raw, { own, now }) {
    super(own);
    this.raw = raw;
    this.keyboard = raw.keyboard;
    this.now = now;
    this.routes = [];
    for (const name of [
      'goto', 'reload', 'goBack', 'url', 'title', 'close', 'locator', 'getByRole', 'getByText', 'evaluate', 'waitForFunction',
      'waitForLoadState', 'waitForTimeout', 'addInitScript', 'setViewportSize', 'emulateMedia', 'screenshot',
    ]) this[name] = raw[name].bind(raw);
    raw.on('console', (message) => ['error', 'warning'].includes(message.type()) && this.console(message.text()));
    raw.on('pageerror', (error) => this.error(error));
    raw.on('request', (request) => this.request(request, request.url()));
    raw.on('response', (response) => this.response(response.request(), response.status()));
    raw.on('dialog', (dialog) => (this.ask(dialog.message()) === 'accept' ? dialog.accept() : dialog.dismiss()));
  }

  async start() {
    if (this.now) await this.raw.clock.setFixedTime(this.now);
    await this.raw.addInitScript(noteViolations);
  }

  /** The file that `act` makes the page offer. */
  async download(act) {
    const [download] = await Promise.all([this.raw.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
  }

  refuse(pattern) {
    return this.route(pattern, (route) => route.abort());
  }

  hold(pattern) {
    return this.route(pattern, () => {});
  }

  /** Answers with `{ status, contentType, body }`, or with what a function makes, at once or later, of the real bytes. */
  serve(pattern, answer) {
    return this.route(pattern, async (route) => {
      if (typeof answer !== 'function') return route.fulfill(answer);
      const response = await route.fetch();
      // Its length and its packing are no longer true.
      const headers = { 'content-type': response.headers()['content-type'] };
      return route.fulfill({ status: response.status(), headers, body: Buffer.from(await answer(await response.body())) });
    });
  }

  async route(pattern, handler) {
    wantPattern(pattern);
    this.routes.push([pattern, handler]);
    await this.raw.route(pattern, handler);
  }

  async allow(pattern) {
    for (const [, handler] of this.routes.filter(([known]) => known === pattern)) await this.raw.unroute(pattern, handler);
    this.routes = this.routes.filter(([known]) => known !== pattern);
  }

  /** After this, what happened until now is in `wrong` and `requests`. */
  async flush() {
    if (!this.raw.isClosed()) await this.raw.evaluate(() => {}).catch(() => {});
  }
}
