// One WebDriver session: the driver's process, commands over HTTP, events over BiDi's socket. Written out and not taken
// from a library, because the protocol is JSON over HTTP and the libraries bring downloads of browsers along; the socket
// is the package `ws`. Knows the protocol, not what is done with it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

const START = 30_000;
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export class WebDriverError extends Error {
  constructor({ error, message }, what) {
    super(`${what}: ${error}: ${message?.split('\n')[0]}`);
    this.code = error;
  }
}

export class Session {
  static async start(setup, options) {
    const session = new Session();
    session.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuxiao-driver-'));
    try {
      await session.spawn(setup);
      await session.open(setup.capabilities({ ...options, folder: session.folder }));
    } catch (error) {
      await session.stop();
      throw error;
    }
    return session;
  }

  async spawn(setup) {
    const child = spawn(setup.program, setup.args());
    this.child = child;
    running.add(child);
    const port = await new Promise((resolve, reject) => {
      let said = '';
      const late = setTimeout(() => reject(new Error(`${setup.program} did not start: ${said}`)), START);
      const listen = (chunk) => {
        said = (said + chunk).slice(-4_000);
        const found = said.match(setup.started);
        if (found) resolve(found[1]);
        if (found) clearTimeout(late);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('error', (error) => reject(new Error(`${setup.program}: ${error.message}`)));
      child.on('exit', (code) => {
        running.delete(child);
        reject(new Error(`${setup.program} ended with ${code}: ${said}`));
      });
    });
    this.base = `http://127.0.0.1:${port}`;
  }

  async open(own) {
    const alwaysMatch = { webSocketUrl: true, unhandledPromptBehavior: 'ignore', timeouts: { script: 60_000, pageLoad: 60_000 }, ...own };
    const { sessionId, capabilities } = await this.send('POST', '/session', { capabilities: { alwaysMatch } });
    this.id = sessionId;
    this.turn = Promise.resolve();
    this.listeners = new Set();
    this.waiting = new Map();
    this.serial = 0;
    if (typeof capabilities.webSocketUrl !== 'string') throw new Error('this WebDriver has no BiDi, which tells of errors and requests');
    this.socket = new WebSocket(capabilities.webSocketUrl);
    this.socket.on('message', (data) => this.hear(JSON.parse(data)));
    await new Promise((resolve, reject) => this.socket.on('open', resolve).on('error', reject));
    await this.bidi('session.subscribe', { events: ['log.entryAdded', 'browsingContext.userPromptOpened', 'browsingContext.navigationStarted', 'browsingContext.load', 'network.beforeRequestSent', 'network.responseCompleted', 'network.fetchError'] });
  }

  async send(method, path, body) {
    const answer = await fetch(`${this.base}${path}`, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    const { value } = await answer.json();
    if (!answer.ok) throw new WebDriverError(value, `${method} ${path.replace(/[0-9a-f-]{32,}/g, '…')}`);
    return value;
  }

  /** A command of the classic protocol in a window; commands take turns, because a session has one current window. */
  call(method, path, body = method === 'POST' ? {} : undefined, handle = undefined) {
    const done = this.turn.then(async () => {
      for (;;) {
        try {
          if (handle && handle !== this.current) await this.send('POST', `/session/${this.id}/window`, { handle });
          this.current = handle ?? this.current;
          return await this.send(method, `/session/${this.id}${path}`, body);
        } catch (error) {
          if (error.code !== 'unexpected alert open') throw error;
          // Its page is told of the dialog and answers it.
          await sleep(20);
        }
      }
    });
    this.turn = done.catch(() => {});
    return done;
  }

  bidi(method, params = {}) {
    const id = (this.serial += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, method });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  hear(message) {
    if (message.type === 'event') {
      this.listeners.forEach((listener) => listener(message));
      return;
    }
    const { resolve, reject, method } = this.waiting.get(message.id) ?? {};
    this.waiting.delete(message.id);
    if (message.type === 'success') resolve?.(message.result);
    else reject?.(new WebDriverError(message, method));
  }

  async stop() {
    if (this.id) await this.send('DELETE', `/session/${this.id}`).catch(() => {});
    this.socket?.terminate();
    const { child } = this;
    if (child && running.has(child)) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    }
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
