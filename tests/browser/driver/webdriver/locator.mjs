// Elements of a page by steps that are followed anew at each use, waiting until there is exactly one and it can be used,
// as Playwright does. Knows the protocol's words for elements, not how they are carried.
import fs from 'node:fs';
import path from 'node:path';
import { inside } from './inside.mjs';
import { press, type } from './keys.mjs';
import { literal, packed, unpacked } from './script.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Where an element of a role may be; whether it is one, the browser says. */
const ROLES = {
  button: 'button, summary, input[type=button], input[type=submit], [role=button]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  combobox: 'select, [role=combobox]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a[href], [role=link]',
  radio: 'input[type=radio], [role=radio]',
  status: 'output, [role=status]',
  textbox: 'input, textarea, [role=textbox]',
};

export class Locator {
  constructor(page, steps) {
    this.page = page;
    this.steps = steps;
  }

  with(...steps) {
    return new Locator(this.page, [...this.steps, ...steps]);
  }

  locator(css, narrowed) {
    return this.with(['css', css]).filter(narrowed);
  }

  filter({ hasText, has } = {}) {
    return this.with(...(hasText ? [['words', hasText]] : []), ...(has ? [['inner', has.steps]] : []));
  }

  getByText(words) {
    return this.with(['text', words]);
  }

  getByRole(role, { name } = {}) {
    return this.with(['role', { role, name }]);
  }

  nth(at) {
    return this.with(['at', at]);
  }

  first() {
    return this.nth(0);
  }

  last() {
    return this.nth(-1);
  }

  /** Steps that only the browser can take are taken first: the elements they lead to, and the steps that are left. */
  async begin() {
    let [roots, steps] = [null, this.steps];
    for (let at; (at = steps.findIndex(([kind]) => kind === 'role')) >= 0; steps = steps.slice(at + 1)) {
      const { role, name } = steps[at][1];
      const near = [...steps.slice(0, at), ['css', ROLES[role] ?? `[role=${role}]`]];
      const { value: found } = await this.run({ steps: near, pick: 'all', act: 'elements' }, roots, true);
      roots = [];
      for (const element of found) {
        const said = (what) => this.page.call('GET', `/element/${element[ELEMENT]}/computed${what}`);
        if (await said('role') !== role) continue;
        if (name === undefined || (await said('label')).toLowerCase().includes(name.toLowerCase())) roots.push(element);
      }
    }
    return { roots, steps };
  }

  async run(task, roots, plain = false) {
    const call = `(${inside})({ ...${literal(task)}, roots: elements })`;
    if (!roots && !plain) return unpacked(await this.page.script(packed(`((elements) => ${call})(null)`)));
    const script = `const elements = arguments[0]; ${plain ? `return ${call};` : packed(call)}`;
    const told = await this.page.call('POST', '/execute/sync', { script, args: [roots] });
    return plain ? told : unpacked(told);
  }

  /** Tries until it can be done; gives back what it came to. */
  async until(task, plain = false) {
    return this.page.patient(() => this.words(), async () => {
      const { roots, steps } = await this.begin();
      return this.run({ steps, ...task }, roots, plain);
    });
  }

  words() {
    return this.steps.map(([kind, value]) => `${kind} ${JSON.stringify(value)}`).join(' › ');
  }

  evaluateAll(act, arg) {
    return this.until({ pick: 'all', act, arg });
  }

  evaluate(act, arg) {
    return this.until({ want: 'attached', act, arg });
  }

  count() {
    return this.evaluateAll((all) => all.length);
  }

  async all() {
    return Array.from({ length: await this.count() }, (_, at) => this.nth(at));
  }

  allInnerTexts() {
    return this.evaluateAll((all) => all.map((one) => one.innerText));
  }

  innerText() {
    return this.evaluate((one) => one.innerText);
  }

  inputValue() {
    return this.evaluate((one) => one.value);
  }

  getAttribute(name) {
    return this.evaluate((one, name) => one.getAttribute(name), name);
  }

  boundingBox() {
    return this.until({ want: 'attached', act: 'box' });
  }

  isDisabled() {
    return this.evaluate((one) => one.matches(':disabled') || one.closest('[aria-disabled=true]') !== null);
  }

  async isVisible() {
    const shown = await this.evaluateAll((all) => all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width > 0 && height > 0 && one.checkVisibility() && getComputedStyle(one).visibility === 'visible';
    }));
    if (shown.length > 1) throw new Error(`${this.words()}: there are ${shown.length}, not one`);
    return shown[0] === true;
  }

  async isHidden() {
    return !(await this.isVisible());
  }

  waitFor({ state = 'visible' } = {}) {
    return this.until({ want: state });
  }

  focus() {
    return this.until({ want: 'attached', act: 'focus' });
  }

  fill(text) {
    return this.until({ want: 'usable', act: 'fill', arg: text });
  }

  selectOption(choice) {
    return this.until({ want: 'usable', act: 'option', arg: choice });
  }

  async press(keys) {
    await this.focus();
    await this.page.act(press(keys));
  }

  async pressSequentially(text) {
    await this.focus();
    await this.page.act(type(text));
  }

  /** Where the element can be clicked, once it has come to rest where it can be reached. */
  async aim({ force = false, position } = {}) {
    let before = '';
    let tries = position ? 3 : Number(force);
    return this.page.patient(() => this.words(), async () => {
      const { roots, steps } = await this.begin();
      const block = ['nearest', 'center', 'end', 'start'][tries % 4];
      const told = await this.run({ steps, want: force ? 'attached' : 'usable', act: 'aim', arg: { force, position, block } }, roots);
      if (!('value' in told)) tries += 1;
      if (!('value' in told) || String(told.value) === before) return told;
      before = String(told.value);
      return { wait: 'it moves', soon: true };
    });
  }

  async click(options) {
    await this.page.act(pointer([move(...await this.aim(options)), DOWN, UP]));
  }

  check(options) {
    return this.set(true, options);
  }

  uncheck(options) {
    return this.set(false, options);
  }

  async set(wanted, options) {
    const is = () => this.evaluate((one) => one.checked);
    if (await is() === wanted) return;
    await this.click(options);
    if (await is() !== wanted) throw new Error(`${this.words()}: clicking did not make it ${wanted ? 'checked' : 'unchecked'}`);
  }

  async setInputFiles({ name, buffer }) {
    const file = path.join(fs.mkdtempSync(path.join(this.page.session.folder, 'given-')), name);
    fs.writeFileSync(file, buffer);
    const element = await this.until({ want: 'attached', act: 'element' }, true);
    await this.page.call('POST', `/element/${element[ELEMENT]}/value`, { text: file });
  }

  async dragTo(target) {
    const from = await this.aim();
    await this.page.act(pointer([move(...from), DOWN, move(from[0] + 4, from[1] + 4)]));
    const to = await target.aim({ force: true });
    await this.page.act(pointer([move(...to, 200), move(to[0] + 2, to[1] + 2, 100), UP]));
  }
}

const DOWN = { type: 'pointerDown', button: 0 };
const UP = { type: 'pointerUp', button: 0 };
const move = (x, y, duration = 0) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration, origin: 'viewport' });
const pointer = (actions) => [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
