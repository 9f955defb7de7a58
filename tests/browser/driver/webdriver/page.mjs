// A page of the driver over WebDriver: one window of a session. Knows the protocol, not the app.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Record, noteViolations, wantPattern } from '../record.mjs';
import { layOut, standStill } from './inside.mjs';
import { press, type } from './keys.mjs';
import { Locator } from './locator.mjs';
import { literal, packed, unpacked } from './script.mjs';

const PATIENCE = 30_000;
/** How long nothing is on its way before the network counts as idle; Playwright's time. */
const IDLE = 500;
/** What no further try can mend; everything else may come of a page in the middle of a change. */
const LASTING = new Set(['invalid argument', 'invalid session id', 'unknown command', 'unknown method', 'unsupported operation']);

/** The real answer, fetched from here, with its bytes changed. */
async function changed(url, change) {
  const response = await fetch(url);
  const body = await change(Buffer.from(await response.arrayBuffer()));
  return { status: response.status, contentType: response.headers.get('content-type'), body };
}

export class Page extends Record {
  constructor(session, handle, options) {
    super(options.own);
    this.session = session;
    this.handle = handle;
    this.options = options;
    this.underway = new Map();
    this.lately = 0;
    this.rules = new Map();
    this.keyboard = { press: (keys) => this.act(press(keys)), type: (text) => this.act(type(text)) };
  }

  async start() {
    const { width, height, locale, timezone, now, scripting = true } = this.options;
    const contexts = [this.handle];
    this.listener = (event) => this.notice(event);
    this.session.listeners.add(this.listener);
    await this.setViewportSize({ width, height });
    await this.session.bidi('emulation.setLocaleOverride', { locale, contexts });
    if (timezone) await this.session.bidi('emulation.setTimezoneOverride', { timezone, contexts });
    if (!scripting) await this.session.bidi('emulation.setScriptingEnabled', { enabled: false, contexts });
    await this.addInitScript(noteViolations);
    if (now) await this.addInitScript(standStill, now.getTime());
  }

  notice({ method, params }) {
    if ((params.context ?? params.source?.context ?? this.handle) !== this.handle) return;
    const key = params.request?.request;
    if (method === 'browsingContext.userPromptOpened') {
      this.session.bidi('browsingContext.handleUserPrompt', { context: this.handle, accept: this.ask(params.message) === 'accept' }).catch(() => {});
      return;
    }
    if (method === 'browsingContext.navigationStarted') this.loading = params.url.startsWith('http');
    if (method === 'browsingContext.load') this.loading = false;
    if (method.startsWith('browsingContext.')) return;
    if (method === 'log.entryAdded') {
      if (params.type === 'console' && ['error', 'warn'].includes(params.level)) this.console(params.text);
      if (params.type === 'javascript' && params.level === 'error') this.error(params.text.replace(/^Uncaught (\(in promise\) )?/, ''));
      return;
    }
    this.lately = Date.now();
    if (method === 'network.beforeRequestSent') {
      // Of what a page leaves unfinished when another takes its place, nothing more is heard.
      if (params.navigation) this.underway.clear();
      if (!params.redirectCount) this.request(key, params.request.url);
      this.underway.set(key, params.request.url);
      if (params.isBlocked) this.decide(key, params.request.url);
    } else {
      this.underway.delete(key);
      this.answered(params, key);
    }
  }

  /** Says what Chromium's console says of requests without success, whatever the engine. */
  answered({ response, errorText, request }, key) {
    if (response) {
      this.response(key, response.status);
      if (response.status >= 400) this.console(`Failed to load resource: ${response.status} ${request.url}`);
    } else if (!/ABORTED/.test(errorText)) {
      this.console(`Failed to load resource: ${errorText} ${request.url}`);
    }
  }

  call(method, path, body) {
    return this.session.call(method, path, body, this.handle);
  }

  /** By BiDi: while a classic action waits for the page that it leads to, nobody decides on the requests of that page. */
  async act(actions) {
    this.loading = false;
    await this.session.bidi('input.performActions', { context: this.handle, actions });
    await this.flush();
    // A page that never comes is for the test to notice.
    for (const end = Date.now() + 5_000; this.loading && Date.now() < end;) await sleep(20);
  }

  /** Tries `once` until it gives a value. */
  async patient(what, once) {
    const end = Date.now() + PATIENCE;
    let why = '';
    for (;;) {
      let told;
      try {
        told = await once();
      } catch (error) {
        if (!error.code || LASTING.has(error.code)) throw error;
        told = { wait: error.message };
      }
      if ('value' in told) return told.value;
      if ('fault' in told) throw new Error(`${what()}: ${told.fault}`);
      why = told.wait ?? why;
      if (Date.now() > end) throw new Error(`${what()}: waited ${PATIENCE / 1000} s, but ${why}`);
      await sleep(told.soon ? 20 : 50);
    }
  }

  locator(css, narrowed) {
    return new Locator(this, []).locator(css, narrowed);
  }

  getByRole(role, options) {
    return new Locator(this, []).getByRole(role, options);
  }

