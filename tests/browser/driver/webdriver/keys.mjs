// Keys by the names that tests use, as the actions that WebDriver performs.

const CODES = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE006', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', Space: ' ',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014',
  ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};

function code(name) {
  const value = CODES[name] ?? name;
  if ([...value].length !== 1) throw new Error(`no key is named '${name}'`);
  return value;
}

const input = (actions) => [{ type: 'key', id: 'keys', actions }];

/** `Control+z`, `Shift+Tab`, `Enter`, `a`, `+`. */
export function press(combination) {
  const keys = combination === '+' ? ['+'] : combination.split('+').map(code);
  return input([
    ...keys.map((value) => ({ type: 'keyDown', value })),
    ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
  ]);
}

export function type(text) {
  return input([...text].flatMap((sign) => {
    const value = sign === '\n' ? CODES.Enter : sign;
    return [{ type: 'keyDown', value }, { type: 'keyUp', value }];
  }));
}
