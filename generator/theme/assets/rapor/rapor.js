/* The site works without this file. It adds the switch between light and dark, Esc and a click elsewhere
   to close the menus, the search (find.js), the sharing sheet of the device, buttons that copy a text,
   the facts of sentences below their paragraphs, details in print; and it brings the scripts of the
   parts that few pages have. */
(function () {
  "use strict";
  function each(list, act) { Array.prototype.forEach.call(list, act); }
  var here = document.currentScript.src;
  /* A script that stands beside this one, for what few pages have or few readers do. */
  function bring(name) {
    var script = document.createElement("script");
    script.src = here.replace("rapor.js", name);
    return document.head.appendChild(script);
  }
  /* Its sheet, of the same name. */
  function dress(script) {
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = script.src.replace(/js$/, "css");
    document.head.appendChild(sheet);
  }
  var root = document.documentElement;
  /* The other language of a page shows the same choice: bodies beside each other, words that are sought. */
  each(document.querySelectorAll(".rk-lang"), function (link) {
    link.addEventListener("click", function () { link.search = location.search; });
  });
  var button = document.querySelector(".rk-scheme");
  var system = matchMedia("(prefers-color-scheme: dark)");

  function dark() { return (root.getAttribute("data-rk-scheme") || (system.matches ? "dark" : "")) === "dark"; }
  function show() { button.setAttribute("aria-pressed", String(dark())); }
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
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(true); });
  document.addEventListener("click", function (event) {
    if (header && !header.contains(event.target)) close(false);
  });

  /* The search by name comes when it is used, or when the page shows what was found or remembered. */
  var fields = document.querySelectorAll(".rk-find");
  var seek = document.querySelector(".rk-seek");
  function search() {
    if (!fields.length || document.querySelector("script[data-find]")) return;
    var script = bring("find.js");
    script.setAttribute("data-find", "");
    dress(script);
  }
  function keeps() { try { return localStorage.getItem("rapor-wilayah"); } catch (e) { return null; } }
  each(fields, function (form) { form.addEventListener("focusin", search); });
  /* Opened here and not by the browser, which tells it a moment later: what is typed at once would be lost. */
  if (seek && fields.length) seek.querySelector("summary").addEventListener("click", function (event) {
    event.preventDefault();
    seek.open = !seek.open;
    if (seek.open) fields[0].querySelector("input").focus();
  });
  if (document.querySelector(".rk-remember") || (document.querySelector(".rk-asked") && location.search) ||
    (document.querySelector(".rk-mine") && keeps())) search();

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
  each(document.querySelectorAll("[data-copy]"), function (button) {
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      var told = function () { button.textContent = button.getAttribute("data-done"); };
      copy(document.getElementById(button.getAttribute("data-copy")), told);
    });
  });
  each(navigator.share ? document.querySelectorAll("[data-share]") : [], function (share) {
    share.addEventListener("click", function (event) {
      event.preventDefault();
      var link = document.querySelector("link[rel=canonical]") || location;
      navigator.share({title: document.title, url: link.href}).catch(function () { /* closed */ });
    });
  });

  /* The facts of each sentence: a switch puts them below their paragraphs. */
  each(document.querySelectorAll(".rk-check"), function (list) {
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

  /* Parts that few pages have. */
  if (document.querySelector(".rk-orders")) bring("ranking.js");
  if (document.querySelector(".rk-try")) dress(bring("trial.js"));
  each(window.fetch ? document.querySelectorAll("[data-take]") : [], function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      var done = function () { if (window.rkTake) window.rkTake(link); else location.assign(link.href); };
      if (window.rkTake) return done();
      var script = bring("unduh.js");
      script.onload = script.onerror = done;
    });
  });

  addEventListener("beforeprint", function () {
    each(document.querySelectorAll("details.rk-printed"), function (one) { one.open = true; });
  });
})();
