// The driver over WebDriver: the classic protocol for what is done, its second half, BiDi, for what is noticed. Each
// context has an empty profile: a session of its own, or one beside others. Knows nothing of the app.
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
  let shared;
  return {
    async newContext(options) {
      const context = setup.shares && !options.storage ? await beside(await (shared ??= Session.start(setup, options)), options) : await alone(options);
      contexts.add(context);
      return { ...context, close: () => { contexts.delete(context); return context.close(); } };
    },
    async close() {
      await Promise.all([...contexts].map((context) => context.close()));
      await (await shared)?.stop();
    },
  };
}

/** A context that is a session. */
async function alone(options) {
  const session = await Session.start(setup, options);
  try {
    const create = async () => (await session.call('POST', '/window/new', { type: 'tab' })).handle;
    return await open(session, options, await session.call('GET', '/window'), create, () => session.stop());
  } catch (error) {
    await session.stop();
    throw error;
  }
}

/** A context among others in one session, where starting a browser takes many times as long as a test. */
async function beside(session, options) {
  const { userContext } = await session.bidi('browser.createUserContext');
  const create = async () => (await session.bidi('browsingContext.create', { type: 'tab', userContext })).context;
  return open(session, options, await create(), create, () => session.bidi('browser.removeUserContext', { userContext }));
}

async function open(session, options, first, create, close) {
  const pages = [];
  const attach = async (handle) => {
    const page = new Page(session, handle, options);
    pages.push(page);
    await page.start();
    return page;
  };
  return {
    page: await attach(first),
    newPage: async () => attach(await create()),
    /** Lets the pages of an origin do what a person would be asked for. */
    grant: async (permissions) => {
      for (const name of setup.permissions(permissions)) await pages[0].call('POST', '/permissions', { descriptor: { name }, state: 'granted' });
    },
    close: async () => {
      await close();
      pages.forEach((page) => page.forget());
    },
  };
}
