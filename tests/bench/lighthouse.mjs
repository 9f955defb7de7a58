// Lighthouse on the start page, the way it judges a phone on a slow connection: medians of three runs.
// Knows the page's address, nothing of the app.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const RUNS = 3;
const CATEGORIES = { performance: 'performance', accessibility: 'accessibility', 'best-practices': 'best practices' };
const TIMES = {
  'first-contentful-paint': 'first contentful paint',
  'largest-contentful-paint': 'largest contentful paint',
  'total-blocking-time': 'total blocking time',
  'speed-index': 'speed index',
};
const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const line = (name, numbers, show) => console.log(`  ${name.padEnd(26)}${show(median(numbers)).padStart(9)}   (${numbers.map(show).join(', ')})`);

/** One run in a browser of its own, so that nothing is cached. */
async function once() {
  const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS, logLevel: 'error' });
  try {
    const options = { port: chrome.port, onlyCategories: Object.keys(CATEGORIES), formFactor: 'mobile', logLevel: 'error' };
    const { lhr } = await lighthouse(`${process.env.BASE_URL}#/`, options);
    if (lhr.runtimeError) throw new Error(`Lighthouse could not load the page: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    chrome.kill();
  }
}

/** What cost points, so that a bad figure explains itself. */
function complaints(runs) {
  const found = new Set();
  for (const lhr of runs) {
    for (const id of Object.keys(CATEGORIES).filter((id) => id !== 'performance')) {
      for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
        const { score, title } = lhr.audits[audit];
        if (weight > 0 && score !== null && score < 1) found.add(`${CATEGORIES[id]}: ${audit}: ${title}`);
      }
    }
  }
  return found;
}

const runs = [];
for (let i = 0; i < RUNS; i += 1) runs.push(await once());
console.log(`Lighthouse ${runs[0].lighthouseVersion}, mobile, median of ${RUNS} runs (and each)`);
for (const [id, name] of Object.entries(CATEGORIES)) line(name, runs.map((lhr) => lhr.categories[id].score * 100), (score) => score.toFixed(0));
for (const [id, name] of Object.entries(TIMES)) line(name, runs.map((lhr) => lhr.audits[id].numericValue), (ms) => `${ms.toFixed(0)} ms`);
line('layout shift', runs.map((lhr) => lhr.audits['cumulative-layout-shift'].numericValue), (shift) => shift.toFixed(3));
line('transferred', runs.map((lhr) => lhr.audits['total-byte-weight'].numericValue), (bytes) => `${(bytes / 1000).toFixed(0)} kB`);
for (const complaint of complaints(runs)) console.log(`  ${complaint}`);
