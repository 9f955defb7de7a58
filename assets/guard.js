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

  // The build writes the languages of the app here.
  var languages = root.getAttribute('data-languages').split(' ');

  // The language of a tag as the app itself chooses: the one that is called so, else the first one that begins so.
  function spoken(tag) {
    var i;
    var asked = String(tag).toLowerCase();
    for (i = 0; i < languages.length; i += 1) if (languages[i].toLowerCase() === asked) return languages[i];
    for (i = 0; i < languages.length; i += 1) if (languages[i].toLowerCase().split('-')[0] === asked.split('-')[0]) return languages[i];
    return '';
  }

  function preferred() {
    var asked = navigator.languages && navigator.languages.length ? navigator.languages : [navigator.language || 'en'];
    for (var i = 0; i < asked.length; i += 1) if (spoken(asked[i])) return spoken(asked[i]);
    return spoken('en') || languages[0];
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
  root.lang = (typeof chosen.locale === 'string' && spoken(chosen.locale)) || preferred();
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
