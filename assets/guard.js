// Runs before the first paint: sets language and theme on <html>, and says so when this browser cannot run the app.
// Plain old JavaScript on purpose, because browsers that are too old must be able to read it. Knows nothing of the app.
(function () {
  var root = document.documentElement;

  function settings() {
    try {
      var stored = JSON.parse(window.localStorage.getItem('fuxiao/settings'));
      return stored && typeof stored === 'object' ? stored : {};
    } catch (e) {
      return {}; // Blocked storage or garbage in it: as if nothing were set.
    }
  }

  function preferred() {
    // The first language asked for that the app speaks, as the app itself chooses.
    var asked = navigator.languages && navigator.languages.length ? navigator.languages : [navigator.language || 'en'];
    for (var i = 0; i < asked.length; i += 1) {
      if (/^zh(?![a-z])/i.test(asked[i])) return 'zh-CN';
      if (/^en(?![a-z])/i.test(asked[i])) return 'en';
    }
    return 'en';
  }

  // With reference types, which every browser since 2022 has, come all other parts of WebAssembly the app uses.
  function modernWasm() {
    var bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11];
    return WebAssembly.validate(new Uint8Array(bytes));
  }

  function problem() {
    if (location.protocol === 'file:') return 'file';
    if (!('noModule' in document.createElement('script')) || typeof BigInt === 'undefined') return 'old';
    if (typeof WebAssembly !== 'object') return 'wasm';
    return modernWasm() ? '' : 'old';
  }

  function show(name) {
    root.setAttribute('data-blocked', name); // boot.js does not start then, and the style sheet hides the first paint.
    document.getElementById('static').hidden = true;
    document.getElementById('msg-' + name).hidden = false;
  }

  var chosen = settings();
  root.lang = chosen.locale === 'zh-CN' || chosen.locale === 'en' ? chosen.locale : preferred();
  root.setAttribute('data-theme', chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : 'auto');

  var found = problem();
  if (found) {
    root.setAttribute('data-blocked', found);
    document.addEventListener('DOMContentLoaded', function () { show(found); });
  }
  // The script that starts the app did not arrive.
  window.addEventListener('error', function (event) {
    var tag = event.target;
    if (!found && tag && tag.tagName === 'SCRIPT' && tag.hasAttribute('data-wasm')) show('load');
  }, true);
})();
