// What runs in the page for the WebDriver driver: finding elements by the steps of a locator, seeing whether they can be
// used, and using them where the protocol has no word for it. One function, sent as text; it closes over nothing.

/** Gives back `{ wait }` while something is not yet so, `{ fault }` for what waiting cannot mend, or `{ value }`. */
export async function inside({ roots, steps, want, act, arg, pick }) {
  const squeezed = (text) => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  const has = (element, words) => squeezed(element.textContent).includes(squeezed(words));
  const ordered = (found) => [...new Set(found)].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const take = {
    css: (from, css) => {
      const found = from.flatMap((root) => [...root.querySelectorAll(css)]);
      return from.length > 1 ? ordered(found) : found;
    },
    words: (from, words) => from.filter((element) => has(element, words)),
    // The innermost elements that say it.
    text: (from, words) => ordered(from.flatMap((root) => [...(root === document ? [] : [root]), ...root.querySelectorAll('*')])
      .filter((element) => has(element, words) && ![...element.children].some((child) => has(child, words)))),
    inner: (from, inner) => from.filter((element) => find([element], inner).length > 0),
    at: (from, at) => from.slice(at, at === -1 ? undefined : at + 1),
  };
  const find = (from, all) => all.reduce((found, [kind, value]) => take[kind](found, value), from);
  const visible = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility() && getComputedStyle(element).visibility === 'visible';
  };
  const able = (element) => !element.matches(':disabled');
  const spot = (element, position) => {
    const whole = element.getBoundingClientRect();
    if (position) return [whole.left + position.x, whole.top + position.y];
    // What goes over two lines has its middle beside both.
    const { left, top, width, height } = [...element.getClientRects()].find((one) => one.width > 0 && one.height > 0) ?? whole;
    return [left + width / 2, top + height / 2];
  };
  const hit = (element, [x, y]) => {
    const seen = document.elementFromPoint(x, y);
    return seen && (element.contains(seen) || [...element.labels ?? []].some((label) => label.contains(seen)));
  };
  const fire = (element, ...names) => names.forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true, composed: true })));

  const deeds = {
    focus: (element) => {
      element.focus();
      return { value: null };
    },
    box: (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { value: { x, y, width, height } };
    },
    /** Brought where it can be clicked, and the place for it (the middle) if nothing covers that. */
    aim: (element, { force, position, block }) => {
      element.scrollIntoView({ block, behavior: 'instant' });
      const place = spot(element, position);
      return force || hit(element, place) ? { value: place } : { wait: 'something covers it' };
    },
    fill: (element, text) => {
      const direct = ['color', 'date', 'time', 'datetime-local', 'month', 'range', 'week'].includes(element.type);
      element.focus();
      if (direct) {
        element.value = text;
        if (element.value !== text) return { fault: `'${text}' is no value for it` };
        fire(element, 'input', 'change');
        return { value: null };
      }
      element.select();
      // As if typed: the browser then knows that a change is to be told when the focus leaves.
      if (text) document.execCommand('insertText', false, text);
      else if (element.value || element.validity?.badInput) document.execCommand('delete');
      if (element.value.replaceAll('\r\n', '\n') !== text) return { fault: `filled with '${text}' it holds '${element.value}'` };
      return { value: null };
    },
    option: (element, choice) => {
      const fits = (option) => (typeof choice === 'string' ? option.value === choice || squeezed(option.label) === squeezed(choice) : option.label.trim() === choice.label);
      const option = [...element.options].find(fits);
      if (!option) return { wait: `there is no option ${JSON.stringify(choice)}` };
      element.focus();
      option.selected = true;
      fire(element, 'input', 'change');
      return { value: null };
    },
  };

  const found = find(roots ?? [document], steps);
  if (pick === 'all') return { value: act === 'elements' ? found : await act(found, arg) };
  if (want === 'detached' || want === 'hidden') {
    const left = found.filter((element) => want === 'detached' || visible(element));
    return left.length ? { wait: `there are ${left.length}` } : { value: null };
  }
  if (!found.length) return { wait: 'there is none' };
  if (found.length > 1) return { fault: `there are ${found.length}, not one` };
  const [element] = found;
  if (want !== 'attached' && !visible(element)) return { wait: 'it is not visible' };
  if (want === 'usable' && !able(element)) return { wait: 'it is disabled' };
  if (act === 'element') return { value: element };
  if (typeof act === 'function') return { value: await act(element, arg) };
  return act ? deeds[act](element, arg) : { value: null };
}

/** Lays the page out as on paper by turning round what its style sheets say of media; `null` turns it back. */
export function layOut(media) {
  const kept = (window.keptMedia ??= new Map());
  const walk = (sheet) => {
    for (const rule of sheet.cssRules) {
      if (rule.styleSheet) walk(rule.styleSheet);
      if (!(rule instanceof CSSMediaRule)) continue;
      const was = kept.get(rule) ?? kept.set(rule, rule.media.mediaText).get(rule);
      const now = media === 'print'
        ? was.replace(/\bscreen\b/g, 'speech').replace(/\bprint\b/g, 'all')
        : was;
      if (rule.media.mediaText !== now) rule.media.mediaText = now;
      walk(rule);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet);
}

/** Sets the time, before the page runs. */
export function standStill(now) {
  const Real = Date;
  window.Date = class Date extends Real {
    constructor(...given) {
      super(...(given.length ? given : [now]));
    }
    static now() {
      return now;
    }
  };
}
