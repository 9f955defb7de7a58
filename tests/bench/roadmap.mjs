// The shortest path: what the app itself measures (User Timing) while it shows the results of whole assessments, of which
// each asks for the paths to every higher level. Knows the storage key and the results page.
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../browser/driver/record.mjs';
import fs from 'node:fs';

const ASSESSMENTS = 24;

const model = JSON.parse(fs.readFileSync(new URL('../../content/model.json', import.meta.url), 'utf8'));
const criteria = model.dimensions.flatMap((dimension) => dimension.criteria.map((criterion) => criterion.id));
const rank = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/** The same sequence of numbers every time. */
function* numbers(seed) {
  for (let state = seed; ;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

/** A whole assessment: every question answered, every second figure known. */
function assessment(place) {
  const chance = numbers(place + 1);
  const next = () => chance.next().value;
  const id = `0b0c0000-0000-4000-8000-${String(place).padStart(12, '0')}`;
  const grades = ['none', 'document', 'records', 'measured'];
  const answers = Object.fromEntries(criteria.map((criterion) => [criterion, { level: 1 + Math.floor(next() * 5), evidence: grades[Math.floor(next() * 4)] }]));
  const kpis = Object.fromEntries(model.kpis.filter(({ bounds, range }) => bounds && range && next() < 0.5)
    .map(({ id: kpi, range: [low, high] }) => [kpi, { value: low + Math.round(next() * (high - low)) }]));
  const time = '2026-11-23T09:00:00Z';
  return [id, { format: 'fuxiao-assessment', version: 1, id, edit: 1, model: { id: model.id, release: model.release }, created: time, modified: time, policy: { evidence: place % 2 ? 'strict' : 'standard' }, answers, kpis }];
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  const slowdown = Number(process.env.CPU_SLOWDOWN ?? 1);
  const session = await page.context().newCDPSession(page);
  const all = Array.from({ length: ASSESSMENTS }, (_, place) => assessment(place));
  await page.addInitScript((entries) => {
    for (const [id, document] of entries) localStorage.setItem(`fuxiao/a/${id}`, JSON.stringify(document));
  }, all);
  await page.goto(process.env.BASE_URL);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times = [];
  for (const [id] of all) {
    await page.evaluate((to) => { performance.clearMeasures(); location.hash = to; }, `#/a/${id}/results`);
    await page.waitForFunction((of) => location.hash.includes(of) && document.querySelector('[data-test=headline]') && performance.getEntriesByName('fuxiao-shortest-path').length > 0, id);
    times.push(...await page.evaluate(() => performance.getEntriesByName('fuxiao-shortest-path').map(({ duration }) => duration)));
  }
  times.sort((a, b) => a - b);
  console.log(`Shortest path, ${times.length} searches on ${ASSESSMENTS} whole assessments, processor slowed ${slowdown} times`);
  console.log(`  median ${rank(times, 0.5).toFixed(1)} ms, p95 ${rank(times, 0.95).toFixed(1)} ms, longest ${times.at(-1).toFixed(1)} ms (the browser tells steps of 0.1 ms)`);
} catch (error) {
  console.error(`roadmap.mjs: ${String(error.message).split('\n')[0]}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
