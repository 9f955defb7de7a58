// What a long sitting costs: after many answers and page changes the memory of the page is near what it was after the first.
// Counts with Chromium's tools. Full length with FUXIAO_LONG, a fifth of it otherwise.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { BASE, SAMPLE } from './helpers.mjs';
import { OPTIONS, said } from './sitting.mjs';

const LONG = Boolean(process.env.FUXIAO_LONG);
const EDITS = LONG ? 1000 : 200;
const TURNS = LONG ? 200 : 40;
/** How far the memory may grow over what it was after the first edits and page changes. */
const GROWTH = 1.25;

let browser;
before(async () => { browser = await chromium.launch(OPTIONS); });
after(async () => { await browser?.close(); });

/** Remembers every wasm memory that the page is given. */
function watchMemory() {
  const memories = new Set();
  window.wasmBytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      for (const value of Object.values((made.instance ?? made).exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
      return made;
    };
  }
}

/** Gives the page's first ten answers again and again, each another level than before. */
async function answer(page, from, to) {
  await page.evaluate(async ([from, to]) => {
    for (let at = from; at < to; at += 1) {
      const fieldset = document.querySelectorAll('fieldset.question')[at % 6];
      fieldset.querySelectorAll('input[type=radio]')[Math.floor(at / 6) % 5].click();
      await new Promise((on) => { requestAnimationFrame(() => setTimeout(on, 0)); });
    }
  }, [from, to]);
  await said(page, /^Saved/);
}

async function turn(page, from, to) {
  const places = ['', '/d/D1', '/results', '/plan', '/whatif', '/q/D7.4', '/targets', '/history', '/find', '/report'];
  for (let at = from; at < to; at += 1) {
    await page.evaluate((hash) => { location.hash = hash; }, `#/a/${SAMPLE}${places[at % places.length]}`);
    await page.locator('#content h1').waitFor();
  }
  await page.evaluate((hash) => { location.hash = hash; }, `#/a/${SAMPLE}/d/D1`);
  await page.locator('fieldset.question').first().waitFor();
}

async function heaps(page, tools) {
  await tools.send('HeapProfiler.enable');
  await tools.send('HeapProfiler.collectGarbage');
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  return { script: usedSize, wasm: await page.evaluate(() => window.wasmBytes()) };
}

test('a long sitting does not fill the memory', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watchMemory);
  await page.goto(`${BASE}#/a/${SAMPLE}/d/D1`);
  await page.locator('fieldset.question').first().waitFor();
  const tools = await context.newCDPSession(page);
  const [edits, turns] = [EDITS / 10, TURNS / 10];
  await answer(page, 0, edits);
  await turn(page, 0, turns);
  const first = await heaps(page, tools);
  assert.ok(first.wasm > 0, 'the memory of the program is seen');
  await answer(page, edits, EDITS);
  await turn(page, turns, TURNS);
  const last = await heaps(page, tools);
  const figures = JSON.stringify({ first, last });
  console.log(figures);
  assert.ok(last.wasm <= GROWTH * first.wasm && last.script <= GROWTH * first.script, figures);
  await context.close();
});
