// Spoils a program on its way to the browser, so that it really traps.

/** Makes of a program's bytes one in which functions do nothing but trap: all, or those exported under a name that
 *  `only` fits. Reads the binary format of WebAssembly as far as that takes. */
export const trapping = (only) => (bytes) => {
  const body = Buffer.from(bytes);
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = body[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const name = () => { const length = number(); at += length; return body.toString('utf8', at - length, at); };
  const each = (work) => { for (let left = number(), place = 0; left > 0; left -= 1, place += 1) work(place); };
  const limits = () => { const flags = number(); number(); if (flags & 1) number(); };
  const skip = [() => number(), () => { at += 1; limits(); }, limits, () => { at += 2; }, () => { at += 1; number(); }];
  let imported = 0;
  const chosen = new Set();
  const sections = {
    2: () => each(() => { name(); name(); const kind = body[at++]; imported += kind === 0; skip[kind](); }),
    7: () => each(() => { const called = name(); const kind = body[at++]; const index = number(); if (kind === 0 && only?.test(called)) chosen.add(index); }),
    10: () => each((place) => {
      const last = number() + at;
      if (!only || chosen.has(place + imported)) {
        // No locals, `unreachable`, as many `nop` as fit, `end`.
        body.fill(1, at, last).set([0, 0], at);
        body[last - 1] = 11;
      }
      at = last;
    }),
  };
  while (at < body.length) {
    const kind = body[at++];
    const end = number() + at;
    sections[kind]?.();
    at = end;
  }
  return body;
};
