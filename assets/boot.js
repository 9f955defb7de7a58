// Starts the app, and takes over when it dies: the recovery page hands out the stored answers as they are.
// Knows the names of the stored keys, not what is in them, and works without the app and without any HTML string.

const STORED = ['fuxiao/a/', 'fuxiao/s/', 'fuxiao/broken/'];

const TEXT = {
  'zh-CN': { save: '存成文件', untitled: '没有标题的评估', broken: '读不出来的评估', changed: '最后修改' },
  en: { save: 'Save as file', untitled: 'Assessment without a title', broken: 'Unreadable assessment', changed: 'last changed' },
};

const byId = (id) => document.getElementById(id);

let stopped = false;

/** Shows the recovery page, once. */
function recover(reason) {
  if (stopped) return;
  stopped = true;
  for (const id of ['app', 'static']) {
    const part = byId(id);
    if (part) part.hidden = true;
  }
  byId('recovery-detail').textContent = describe(reason);
  listStored();
  byId('recovery').hidden = false;
  byId('recovery-title').focus();
}

function describe(reason) {
  if (reason instanceof Error) return `${reason.name}: ${reason.message}\n${reason.stack ?? ''}`;
  return String(reason ?? '');
}

function listStored() {
  let entries;
  try {
    entries = Object.keys(localStorage)
      .filter((key) => STORED.some((start) => key.startsWith(start)))
      .sort()
      .map((key) => [key, localStorage.getItem(key) ?? '']);
  } catch {
    byId('recovery-blocked').hidden = false;
    return;
  }
  if (entries.length === 0) {
    byId('recovery-none').hidden = false;
    return;
  }
  byId('recovery-list').replaceChildren(...entries.map(row));
  const all = byId('recovery-all');
  all.hidden = false;
  all.addEventListener('click', () => {
    const archive = { format: 'fuxiao-rescue', version: 1, saved: new Date().toISOString(), entries: Object.fromEntries(entries) };
    download('fuxiao-rescue.json', JSON.stringify(archive, null, 1));
  });
}

function row([key, raw]) {
  const text = TEXT[document.documentElement.lang] ?? TEXT.en;
  const title = titleOf(raw, text);
  const line = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = title;
  const where = document.createElement('code');
  where.textContent = key;
  const save = document.createElement('button');
  save.type = 'button';
  save.textContent = text.save;
  save.setAttribute('aria-label', `${text.save}: ${title}`);
  save.addEventListener('click', () => download(`${key.replace(/[^A-Za-z0-9._-]+/g, '-')}.json`, raw));
  line.append(name, ' ', where, ' ', save);
  return line;
}

function titleOf(raw, text) {
  try {
    const { title, firm, modified } = JSON.parse(raw);
    const name = [title, firm?.name].find((one) => typeof one === 'string' && one.trim()) ?? text.untitled;
    return typeof modified === 'string' ? `${name} (${text.changed} ${modified.slice(0, 10)})` : name;
  } catch {
    return text.broken;
  }
}

function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** After a trap the program's memory is in no known state: nothing of it may go on. */
function isDeath(error) {
  if (error instanceof WebAssembly.RuntimeError) return true;
  return error instanceof RangeError && /wasm/.test(error.stack ?? '');
}

/** Fetches the desk, the program with every page; once, unless it did not arrive. */
let desk;
function fetchDesk() {
  const { deskJs, deskWasm } = document.querySelector('script[data-wasm]').dataset;
  const address = (name) => new URL(name, document.baseURI).href;
  desk ??= Promise.all([import(address(deskJs)), compile(address(deskWasm))]).catch((error) => {
    desk = undefined;
    throw error;
  });
  return desk;
}

async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The desk takes the place of the front, in one go, so that the page is never seen empty. */
async function callDesk() {
  let program;
  let module;
  try {
    [module, program] = await fetchDesk();
  } catch {
    dispatchEvent(new Event('fuxiao-absent'));
    return;
  }
  if (document.documentElement.hasAttribute('data-desk')) return;
  document.documentElement.setAttribute('data-desk', '');
  try {
    dispatchEvent(new Event('fuxiao-leave'));
    module.initSync({ module: program });
  } catch (error) {
    recover(error);
  }
}

/** Fetches the program that writes workbooks; once, unless it did not arrive. */
let writer;
function fetchWriter() {
  const { bookJs, bookWasm } = document.querySelector('script[data-wasm]').dataset;
  const address = (name) => new URL(name, document.baseURI).href;
  writer ??= Promise.all([import(address(bookJs)), compile(address(bookWasm))]).catch((error) => {
    writer = undefined;
    throw error;
  });
  return writer;
}

/** A workbook is written while the page waits for it: what dies meanwhile is the program that writes it. */
let writing = false;

/** Answers with the bytes, with null where the program did not arrive, with false where it wrote nothing. */
async function makeBook({ detail: [json, done] }) {
  let module;
  let program;
  try {
    [module, program] = await fetchWriter();
  } catch {
    done(null);
    return;
  }
  const asked = [json, false];
  writing = true;
  try {
    // Starting it again does nothing.
    module.initSync({ module: program });
    dispatchEvent(new CustomEvent('fuxiao-book-write', { detail: asked }));
  } catch {
    // Nothing was written, which is what is answered.
  } finally {
    writing = false;
  }
  done(asked[1]);
}

function expectDesk() {
  // What does not arrive now is fetched again when it is called.
  setTimeout(() => fetchDesk().catch(() => {}), 1_500);
}

async function start() {
  if (document.documentElement.hasAttribute('data-blocked')) return;
  addEventListener('fuxiao-panic', (event) => recover(event.detail));
  addEventListener('error', (event) => !writing && isDeath(event.error) && recover(event.error));
  addEventListener('unhandledrejection', (event) => isDeath(event.reason) && recover(event.reason));
  addEventListener('fuxiao-call', callDesk);
  addEventListener('fuxiao-expect', expectDesk);
  addEventListener('fuxiao-book', makeBook);
  byId('recovery-reload').addEventListener('click', () => location.reload());
  byId('recovery-start').addEventListener('click', () => {
    location.hash = '#/';
    location.reload();
  });
  const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
  const address = (name) => new URL(name, document.baseURI).href;
  try {
    const app = await import(address(js));
    await app.default({ module_or_path: address(wasm) });
  } catch (error) {
    recover(error);
  }
}

start();
