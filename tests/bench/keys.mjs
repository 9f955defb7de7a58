// From a key to the next paint: 60 arrow keys on the first question of a new assessment, as the browser itself times
// them (Event Timing). Knows the start button and that a question is a group of radio buttons.
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../browser/driver/record.mjs';

const KEYS = 60;
const PAUSE = 120;
/** The browser tells times in steps of 8 ms and says nothing of a key that was painted in less than this. */
const FLOOR = 16;

const slowdown = Number(process.env.CPU_SLOWDOWN ?? 1);
const rank = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/** Waits for something on the page, or says in one line what was expected there. */
async function appears(locator, what) {
  try {
    await locator.waitFor({ timeout: 15_000 });
  } catch (error) {
    throw new Error(`${what} did not appear, so there is nothing to measure (${String(error.message).split('\n')[0]}).`);
  }
}

async function measure(page) {
  const session = await page.context().newCDPSession(page);
  await page.goto(`${process.env.BASE_URL}#/`);
  const start = page.locator('a[data-test="start"], button[data-test="start"]').first();
  await appears(start, 'A link or button with data-test="start"');
  await start.click();
  const radio = page.locator('input[type="radio"]').first();
  await appears(radio, 'A question with radio buttons');
  await page.waitForLoadState('networkidle');
  await radio.focus();
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate((floor) => {
    window.slowKeys = [];
    new PerformanceObserver((list) => window.slowKeys.push(...list.getEntries().map(({ name, duration }) => ({ name, duration }))))
      .observe({ type: 'event', durationThreshold: floor });
  }, FLOOR);
  const chosen = () => page.evaluate(() => document.activeElement?.checked === true ? document.activeElement.value : null);
  for (let i = 0; i < KEYS; i += 1) {
    const before = await chosen();
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(PAUSE * Math.max(1, slowdown / 2));
    const after = await chosen();
    if (after === null || after === before) throw new Error(`Key ${i + 1} did not choose another answer: ArrowDown must move inside the radio group.`);
  }
  const seen = await page.evaluate(() => window.slowKeys.filter(({ name }) => name === 'keydown').map(({ duration }) => duration));
  const quick = Math.max(0, KEYS - seen.length);
  return [...Array(quick).fill(FLOOR), ...seen].sort((a, b) => a - b);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  const times = await measure(page);
  console.log(`Key to next paint, ${KEYS} arrow keys on the first question, processor slowed ${slowdown} times`);
  console.log(`  median ${rank(times, 0.5)} ms, p95 ${rank(times, 0.95)} ms, longest ${times.at(-1)} ms (${FLOOR} stands for ${FLOOR} or less; the browser tells steps of 8 ms)`);
} catch (error) {
  console.error(`keys.mjs: ${String(error.message).split('\n')[0]}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
