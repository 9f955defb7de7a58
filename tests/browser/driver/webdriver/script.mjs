// Functions of the tests as scripts for the page: their text, with their argument written out as a literal, so that
// `undefined` arrives as such; and what comes back as JSON. Knows no protocol.

/** A value as JavaScript; functions as their text. */
export function literal(value) {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return `(${value})`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
  if (value && typeof value === 'object') return `{${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${literal(one)}`).join(',')}}`;
  return JSON.stringify(value);
}

/** JSON has no numbers without end; they come back all the same. */
const PACK = `const pack = (value) => JSON.stringify({ value }, (_, one) => (typeof one === 'number' && !Number.isFinite(one) ? { '\\u0000number': String(one) } : one));`;

/** Runs `call`, an expression, and gives back what it comes to as text. */
export const packed = (call) => `${PACK} return (async () => pack(await ${call}))();`;

export function unpacked(text) {
  return JSON.parse(text, (_, one) => (one && typeof one === 'object' && '\u0000number' in one ? Number(one['\u0000number']) : one)).value;
}
