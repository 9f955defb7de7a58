// A page of the driver over WebDriver: one window of a session. Knows the protocol, not the app.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Record, noteViolations } from '../record.mjs';
import { layOut, standStill } from './inside.mjs';
import { press, type } from './keys.mjs';
import { Locator } from './locator.mjs';
import { literal, packed, unpacked } from './script.mjs';

const PATIENCE = 30_000;
/** How long nothing is on its way before the network counts as idle. */
const IDLE = 250;
/** What the page says in the middle of a change; the next try sees it settled. */
const PASSING = new Set(['stale element reference', 'no such element', 'detached shadow root', 'no such frame']);

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
    const { width, height, now, scripting = true } = this.options;
    this.session.prompts.set(this.handle, (text) => this.ask(text));
    this.session.listeners.add((event) => this.notice(event));
    await this.setViewportSize({ width, height });
    if (!scripting) await this.session.bidi('emulation.setScriptingEnabled', { enabled: false, contexts: [this.handle] });
    await this.addInitScript(noteViolations);
    if (now) await this.addInitScript(standStill, now.getTime());
  }

  notice({ method, params }) {
    if ((params.context ?? params.source?.context ?? this.handle) !== this.handle) return;
    const key = params.request?.request;
    if (method === 'log.entryAdded') {
      if (params.type === 'console' && ['error', 'warn'].includes(params.level)) this.console(params.text);
      if (params.type === 'javascript' && params.level === 'error') this.error(params.text.replace(/^Uncaught (\(in promise\) )?/, ''));
      return;
    }
    this.lately = Date.now();
    if (method === 'network.beforeRequestSent') {
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

  act(actions) {
    return this.call('POST', '/actions', { actions });
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
        if (!PASSING.has(error.code)) throw error;
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

  async evaluate(what, arg) {
    if (typeof what === 'string') return this.call('POST', '/execute/sync', { script: `${what}\n;return null;`, args: [] });
    return unpacked(await this.call('POST', '/execute/sync', { script: packed(`(${what})(${literal(arg)})`), args: [] }));
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
    await this.call('POST', '/url', { url });
  }

  async reload() {
    await this.call('POST', '/refresh');
  }

  async goBack() {
    await this.call('POST', '/back');
  }

  url() {
    return this.call('GET', '/url');
  }

  title() {
    return this.call('GET', '/title');
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

  async rule(pattern, deed) {
    this.rules.set(pattern, deed);
    if (this.intercept) return;
    this.intercept = await this.session.bidi('network.addIntercept', { phases: ['beforeRequestSent'], contexts: [this.handle] });
  }

  async allow(pattern) {
    this.rules.delete(pattern);
  }

  async decide(request, url) {
    const [, deed] = [...this.rules].find(([pattern]) => pattern.test(url)) ?? [];
    // A request may be gone with its page before there is an answer.
    await (deed ? deed(request) : this.session.bidi('network.continueRequest', { request }))?.catch?.(() => {});
  }

  /** After this, what happened until now is in `wrong` and `requests`. */
  async flush() {
    await this.session.bidi('session.status');
  }

  async close() {
    await this.call('DELETE', '/window');
    this.session.current = undefined;
  }
}
