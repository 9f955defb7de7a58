// What the app has stored, read the way the app lays it out: the database, and its mirror in local storage.
// Knows the layout of records (crates/saving), not what documents say.

/** Waits until nothing is on its way to the store. */
export async function settled(page) {
  await page.waitForFunction(() => !/^(正在保存|Saving)/.test(document.querySelector('[data-test=saved]')?.textContent ?? ''));
}

/** The texts of all records of the database, by key. */
export function records(page) {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'fuxiao')) return {};
    const answer = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await answer(indexedDB.open('fuxiao'));
    try {
      const store = database.transaction('records').objectStore('records');
      const [keys, texts] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
      return Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
    } finally {
      database.close();
    }
  });
}

function replay(text, patches) {
  const document = JSON.parse(text);
  for (const { at, ...edit } of patches.flatMap((patch) => JSON.parse(patch))) {
    const last = at.at(-1);
    const place = at.slice(0, -1).reduce((value, step) => value[step], document);
    if ('to' in edit) place[last] = edit.to;
    else delete place[last];
  }
  return document;
}

/** The document of an assessment as it is stored, once nothing is on its way any more; nothing where there is none. */
export async function stored(page, id) {
  await settled(page);
  const all = await records(page);
  const text = all[`document/${id}`];
  if (text === undefined) return null;
  const patches = Object.keys(all).filter((key) => key.startsWith(`journal/${id}/`)).sort().map((key) => all[key]);
  return replay(text, patches);
}

/** The snapshots of an assessment as they are stored, by id. */
export async function snapshots(page, of) {
  const start = `snapshot/${of}/`;
  const all = await records(page);
  return Object.fromEntries(Object.keys(all).filter((key) => key.startsWith(start)).map((key) => [key.slice(start.length), all[key]]));
}

/** Waits until the document of an assessment is stored as wanted. */
export async function until(page, id, wanted) {
  for (let tries = 0; tries < 100; tries += 1) {
    const document = await stored(page, id);
    if (document && wanted(document)) return document;
    await new Promise((on) => { setTimeout(on, 50); });
  }
  throw new Error(`not stored as wanted: ${JSON.stringify(await stored(page, id))}`);
}

/** Takes records out behind the app's back. */
export function forget(page, start) {
  return page.evaluate((start) => new Promise((resolve, reject) => {
    const open = indexedDB.open('fuxiao');
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const transaction = open.result.transaction('records', 'readwrite');
      transaction.objectStore('records').delete(IDBKeyRange.bound(start, `${start}\uffff`));
      transaction.oncomplete = () => { open.result.close(); resolve(); };
    };
  }), start);
}