  getByText(words) {
    return new Locator(this, []).getByText(words);
  }

  /** A function of the test, or the text of a script. */
  async evaluate(what, arg) {
    if (typeof what !== 'string') return unpacked(await this.script(packed(`(${what})(${literal(arg)})`)));
    await this.script(what);
    return undefined;
  }

  /** Runs the body of a function, by BiDi, because what classic scripts leave behind in the page is mute. */
  async script(body) {
    const { result, exceptionDetails } = await this.session.bidi('script.callFunction', {
      functionDeclaration: `() => { ${body}\n }`, target: { context: this.handle }, awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`in the page: ${exceptionDetails.text}`);
    return result.value;
  }

  waitForFunction(what, arg) {
    return this.patient(() => String(what), async () => {
      const value = await this.evaluate(what, arg);
      return value ? { value } : { wait: 'it is not so' };
    });
  }

  waitForTimeout(time) {
    return sleep(time);
  }

  async waitForLoadState(state) {
    if (state !== 'networkidle') throw new Error(`'${state}' is not waited for here`);
    await this.flush();
    await this.patient(() => 'the network', async () => {
      if (this.underway.size) return { wait: `there are on their way: ${[...this.underway.values()].join(' ')}` };
      return Date.now() - this.lately >= IDLE ? { value: null } : { wait: 'something arrived just now' };
    });
  }

  async goto(url) {
    await this.session.bidi('browsingContext.navigate', { context: this.handle, url, wait: 'complete' });
  }

  async reload() {
    await this.session.bidi('browsingContext.reload', { context: this.handle, wait: 'complete' });
  }

  async goBack() {
    await this.session.bidi('browsingContext.traverseHistory', { context: this.handle, delta: -1 });
  }

  url() {
    return this.call('GET', '/url');
  }

  title() {
    return this.evaluate(() => document.title);
  }

  async addInitScript(what, arg) {
    const functionDeclaration = `() => { (${what})(${literal(arg)}); }`;
    await this.session.bidi('script.addPreloadScript', { functionDeclaration, contexts: [this.handle] });
  }

  async setViewportSize(viewport) {
    await this.session.bidi('browsingContext.setViewport', { context: this.handle, viewport });
  }

  async emulateMedia({ media }) {
    await this.evaluate(layOut, media);
  }

  async screenshot() {
    return Buffer.from(await this.call('GET', '/screenshot'), 'base64');
  }

  /** The file that `act` makes the page offer. */
  async download(act) {
    const { folder } = this.session;
    const files = () => fs.readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name);
    files().forEach((name) => fs.rmSync(path.join(folder, name)));
    await act();
    let before = -1;
    const name = await this.patient(() => 'a download', async () => {
      const [found, ...more] = files();
      if (!found || more.length || /\.(part|crdownload)$|^\.|\.tmp$/.test(found)) return { wait: `there is ${found ?? 'none'}` };
      const { size } = fs.statSync(path.join(folder, found));
      if (size === before) return { value: found };
      before = size;
      return { wait: 'it grows' };
    });
    return { name, bytes: fs.readFileSync(path.join(folder, name)) };
  }

  refuse(pattern) {
    return this.rule(pattern, (request) => this.session.bidi('network.failRequest', { request }));
  }

  hold(pattern) {
    return this.rule(pattern, () => {});
  }

  /** Answers with `{ status, contentType, body }`, or with what a function makes, at once or later, of the real bytes. */
  serve(pattern, answer) {
    return this.rule(pattern, async (request, url) => {
      const { status = 200, contentType, body } = typeof answer === 'function' ? await changed(url, answer) : answer;
      await this.session.bidi('network.provideResponse', {
        request, statusCode: status, headers: contentType ? [{ name: 'content-type', value: { type: 'string', value: contentType } }] : [],
        body: { type: 'base64', value: Buffer.from(body ?? '').toString('base64') },
      });
    });
  }

  async rule(pattern, deed) {
    wantPattern(pattern);
    this.rules.set(pattern, deed);
    if (this.intercept) return;
    this.intercept = await this.session.bidi('network.addIntercept', { phases: ['beforeRequestSent'], contexts: [this.handle] });
  }

  async allow(pattern) {
    this.rules.delete(pattern);
    if (this.rules.size || !this.intercept) return;
    await this.session.bidi('network.removeIntercept', this.intercept);
    this.intercept = undefined;
  }

  async decide(request, url) {
    const [, deed] = [...this.rules].find(([pattern]) => pattern.test(url)) ?? [];
    // A request may be gone with its page before there is an answer.
    await (deed ? deed(request, url) : this.session.bidi('network.continueRequest', { request }))?.catch?.(() => {});
  }

  /** After this, what happened until now is in `wrong` and `requests`. */
  async flush() {
    await this.session.bidi('session.status');
  }

  async close() {
    await this.session.bidi('browsingContext.close', { context: this.handle });
    this.forget();
  }

  /** The session hears nothing more for this page. */
  forget() {
    this.session.listeners.delete(this.listener);
  }
}
