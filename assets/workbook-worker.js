// The worker that writes workbooks: starts the program that does. Says `null` where that does not arrive; everything
// else is said by the program.
import start from './fuxiao-workbook.js';

try {
  await start({ module_or_path: new URL('./fuxiao-workbook_bg.wasm', import.meta.url) });
} catch {
  postMessage(null);
}
