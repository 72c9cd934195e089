/* The site works without this file. It adds the switch between light and dark, Esc and a click elsewhere
   to close the menus, the search (find.js), the sharing sheet of the device, buttons that copy a text,
   the facts of sentences below their paragraphs, a filter of rankings (unduh.js takes the rows in view),
   sums, details in print. */
(function () {
  "use strict";
  function each(list, act) { Array.prototype.forEach.call(list, act); }
  var root = document.documentElement;
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
    var script = document.createElement("script");
    script.src = fields[0].getAttribute("data-script");
    script.setAttribute("data-find", "");
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = script.src.replace(/js$/, "css");
    document.head.appendChild(sheet);
    document.head.appendChild(script);
  }
  function keeps() { try { return localStorage.getItem("rapor-wilayah"); } catch (e) { return null; } }
  each(fields, function (form) { form.addEventListener("focusin", search); });
  if (seek) seek.addEventListener("toggle", function () {
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

  /* A ranking is sorted and filtered in place; the address keeps how. */
  var orders = document.querySelector(".rk-orders");
  var ranking = orders && document.querySelector(".rk-ranking");
  if (ranking && typeof URLSearchParams !== "undefined") {
    var body = ranking.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var links = Array.prototype.slice.call(orders.querySelectorAll("[data-order]"));
    var usual = links[0].getAttribute("aria-current") === "true" || !orders.querySelector("[aria-current]");
    var text = function (row, part) {
      var cell = row.querySelector(part);
      return cell ? cell.textContent.trim() : "";
    };
    var shown = function (row) {
      var names = Array.prototype.map.call(row.querySelectorAll(".rk-in .rk-cat"), function (one) {
        return one.textContent.trim();
      });
      var moved = row.querySelector(".rk-moved .rk-change");
      if (moved && moved.classList.contains("rk-change--up")) names.push("+");
      if (moved && moved.classList.contains("rk-change--down")) names.push("-");
      return names;
    };
    var select = document.createElement("select");
    var option = function (value, told) { select.add(new Option(told, value)); };
    option("", orders.getAttribute("data-all"));
    var found = {};
    rows.forEach(function (row) { shown(row).forEach(function (name) { found[name] = true; }); });
    if (found["+"]) option("+", orders.getAttribute("data-up"));
    if (found["-"]) option("-", orders.getAttribute("data-down"));
    Object.keys(found).forEach(function (name) { if (name !== "+" && name !== "-") option(name, name); });
    var label = document.createElement("label");
    label.appendChild(document.createTextNode(orders.getAttribute("data-show")));
    label.appendChild(select);
    orders.appendChild(label);
    var query = new URLSearchParams(location.search);
    var apply = function () {
      var kept = select.value;
      rows.forEach(function (row) { row.hidden = Boolean(kept) && shown(row).indexOf(kept) < 0; });
    };
    var sort = function (order) {
      var sorted = rows.slice();
      if (order === "nama") sorted.sort(function (one, other) {
        return text(one, ".rk-name").localeCompare(text(other, ".rk-name"));
      });
      sorted.forEach(function (row) { body.appendChild(row); });
      links.forEach(function (link) {
        if (link.getAttribute("data-order") === order) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    var keep = function (name, value) {
      if (value) query.set(name, value); else query.delete(name);
      var told = query.toString();
      history.replaceState(null, "", location.pathname + (told ? "?" + told : "") + location.hash);
    };
    select.value = query.get("tampil") || "";
    if (select.selectedIndex < 0) select.value = "";
    apply();
    select.addEventListener("change", function () { keep("tampil", select.value); apply(); });
    /* On the usual page the order by name needs no other page. */
    if (usual) {
      if (query.get("urut") === "nama") sort("nama");
      links.forEach(function (link) {
        var order = link.getAttribute("data-order");
        if (order && order !== "nama") return;
        link.addEventListener("click", function (event) {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          sort(order);
          keep("urut", order);
        });
      });
    }
  }

  /* What full points in some questions would give: sums of whole numbers, however long these are. */
  each(typeof BigInt === "undefined" ? [] : document.querySelectorAll(".rk-try"), function (box) {
    var numbers = function (one, name) { return one.getAttribute("data-" + name).split(" ").map(BigInt); };
    var score = box.querySelector("output b");
    var at = Number(box.getAttribute("data-decimals"));
    var mark = score.textContent.slice(-at - 1, -at);
    var count = function () {
      var sums = numbers(box, "now"), reached = false;
      each(box.querySelectorAll(":checked"), function (one) {
        numbers(one, "adds").forEach(function (add, index) { sums[index] += add; });
      });
      var digits = String(sums[0] / numbers(box, "unit")[0]).padStart(at + 1, "0");
      score.textContent = at ? digits.slice(0, -at) + mark + digits.slice(-at) : digits;
      each(box.querySelectorAll("[data-least]"), function (step) {
        step.hidden = reached || numbers(step, "least").some(function (least, index) { return sums[index] < least; });
        reached = reached || !step.hidden;
      });
    };
    box.hidden = false;
    box.addEventListener("change", count);
  });
  each(window.fetch ? document.querySelectorAll("[data-take]") : [], function (link) { link.onclick = function () {
    var script = document.createElement("script"); script.src = link.getAttribute("data-take");
    script.onload = script.onerror = function () { if (window.rkTake) window.rkTake(link); else location.assign(link.href); };
    return !document.head.appendChild(script); }; });

  addEventListener("beforeprint", function () {
    each(document.querySelectorAll("details.rk-printed"), function (one) { one.open = true; });
  });
})();
