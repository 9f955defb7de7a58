// The driver over WebDriver: the classic protocol for what is done, its second half, BiDi, for what is noticed. Each
// context is a session of its own, so that profiles are empty whatever the engine. Knows nothing of the app.
import { ENGINES } from './engines.mjs';
import { Session } from './session.mjs';
import { Page } from './page.mjs';

export const engine = process.env.ENGINE || 'chromium';
const setup = ENGINES[engine];
if (!setup) throw new Error(`ENGINE is '${engine}'; there are ${Object.keys(ENGINES).join(', ')}.`);

export const can = new Set(setup.can);

/** Nothing is started before there is a context; what was left open is closed at the end. */
export async function launch() {
  const contexts = new Set();
  return {
    async newContext(options) {
      const session = await Session.start(setup, options);
      try {
        const context = await open(session, options);
        contexts.add(context);
        return { ...context, close: () => { contexts.delete(context); return context.close(); } };
      } catch (error) {
        await session.stop();
        throw error;
      }
    },
    close: () => Promise.all([...contexts].map((context) => context.close())),
  };
}

async function open(session, options) {
  const attach = async (handle) => {
    const page = new Page(session, handle, options);
    await page.start();
    return page;
  };
  return {
    page: await attach(await session.call('GET', '/window')),
    newPage: async () => attach((await session.call('POST', '/window/new', { type: 'tab' })).handle),
    /** Lets the pages of an origin do what a person would be asked for. */
    grant: async (permissions) => {
      for (const name of setup.permissions(permissions)) await session.call('POST', '/permissions', { descriptor: { name }, state: 'granted' });
    },
    close: () => session.stop(),
  };
}
