// What pages, locators and contexts of the driver offer, whatever stands behind them: the names are Playwright's where
// it has one, so that nobody learns a second set. Anything else is refused by name, so that a test that passes with one
// driver cannot ask the other for what it does not know. Does not know how any of it is done.

const LOCATOR = [
  'locator', 'getByRole', 'getByText', 'filter', 'first', 'last', 'nth',
  'count', 'all', 'allInnerTexts', 'innerText', 'inputValue', 'getAttribute', 'boundingBox',
  'isVisible', 'isHidden', 'isDisabled', 'evaluate', 'evaluateAll', 'waitFor',
  'click', 'check', 'uncheck', 'fill', 'focus', 'press', 'pressSequentially', 'selectOption', 'setInputFiles', 'dragTo',
];
const PAGE = [
  'goto', 'reload', 'goBack', 'url', 'title', 'close', 'raw',
  'locator', 'getByRole', 'getByText', 'keyboard', 'evaluate', 'waitForFunction', 'waitForLoadState', 'waitForTimeout',
  'addInitScript', 'setViewportSize', 'emulateMedia', 'screenshot',
  'wrong', 'requests', 'download', 'answer', 'asked', 'refuse', 'hold', 'serve', 'allow', 'flush',
];
const KEYBOARD = ['press', 'type'];
const CONTEXT = ['page', 'newPage', 'grant', 'close'];

const inner = new WeakMap();
const unwrapped = (value) => {
  if (inner.has(value)) return inner.get(value);
  const plain = value && Object.getPrototypeOf(value) === Object.prototype;
  return plain && inner.has(value.has) ? { ...value, has: inner.get(value.has) } : value;
};

/** `target` reduced to `names`; `wrap` turns what a call gives back into what a test may hold. */
function reduced(what, target, names, wrap) {
  const known = new Set(names);
  const proxy = new Proxy(target, {
    get(_, name) {
      // Asked for by `await` and by whatever prints a value.
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
      if (!known.has(name)) throw new TypeError(`${what} of the driver has no '${name}'; see tests/browser/driver/README.md`);
      const value = target[name];
      if (typeof value !== 'function') return wrap(name, value);
      return (...args) => wrap(name, value.apply(target, args.map(unwrapped)));
    },
    set(_, name) {
      throw new TypeError(`'${String(name)}' of a ${what} is not for tests to set`);
    },
  });
  inner.set(proxy, target);
  return proxy;
}

function wrapLocator(name, value) {
  if (['locator', 'getByRole', 'getByText', 'filter', 'first', 'last', 'nth'].includes(name)) return locator(value);
  return name === 'all' ? value.then((found) => found.map(locator)) : value;
}

const locator = (target) => reduced('a locator', target, LOCATOR, wrapLocator);

export function pageSurface(page) {
  return reduced('a page', page, PAGE, (name, value) => {
    if (['locator', 'getByRole', 'getByText'].includes(name)) return locator(value);
    return name === 'keyboard' ? reduced('a keyboard', value, KEYBOARD, (_, result) => result) : value;
  });
}

export function contextSurface(context, wrapPage) {
  const pages = new WeakMap();
  const once = (page) => pages.get(page) ?? pages.set(page, wrapPage(page)).get(page);
  return reduced('a context', context, CONTEXT, (name, value) => {
    if (name === 'page') return once(value);
    return name === 'newPage' ? value.then(once) : value;
  });
}
