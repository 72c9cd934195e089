/* A ranking is sorted and filtered in place; the address keeps how. rapor.js brings this file where
   a page has such a ranking (unduh.js takes the rows in view). */
(function () {
  "use strict";
  var PIECE = 20;
  var orders = document.querySelector(".rk-orders");
  var ranking = orders && document.querySelector(".rk-ranking");
  if (!ranking || typeof URLSearchParams === "undefined") return;
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
  var label = document.createElement("label");
  label.appendChild(document.createTextNode(orders.getAttribute("data-show")));
  label.appendChild(select);
  orders.appendChild(label);
  var query = new URLSearchParams(location.search);
  var names = []; /* what each row shows, of those that were read */
  var apply = function () {
    var kept = select.value;
    names.forEach(function (found, at) { rows[at].hidden = Boolean(kept) && found.indexOf(kept) < 0; });
  };
  /* The rows are read a few at a time, so that a slow phone can do other things between. */
  var read = function () {
    var found = {};
    rows.slice(names.length, names.length + PIECE).forEach(function (row) { names.push(shown(row)); });
    if (names.length < rows.length) return void setTimeout(read);
    names.forEach(function (some) { some.forEach(function (name) { found[name] = true; }); });
    if (found["+"]) option("+", orders.getAttribute("data-up"));
    if (found["-"]) option("-", orders.getAttribute("data-down"));
    Object.keys(found).forEach(function (name) { if (name !== "+" && name !== "-") option(name, name); });
    select.value = query.get("tampil") || "";
    if (select.selectedIndex < 0) select.value = "";
    apply();
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
  setTimeout(read);
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
})();
