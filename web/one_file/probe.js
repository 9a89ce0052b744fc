/* Runs first, in whatever browser there is, and is written for all of them: says what is needed, or lets the page begin. */
(function () {
  var older = '@EDITION@' === 'older';
  /* A type that holds a reference from outside (Chromium 96): Pyodide 314 needs it, and waits forever without. */
  var module = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];
  var fits = false;
  try {
    fits =
      typeof WebAssembly === 'object' && typeof Worker === 'function' && typeof BigInt64Array === 'function' &&
      typeof WeakRef === 'function' && (older || WebAssembly.validate(new Uint8Array(module)));
  } catch (e) {
    fits = false;
  }
  var say = function (text) {
    document.getElementById('page').innerHTML = '';
    document.getElementById('page').appendChild(document.createTextNode(text));
  };
  window.nianbaoBoot = { token: '', edition: 'file', nonce: '' };
  window.nianbaoFits = fits;
  if (!fits) {
    say(
      older
        ? '这个浏览器太旧，打不开填报页面。请用 Chrome、Edge、360、奇安信、红莲花等浏览器的极速模式（内核 84 以上）打开，不要用 IE 或兼容模式。'
        : '这个浏览器的内核太旧（要 Chromium 96 以上）。请换新一些的浏览器，或者打开“nianbao-旧浏览器.html”（内核 84 以上）；不要用 IE 或兼容模式。'
    );
  }
})();
