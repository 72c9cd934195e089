/* The site works without this file. It adds the switch between light and dark,
   Esc and a click elsewhere to close the menus, buttons that copy a text, and
   opened details in print. */
(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.querySelector(".rk-scheme");
  var system = matchMedia("(prefers-color-scheme: dark)");

  function dark() {
    var chosen = root.getAttribute("data-rk-scheme");
    return chosen ? chosen === "dark" : system.matches;
  }
  function show() {
    button.setAttribute("aria-pressed", String(dark()));
  }
  if (button) {
    show();
    if (system.addEventListener) system.addEventListener("change", show);
    button.addEventListener("click", function () {
      var scheme = dark() ? "light" : "dark";
      root.setAttribute("data-rk-scheme", scheme);
      try { localStorage.setItem("rapor-scheme", scheme); } catch (e) { /* private mode */ }
      show();
    });
  }

  var header = document.querySelector(".rk-header");
  function close(focus) {
    var open = header ? header.querySelectorAll("details[open]") : [];
    /* The innermost first: an open section closes before the whole menu. */
    for (var i = open.length - 1; i >= 0; i--) {
      open[i].open = false;
      if (focus) return open[i].querySelector("summary").focus();
    }
  }
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close(true);
  });
  document.addEventListener("click", function (event) {
    if (header && !header.contains(event.target)) close(false);
  });

  /* Copies the text of an element, also where the page came without https. */
  function copy(source, done) {
    var text = source.innerText;
    function old() {
      var range = document.createRange();
      range.selectNodeContents(source);
      var selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      if (document.execCommand("copy")) done();
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, old);
    else old();
  }
  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (button) {
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      copy(document.getElementById(button.getAttribute("data-copy")), function () {
        button.textContent = button.getAttribute("data-done");
      });
    });
  });

  addEventListener("beforeprint", function () {
    var all = document.querySelectorAll("details.rk-details");
    for (var i = 0; i < all.length; i++) all[i].open = true;
  });
})();
