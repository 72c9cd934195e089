/* The site works without this file. It adds the switch between light and dark,
   Esc and a click elsewhere to close the menus, buttons that copy a text, the
   facts of sentences below their paragraphs, and opened details in print. */
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

  /* The facts of each sentence: a switch puts them below their paragraphs. */
  Array.prototype.forEach.call(document.querySelectorAll(".rk-check"), function (list) {
    var proofs = Array.prototype.slice.call(list.querySelectorAll(".rk-proof"));
    var told = Array.prototype.filter.call(list.parentNode.children, function (one) {
      return one.matches("p:not([class]), p.rk-lead") &&
        one.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING;
    }).slice(-proofs.length);
    if (told.length !== proofs.length) return;
    var summary = list.querySelector("summary");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "rk-switch";
    button.setAttribute("role", "switch");
    button.setAttribute("aria-checked", "false");
    button.textContent = summary.firstChild.textContent.trim();
    button.title = summary.lastChild.textContent;
    list.parentNode.insertBefore(button, list);
    list.hidden = true;
    button.addEventListener("click", function () {
      var on = button.getAttribute("aria-checked") !== "true";
      button.setAttribute("aria-checked", String(on));
      proofs.forEach(function (proof, at) {
        if (on) told[at].parentNode.insertBefore(proof, told[at].nextSibling);
        else list.appendChild(proof);
      });
    });
  });

  addEventListener("beforeprint", function () {
    var all = document.querySelectorAll("details.rk-details:not(.rk-check, .rk-ask)");
    for (var i = 0; i < all.length; i++) all[i].open = true;
  });
})();
