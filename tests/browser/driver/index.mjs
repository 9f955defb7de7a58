// The one way in which the browser tests drive a browser. FUXIAO_DRIVER chooses what stands behind it: `playwright`
// (the default, Chromium alone) or `webdriver` (any engine with a WebDriver; ENGINE names it). README.md says what a
// page can do. Knows nothing of the app.
import * as playwright from './playwright.mjs';
import { contextSurface, pageSurface } from './surface.mjs';
import * as webdriver from './webdriver/index.mjs';

const NAME = process.env.FUXIAO_DRIVER || 'playwright';
const drivers = { playwright, webdriver };
if (!Object.hasOwn(drivers, NAME)) throw new Error(`FUXIAO_DRIVER is '${NAME}'; there are ${Object.keys(drivers).join(' and ')}.`);
const chosen = drivers[NAME];

/** What a driver may lack, with the words that a skipped test shows. */
const FEATURES = {
  events: 'sees console messages, errors and requests',
  init: 'runs something before the page does',
  intercept: 'stops requests',
  clipboard: 'may read the clipboard',
  clock: 'sets the time and its zone',
  scripting: 'turns JavaScript off',
  blocked: 'blocks storage',
  trusted: 'knows Trusted Types',
  drag: 'drags from one place to another',
  devtools: 'speaks the protocol of Chromium’s tools',
};

export const driver = {
  name: NAME,
  engine: chosen.engine,
  can(feature) {
    if (!Object.hasOwn(FEATURES, feature)) throw new Error(`no driver knows of '${feature}'`);
    return chosen.can.has(feature);
  },
};

/** Options of a test that asks for features; it is skipped with its reason where one is lacking. */
export function needs(...features) {
  const lacks = features.filter((feature) => !driver.can(feature));
  return { skip: lacks.length ? `${NAME} with ${chosen.engine}: nothing here ${lacks.map((one) => FEATURES[one]).join(', ')}` : false };
}

/** Options of a test that fails in an engine for a known reason that is the app's: it runs there and is listed as to do. */
export function knownIn(engine, reason) {
  return { todo: chosen.engine === engine ? reason : false };
}

/** A browser; `newContext(options)` gives an empty profile with one page, see README.md. */
export async function launch() {
  const browser = await chosen.launch();
  return {
    newContext: async (options = {}) => surface(await browser.newContext(options)),
    close: () => browser.close(),
  };
}

function surface(context) {
  return contextSurface(context, (page) => pageSurface(page));
}
