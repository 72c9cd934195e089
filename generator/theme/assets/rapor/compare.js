/* Two to four bodies of one group beside each other, from pieces of a few bodies each. Its words come
   from the page; by how much one is ahead follows the rule of generator/facts/beside.py. */
(function () {
  "use strict";
  var MOST = 4;

  /* Decimal numbers as whole ones: exact, however long they are. */
  function places(text) { return (text.split(".")[1] || "").length; }
  function units(text, at) {
    var parts = text.split(".");
    return BigInt(parts[0] + (parts[1] || "").padEnd(at, "0"));
  }
  function written(number, at) {
    var sign = number < 0n ? "-" : "", digits = String(number < 0n ? -number : number).padStart(at + 1, "0");
    return sign + (at ? digits.slice(0, -at) + "." + digits.slice(-at) : digits);
  }
  /* [points, why]: figures are [text, flag], flag 1 computed, 2 contested; anything else is unknown. */
  function ahead(one, other) {
    if (!Array.isArray(one) || !Array.isArray(other)) return [null, "unknown"];
    if (one[1] === 2 || other[1] === 2) return [null, "contested"];
    if (one[1] !== other[1]) return [null, "computed"];
    var fine = Math.max(places(one[0]), places(other[0])), coarse = Math.min(places(one[0]), places(other[0]));
    var exact = units(one[0], fine) - units(other[0], fine), by = 10n ** BigInt(fine - coarse);
    var size = exact < 0n ? -exact : exact, rounded = (2n * size + by) / (2n * by);
    if (rounded === 0n && exact !== 0n) return [null, "finer"];
    return [written(exact < 0n ? -rounded : rounded, coarse), null];
  }
  window.raporAhead = ahead;

  var box = document.querySelector(".rk-choose");
  if (!box || typeof BigInt === "undefined") return;
  var words = JSON.parse(box.getAttribute("data-words")), out = box.querySelector(".rk-versus");
  var pieces = Number(box.getAttribute("data-pieces")), form = box.querySelector(".rk-find");
  var ready = document.querySelector(".rk-ready"), loaded = {};

  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }
  function shown(text) { return text.replace(".", words.decimal); }
  function join(names) {
    return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " / " + names[names.length - 1];
  }
  function add(parent, name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    parent.appendChild(made);
    return made;
  }
  function sign(into, row) {
    var space = "http://www.w3.org/2000/svg", made = document.createElementNS(space, "svg"), width = row[2] * 6;
    made.setAttribute("class", "rk-step");
    made.setAttribute("viewBox", "-1 -1 " + width + " 14");
    made.setAttribute("width", width);
    made.setAttribute("height", 14);
    made.setAttribute("aria-hidden", "true");
    [["on", 0, row[1]], ["off", row[1], row[2]]].forEach(function (part) {
      var path = document.createElementNS(space, "path"), d = "";
      for (var at = part[1]; at < part[2]; at++) d += "M" + at * 6 + " 0h4v12h-4z";
      path.setAttribute("class", "rk-step__" + part[0]);
      path.setAttribute("d", d);
      if (part[0] === "on" && row[4]) path.setAttribute("fill", row[4]);
      made.appendChild(path);
    });
    into.appendChild(made);
  }

  function numberOf(id) {
    var number = 0;
    for (var at = 0; at < id.length; at++) number = (number * 31 + id.charCodeAt(at)) % 65521;
    return number % pieces;
  }
  function read(id) {
    var address = box.getAttribute("data-folder").replace(/0\.json$/, numberOf(id) + ".json");
    loaded[address] = loaded[address] || fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    return loaded[address].then(function (piece) { return piece[id]; });
  }
  function chosen() {
    var ids = (new URLSearchParams(location.search).get("wilayah") || "").split(",");
    return ids.map(function (id) { return id.trim(); }).filter(function (id, at, all) {
      return id && all.indexOf(id) === at;
    });
  }
  function addressWith(ids) { return location.pathname + (ids.length ? "?wilayah=" + ids.map(encodeURIComponent).join(",") : ""); }

  /* Who is ahead of the next, in words: of more than two with the name of the next. */
  function difference(bodies, values, order, told) {
    var known = bodies.map(function (_, at) { return at; }).filter(function (at) { return Array.isArray(values[at]); });
    if (known.length < 2) return "";
    known.sort(function (one, other) { return order(values[other], values[one]); });
    var found = told(values[known[0]], values[known[1]]);
    if (found[1]) return words["unsaid-" + found[1]];
    var some = known.length < bodies.length ? " (" + words.some + ")" : "";
    if (found[0] === null) {
      var level = known.filter(function (at) { return told(values[known[0]], values[at])[0] === null; });
      var all = level.length === bodies.length;
      return (all ? "" : join(level.map(function (at) { return bodies[at].s; })) + " ") + words.same + some;
    }
    var text = say(found[2], { name: bodies[known[0]].s, n: found[0] });
    return (bodies.length > 2 ? say(words.than, { told: text, other: bodies[known[1]].s }) : text) + some;
  }
  function byScore(one, other) {
    var at = Math.max(places(one[0]), places(other[0])), apart = units(one[0], at) - units(other[0], at);
    return apart < 0n ? -1 : apart > 0n ? 1 : 0;
  }
  function scores(one, other) {
    var found = ahead(one, other);
    return [found[0] !== null && /[1-9]/.test(found[0]) ? shown(found[0]) : null, found[1], words.points];
  }
  function whole(at, flag, text, single) {
    return function (one, other) {
      if (one[flag] === 2 || other[flag] === 2) return [null, "contested"];
      if (one[flag] !== other[flag]) return [null, "computed"];
      var apart = Math.abs(one[at] - other[at]);
      return [apart || null, null, apart === 1 ? single : text];
    };
  }

  function fact(into, bodies, name, values, write, order, told) {
    var block = add(into, "section", "rk-versus__fact");
    add(block, "h3", "", name);
    var list = add(block, "ul", "");
    bodies.forEach(function (body, at) {
      var item = add(list, "li", "");
      add(item, "span", "rk-versus__who", body.s);
      var value = add(item, "span", "rk-versus__value");
      if (Array.isArray(values[at])) write(value, values[at]); else add(value, "span", "rk-none", values[at] || "–");
    });
    var text = difference(bodies, values, order, told);
    if (text) add(block, "p", "rk-versus__told", text);
  }
  /* What a category means stands at its first label, as on other pages (generator/pages/view.py). */
  var meant = {};
  function category(into, row) {
    var label = add(into, "span", "rk-cat rk-cat--" + row[3]);
    sign(label, row);
    var names = row[0].map(function (name) {
      var means = meant[name] ? "" : words.meanings[name];
      meant[name] = true;
      return means ? name + " (" + means + ")" : name;
    });
    label.appendChild(document.createTextNode(names.join(" " + words.or + " ")));
    if (row[5] === 1) add(into, "small", "rk-origin", words.scale);
  }
  function score(into, row) {
    into.appendChild(document.createTextNode(shown(row[0])));
    if (row[1] === 1) add(into, "small", "rk-origin", words.computed);
  }
  function rank(into, row) {
    into.appendChild(document.createTextNode(row[1] ? say(words.of, { place: row[0], of: row[1] }) : row[0]));
  }

  /* The facts of one year. */
  function year(into, bodies, of, title) {
    add(into, "h2", "", title);
    var values = function (name) { return of.map(function (told) { return told[name]; }); };
    var any = function (name) { return of.some(function (told) { return Array.isArray(told[name]); }); };
    if (any("c")) fact(into, bodies, words.category, values("c"), category,
      function (one, other) { return one[1] - other[1]; }, whole(1, 5, words.categories, words.category_higher));
    if (any("s")) fact(into, bodies, words.score, values("s"), score, byScore, scores);
    if (any("r")) fact(into, bodies, words.rank, values("r"), rank,
      function (one, other) { return other[0] - one[0]; }, whole(0, 2, words.places, words.place_higher));
    var names = {}, rows = of.map(function (told) {
      var found = {};
      (told.i || []).forEach(function (row) { names[row[0]] = row[1]; found[row[0]] = [row[2], row[3]]; });
      return found;
    });
    Object.keys(names).forEach(function (id) {
      var these = rows.map(function (row) { return row[id]; });
      if (these.filter(Boolean).length > 1) fact(into, bodies, names[id], these, score, byScore, scores);
    });
  }
  /* What one of them lacks, once and above everything. */
  function lacking(bodies, told, when) {
    var found = [];
    bodies.forEach(function (body, at) {
      var mine = told[at];
      if (!mine) return;
      if (!mine.h) return found.push(say(words.lacks, { year: when, figure: words.result, name: body.s, why: mine.w }));
      [["c", words.category], ["s", words.score], ["r", words.rank]].forEach(function (pair) {
        if (typeof mine[pair[0]] === "string")
          found.push(say(words.lacks, { year: when, figure: pair[1].toLowerCase(), name: body.s, why: mine[pair[0]] }));
      });
    });
    return found;
  }

  function compared(bodies) {
    meant = {};
    var unknown = [], elsewhere = [], parts = document.createDocumentFragment(), any = false;
    words.measures.forEach(function (measure, number) {
      var all = {};
      bodies.forEach(function (body) { Object.keys(body.m[number]).forEach(function (when) { all[when] = true; }); });
      Object.keys(all).sort().reverse().forEach(function (when) {
        var of = bodies.map(function (body) { return body.m[number][when]; });
        var both = of.every(function (told) { return told && told.h; });
        if (both) unknown = unknown.concat(lacking(bodies, of, when));
        else elsewhere = elsewhere.concat(lacking(bodies, of, when));
        if (!both) return;
        any = true;
        year(parts, bodies, of, (words.measures.length > 1 ? measure + ": " : "") + say(words.year, { year: when }));
      });
    });
    if (unknown.length) add(out, "p", "rk-small rk-versus__unknown", unknown.join("; ") + ".");
    if (elsewhere.length) {
      var note = add(out, "details", "rk-details");
      add(note, "summary", "", words.unknown);
      var list = add(note, "ul", "");
      elsewhere.forEach(function (text) { add(list, "li", "", text); });
    }
    if (!any) add(out, "p", "", words.none);
    out.appendChild(parts);
  }

  function head(ids, bodies) {
    var row = add(out, "ul", "rk-versus__head");
    bodies.forEach(function (body, at) {
      var item = add(row, "li", ""), link = add(item, "a", "", body.s);
      link.href = box.getAttribute("data-region").replace("{id}", ids[at]);
      var away = add(item, "a", "rk-versus__away", "×");
      away.href = addressWith(ids.filter(function (id) { return id !== ids[at]; }));
      away.setAttribute("aria-label", say(words.remove, { name: body.n }));
    });
  }
  function suggestions(ids, bodies) {
    if (ids.length >= MOST) return;
    var list = add(out, "dl", "rk-near rk-unprinted");
    bodies[0].near.forEach(function (near) {
      var left = near[1].filter(function (one) { return ids.indexOf(one[0]) < 0; });
      if (!left.length) return;
      var group = add(list, "div", "");
      add(group, "dt", "", say(words.add, { why: near[0] }));
      left.forEach(function (one) {
        add(add(group, "dd", ""), "a", "", one[1]).href = addressWith(ids.concat(one[0]));
      });
    });
  }
  function actions(title) {
    var row = add(out, "p", "rk-actions rk-unprinted");
    var share = add(row, "button", "rk-button rk-button--quiet", words.share);
    share.type = "button";
    share.addEventListener("click", function () {
      if (navigator.share) return navigator.share({ title: title, url: location.href }).catch(function () { /* closed */ });
      if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(function () { share.textContent = words.copied; });
      else prompt(words.share, location.href);
    });
    var print = add(row, "button", "rk-button rk-button--quiet", words.print);
    print.type = "button";
    print.addEventListener("click", function () { window.print(); });
  }

  function show() {
    var asked = chosen(), ids = asked.slice(0, MOST);
    Promise.all(ids.map(read)).then(function (found) {
      out.textContent = "";
      if (ready) ready.hidden = ids.length > 0;
      if (asked.length > MOST) add(out, "p", "", words.most);
      ids = ids.filter(function (id, at) {
        if (!found[at]) add(out, "p", "", say(words.stranger, { name: id }));
        return found[at];
      });
      var bodies = found.filter(Boolean), title;
      if (!bodies.length) {
        if (ready) ready.hidden = false;
        return;
      }
      title = say(words.title, { names: join(bodies.map(function (body) { return body.s; })) });
      document.title = title;
      head(ids, bodies);
      out.className = "rk-versus rk-versus--" + bodies.length;
      if (bodies.length < 2) {
        var text = add(out, "p", "", say(words.one, { name: bodies[0].n }) + " ");
        add(text, "a", "", bodies[0].s).href = box.getAttribute("data-group").replace("{id}", ids[0]);
      } else if (bodies.some(function (body) { return body.g !== bodies[0].g; })) {
        add(out, "p", "", say(words.groups, {
          names: join(bodies.map(function (body) { return body.n + " (" + body.gn + ")"; }))
        }));
      } else compared(bodies);
      suggestions(ids, bodies);
      if (bodies.length > 1) actions(title);
    }).catch(function () { out.textContent = words.failed; });
  }
  if (form) {
    form.hidden = false;
    form.addEventListener("rapor:chosen", function (event) {
      event.preventDefault();
      var ids = chosen();
      if (ids.indexOf(event.detail.id) < 0) ids.push(event.detail.id);
      history.pushState(null, "", addressWith(ids));
      show();
    });
  }
  addEventListener("popstate", show);
  show();
})();
