// What every driver notes of a page: what went wrong, what was requested, what was asked. Knows no protocol.

/** For Chromium in a container and without a word to its makers. */
export const CHROMIUM_ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Runs in the page before anything else. */
export function noteViolations() {
  addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
}

/** Addresses are named by regular expressions in every driver. */
export function wantPattern(pattern) {
  if (!(pattern instanceof RegExp)) throw new TypeError(`addresses are named by a regular expression, not by '${pattern}'`);
}

export class Record {
  /** Requests to other places than the addresses in `own` are wrong. */
  constructor(own) {
    this.origins = own.map((url) => new URL(url).origin);
    /** Console errors and warnings, uncaught errors, breaches of the policy, requests to other origins: a line each. */
    this.wrong = [];
    /** What was requested, `{ url, status }`; the status is `null` until there is an answer. */
    this.requests = [];
    /** The texts of the dialogs that came up. */
    this.asked = [];
    this.reply = 'dismiss';
    this.pending = new Map();
  }

  console(text) {
    this.wrong.push(`console: ${text}`);
  }

  error(error) {
    this.wrong.push(`error: ${error}`);
  }

  request(key, url) {
    const entry = { url, status: null };
    this.requests.push(entry);
    this.pending.set(key, entry);
    const { protocol, origin } = new URL(url);
    if (protocol.startsWith('http') && !this.origins.includes(origin)) this.wrong.push(`request to another origin: ${url}`);
  }

  response(key, status) {
    const entry = this.pending.get(key);
    if (entry) entry.status = status;
  }

  /** How dialogs are answered from now on: `accept` or `dismiss`. */
  answer(reply) {
    if (!['accept', 'dismiss'].includes(reply)) throw new TypeError(`a dialog cannot be answered with '${reply}'`);
    this.reply = reply;
  }

  ask(text) {
    this.asked.push(text);
    return this.reply;
  }
}
