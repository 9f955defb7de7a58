// How each engine is started under WebDriver, and what it can do there. A fourth is an entry here.
import { CHROMIUM_ARGS } from '../record.mjs';

export const ENGINES = {
  chromium: {
    program: process.env.CHROMEDRIVER || 'chromedriver',
    args: () => ['--port=0'],
    started: /started successfully on port (\d+)/,
    capabilities: ({ locale, width, height, storage, folder }) => ({
      'goog:chromeOptions': {
        binary: process.env.CHROMIUM,
        args: [...CHROMIUM_ARGS, '--headless', '--hide-scrollbars', `--lang=${locale}`, `--accept-lang=${locale}`, `--window-size=${width},${height}`],
        prefs: {
          'download.default_directory': folder,
          'download.prompt_for_download': false,
          'profile.default_content_setting_values.automatic_downloads': 1,
          ...(storage === 'blocked' && { 'profile.default_content_setting_values.cookies': 2 }),
        },
      },
    }),
    permissions: (names) => names,
    can: ['events', 'init', 'intercept', 'clipboard', 'clock', 'scripting', 'blocked', 'trusted', 'drag'],
  },
  firefox: {
    program: process.env.GECKODRIVER || 'geckodriver',
    args: () => ['--port=0', '--websocket-port=0'],
    started: /Listening on (?:[\d.]+|localhost):(\d+)/,
    capabilities: ({ locale, storage, folder }) => ({
      'moz:firefoxOptions': {
        binary: process.env.FIREFOX || 'firefox-esr',
        args: ['-headless'],
        prefs: {
          'intl.accept_languages': locale,
          'browser.download.folderList': 2,
          'browser.download.dir': folder,
          'browser.download.alwaysOpenPanel': false,
          'browser.download.start_downloads_in_tmp_dir': false,
          'dom.events.testing.asyncClipboard': true,
          // Laid over the page, as in the other engines here.
          'ui.useOverlayScrollbars': 1,
          ...(storage === 'blocked' && { 'network.cookie.cookieBehavior': 2 }),
        },
      },
    }),
    shares: true,
    // Granted by the preference above.
    permissions: () => [],
    // Without a screen it takes up what is dragged and never lets it fall, on the plainest page, too.
    can: ['events', 'init', 'intercept', 'clipboard', 'clock', 'blocked'],
  },
};
