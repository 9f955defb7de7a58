// Starts the app and the workers beside it, and takes over when the app dies or does not arrive: the recovery page hands
// out the stored answers as they are. Knows the names of the stored keys, not what is in them, and works without the app
// and without any HTML string.

const STORED = ['fuxiao/a/', 'fuxiao/b/', 'fuxiao/sample/', 'fuxiao/s/'];

const TEXT = {
  'zh-CN': { save: '存成文件', untitled: '没有标题的评估', broken: '读不出来的评估', changed: '最后修改' },
  en: { save: 'Save as file', untitled: 'Assessment without a title', broken: 'Unreadable assessment', changed: 'last changed' },
};

const byId = (id) => document.getElementById(id);

let stopped = false;

/** Shows the recovery page, once: the app died, or it never began. */
function recover(reason, died = true) {
  if (stopped) return;
  stopped = true;
  for (const id of ['app', 'static']) {
    const part = byId(id);
    if (part) part.hidden = true;
  }
  byId('recovery-detail').textContent = describe(reason);
  listStored();
  byId('recovery').hidden = false;
  const part = byId(died ? 'recovery-died' : 'recovery-absent');
  part.hidden = false;
  part.querySelector('h1').focus();
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

/** The scripts of this release that may run beside the page. Only this file names them, and no other can be made one. */
const BESIDE = {
  workbook: new URL('./workbook-worker.js', import.meta.url).href,
  service: new URL('./sw.js', import.meta.url).href,
};
const policy = globalThis.trustedTypes?.createPolicy('fuxiao', {
  createScriptURL: (address) => {
    if (Object.values(BESIDE).includes(address)) return address;
    throw new TypeError(`not a script of this page: ${address}`);
  },
});
const trusted = (address) => policy?.createScriptURL(address) ?? address;

/** The worker that writes workbooks, and those who wait for one, in the order in which they asked. */
let writer;
const waiting = [];

/** Has a workbook written. Answers with the bytes, with null where the program did not arrive, with false where it failed. */
function writeWorkbook({ detail: [described, answer] }) {
  waiting.push([described, answer]);
  try {
    if (!writer) startWriter();
    else if (writer.ready) writer.postMessage(described);
  } catch {
    // A browser that lets no worker run.
    waiting.pop();
    answer(false);
  }
}

function startWriter() {
  const worker = new Worker(trusted(BESIDE.workbook), { type: 'module' });
  writer = worker;
  // Whoever waits is answered, and the next workbook is written by a fresh worker.
  const end = (answered) => {
    worker.terminate();
    writer = undefined;
    for (const [, answer] of waiting.splice(0)) answer(answered);
  };
  worker.onmessage = ({ data }) => {
    if (data === null) end(null);
    else if (data !== true) waiting.shift()?.[1](data);
    else {
      worker.ready = true;
      for (const [described] of waiting) worker.postMessage(described);
    }
  };
  // Its script did not arrive, or it died over a workbook.
  worker.onerror = (event) => {
    event.preventDefault();
    end(worker.ready ? false : null);
  };
}

async function start() {
  if (document.documentElement.hasAttribute('data-blocked')) return;
  addEventListener('error', (event) => isDeath(event.error) && recover(event.error));
  addEventListener('unhandledrejection', (event) => isDeath(event.reason) && recover(event.reason));
  addEventListener('fuxiao-workbook', writeWorkbook);
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
    // A program that is cut short, or is a page of the host's instead, does not even begin.
    recover(error, isDeath(error));
  }
}

start();
