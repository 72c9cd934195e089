/* Finds a body by what is written: the same rules, over the same pieces, as generator/finding.
   Fetched by rapor.js when a field is used, and where a page shows what was found or remembered. */
(function () {
  "use strict";
  var SLIPPED = 40, PLACE_BEGUN = 43, SLIPPED_BEGUN = 50, SLIPPED_PLACE = 60, WITH_PARENT = 25, NONE = 99;
  var CAPITAL = 2, PLACE = 3, KEY = "rapor-wilayah";
  var pieces = {};

  function read(address) {
    pieces[address] = pieces[address] || fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    pieces[address].catch(function () { delete pieces[address]; });
    return pieces[address];
  }

  function wordsOf(text) {
    var plain = text.toLowerCase();
    if (/[^ -~]|['`]/.test(plain))
      plain = plain.replace(/['’‘ʼʻ`´ʹ′]/g, "").normalize("NFKD").replace(/\p{M}/gu, "");
    return plain.split(/[^a-z0-9]+/).filter(Boolean);
  }
  /* How many bits of a number of at most 31 are set. */
  function count(bits) {
    var found = 0;
    for (; bits; bits &= bits - 1) found++;
    return found;
  }
  /* What it costs that letters or digits of one name are not in the other. */
  function lacking(one, other) {
    return 2 * (count(one.letters & ~other.letters) + count(one.digits & ~other.digits));
  }

  function Rules(rules) {
    var kinds = rules.kinds.split(" "), slip = rules.slip;
    var old = new RegExp(rules.old.map(function (pair) { return pair[0]; }).join("|"));
    var near = new Uint8Array(128 * 128), rows = [0, 1, 2].map(function () { return new Int32Array(128); });
    Object.keys(rules.keys).forEach(function (sign) {
      for (var at = 0; at < rules.keys[sign].length; at++)
        near[sign.charCodeAt(0) * 128 + rules.keys[sign].charCodeAt(at)] = 1;
    });
    function folded(key) {
      if (old.test(key)) rules.old.forEach(function (pair) { key = key.split(pair[0]).join(pair[1]); });
      return key;
    }
    function allowed(length) { return rules.allowed[Math.min(length, rules.allowed.length - 1)]; }
    function extra(text, at) {
      return at && text.charCodeAt(at - 1) === text.charCodeAt(at) ? slip.doubled : slip.left;
    }
    /* Each step aside costs at least one, so only cells so near to the diagonal are looked at. */
    function distance(one, other, most) {
      var long = one.length, wide = other.length, column, row;
      if (Math.abs(long - wide) * slip.doubled > most) return most + 1;
      if (wide >= rows[0].length) rows = rows.map(function () { return new Int32Array(2 * wide); });
      var before = rows[0], last = rows[1], now = rows[2];
      last[0] = 0;
      for (column = 0; column < wide; column++) last[column + 1] = last[column] + extra(other, column);
      for (row = 0; row < long; row++) {
        var sign = one.charCodeAt(row), mine = extra(one, row), least, first = Math.max(0, row - most);
        var end = Math.min(wide, row + most + 1);
        now[first] = least = first ? most + 1 : last[0] + mine;
        for (column = first; column < end; column++) {
          var there = other.charCodeAt(column), cost = last[column];
          if (sign !== there) cost += near[sign * 128 + there] ? slip.near : slip.other;
          cost = Math.min(cost, last[column + 1] + mine, now[column] + extra(other, column));
          if (row && column && sign !== there && sign === other.charCodeAt(column - 1)
            && one.charCodeAt(row - 1) === there) cost = Math.min(cost, before[column - 1] + slip.swapped);
          now[column + 1] = cost;
          if (cost < least) least = cost;
        }
        if (end < wide) now[end + 1] = most + 1;
        if (least > most) return most + 1;
        var freed = before;
        before = last;
        last = now;
        now = freed;
      }
      return Math.min(last[wide], most + 1);
    }
    function withoutKind(words) {
      return words.length > 1 && kinds.indexOf(words[0]) >= 0 ? words.slice(1) : words;
    }
    function askedWithoutKind(words) {
      if (words.length > 1 && kinds.indexOf(words[0]) < 0) {
        var short = words[0].length < 6, most = short ? slip.left : slip.other;
        if (rules.written.split(" ").some(function (kind) {
          return kind.length < 6 === short && distance(words[0], kind, most) <= most;
        })) return words.slice(1);
      }
      return withoutKind(words);
    }
    function spelt(words, bare) {
      var key = bare.join(""), fresh = folded(key), found = { letters: 0, digits: 0 };
      for (var at = 0; at < fresh.length; at++) {
        var sign = fresh.charCodeAt(at);
        if (sign < 97) found.digits |= 1 << (sign - 48); else found.letters |= 1 << (sign - 97);
      }
      found.words = bare;
      found.whole = words.length === bare.length ? key : words.join("");
      found.bare = key;
      found.fresh = fresh;
      return found;
    }
    function spell(entry) {
      if (!entry.name) {
        var words = wordsOf(entry.text);
        entry.name = spelt(words, withoutKind(words));
      }
      return entry.name;
    }
    function slipped(mine, name, role) {
      var length = mine.fresh.length, most = allowed(length), found = most + 1;
      if (!most || lacking(mine, name) > most + 2) return NONE;
      if (lacking(name, mine) <= most + 2) {
        found = distance(mine.fresh, name.fresh, most);
        if (mine.bare !== mine.fresh) found = Math.min(found, distance(mine.bare, name.bare, most));
      }
      if (found <= most) return (role === PLACE ? SLIPPED_PLACE : SLIPPED) + found;
      if (role === PLACE || name.fresh.length <= length || length < 4) return NONE;
      found = distance(mine.fresh, name.fresh.slice(0, length), most);
      return found <= most ? SLIPPED_BEGUN + found : NONE;
    }
    function cost(asked, name, role) {
      var mine = asked.name;
      if (mine.whole === name.whole) return role;
      if (mine.bare === name.bare) return role + (asked.kind ? 1 : 0);
      if (mine.fresh === name.fresh) return role + 4;
      var begun = role === PLACE ? PLACE_BEGUN : 10 + role;
      if (name.bare.startsWith(mine.bare) || name.whole.startsWith(mine.whole)) return begun;
      if (name.fresh.startsWith(mine.fresh)) return begun + 4;
      if (role !== PLACE && mine.bare.length > 1) {
        for (var at = 1; at < name.words.length; at++)
          if (name.words.slice(at).join("").startsWith(mine.bare)) return 20 + role;
      }
      return slipped(mine, name, role);
    }
    function withParent(asked, key, role, body) {
      if (!key || !asked.name.bare.startsWith(key)) return NONE;
      var rest = asked.name.bare.slice(key.length);
      return [body.parent, role < CAPITAL ? "" : body.name].some(function (around) {
        var words = wordsOf(around);
        return words.join("").startsWith(rest) || withoutKind(words).join("").startsWith(rest);
      }) ? WITH_PARENT : NONE;
    }
    function less(one, other) {
      for (var at = 0; at < one.length; at++)
        if (one[at] !== other[at]) return one[at] < other[at] ? -1 : 1;
      return 0;
    }
    this.ask = function (question) {
      var words = wordsOf(question), bare = askedWithoutKind(words);
      return { name: spelt(words, bare), kind: bare.length !== words.length };
    };
    this.key = function (name) { return folded(withoutKind(wordsOf(name)).join("")); };
    this.spell = function (entries) { entries.forEach(spell); };
    /* Entries are added as they come; found() is what the question may mean among all of them. */
    this.Search = function (asked, most) {
      var best = {}, words = asked.name.words.join(" ");
      this.add = function (entries) {
        if (asked.name.whole) entries.forEach(function (entry) {
          var name = spell(entry), body = entry.body, found = cost(asked, name, entry.role);
          if (found >= SLIPPED) found = Math.min(found, withParent(asked, name.bare, entry.role, body));
          if (found >= NONE || best[body.id] && best[body.id].rank[0] < found) return;
          var divided = name.words.join(" ") === words ? 0 : 1;
          var rank = [found, entry.role, divided, name.bare.length, name.whole, body.name, body.id];
          if (!best[body.id] || less(rank, best[body.id].rank) < 0) best[body.id] = { rank: rank, entry: entry };
        });
      };
      this.found = function () {
        return Object.keys(best).map(function (id) { return best[id]; }).sort(function (one, other) {
          return less(one.rank, other.rank);
        }).slice(0, most);
      };
    };
    /* Where to look, one after the other until something is found that has no slip. */
    this.lookedUp = function (asked) {
      var words = asked.name.words, key = asked.name.fresh, found = [["a", key]];
      for (var at = 1; at < words.length; at++)
        found.push(["a", folded(words.slice(0, at).join("")) + "!" + folded(words.slice(at).join(""))]);
      found.push(["z", key.split("").reverse().join("")]);
      return key ? found : [];
    };
  }

  function direct(answers) {
    return answers.some(function (one) {
      return one.rank[0] < SLIPPED || (one.entry.role === PLACE && one.rank[0] < SLIPPED_BEGUN);
    });
  }
  function usualId(name) {
    var plain = name.replace(/^Kabupaten /, "").normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
    return plain.replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");
  }
  function entriesOf(piece) {
    if (!piece.entries) {
      var bodies = piece.b.map(function (row) {
        return { name: row[0], id: row[1] || usualId(row[0]), parent: piece.p[row[2]], told: row[3], year: row[4] };
      });
      piece.entries = piece.t.map(function (row) {
        return { text: row[0] || bodies[row[1]].name, body: bodies[row[1]], role: row[2] };
      });
    }
    return piece.entries;
  }
  function piece(first, shelf, number) { return first.replace(/[^/]*$/, shelf + "-" + number + ".json"); }
  function numbers(keys, key) {
    var low = 0, high = keys.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle + 1; else high = middle;
    }
    if (!low) return [];
    return low < keys.length && keys[low].startsWith(key) ? [low - 1, low] : [low - 1];
  }

  /* The first piece, with its rules made: a promise. */
  function ready(first) {
    return read(first).then(function (index) {
      index.made = index.made || new Rules(index.rules);
      return index;
    });
  }
  /* Before the first letter is written: the first piece is read, and the names in it are spelt. */
  function prepare(first) {
    return ready(first).then(function (index) {
      var entries = index.near ? entriesOf(index.near) : [], at = 0;
      (function some() {
        index.made.spell(entries.slice(at, at += 100));
        if (at < entries.length) setTimeout(some);
      })();
    }).catch(function () { /* the question itself will say so */ });
  }
  /* The entry of one body that is known by its id, and by its name in the data: a promise. */
  function entryOf(first, body) {
    return ready(first).then(function (index) {
      var key = index.made.key(body.name), wanted = index.near ? [] : numbers(index.a, key);
      for (var at = wanted[1]; at + 1 < index.a.length && index.a[at + 1].startsWith(key); at++) wanted.push(at + 1);
      return Promise.all(wanted.map(function (number) { return read(piece(first, "a", number)); })).then(function (got) {
        if (index.near) got = [index.near];
        return got.map(entriesOf).flat().find(function (entry) { return entry.body.id === body.id; });
      }).then(function (entry) { return entry && { entry: entry, scales: index.scales }; });
    });
  }
  /* The bodies that a question may mean: a promise of {entry, rank}, the likeliest first. */
  function answers(first, question) {
    return ready(first).then(function (index) {
      var asked = index.made.ask(question), seen = {}, search = new index.made.Search(asked, index.most);
      if (index.near) search.add(entriesOf(index.near));
      return index.made.lookedUp(asked).reduce(function (before, where) {
        return before.then(function (done) {
          if (done) return true;
          var wanted = numbers(index[where[0]], where[1]).map(function (number) {
            return piece(first, where[0], number);
          }).filter(function (address) { return !seen[address]; });
          return Promise.all(wanted.map(read)).then(function (got) {
            got.forEach(function (piece, at) {
              seen[wanted[at]] = true;
              search.add(entriesOf(piece));
            });
            return direct(search.found());
          });
        });
      }, Promise.resolve(false)).then(function () {
        var found = search.found();
        found.scales = index.scales;
        return found;
      });
    });
  }

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }
  /* ▮▮▮▮▯ as generator/pages/signs.py draws it. */
  function sign(row) {
    var space = "http://www.w3.org/2000/svg", made = document.createElementNS(space, "svg");
    var width = row[2] * 6;
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
    return made;
  }
  /* What is known last, with its year. */
  function last(body, scales) {
    var told = element("span", "rk-found__last"), row = scales[body.told];
    if (typeof body.told === "number" && row) {
      var label = element("span", "rk-cat rk-cat--" + row[3]);
      label.appendChild(sign(row));
      label.appendChild(document.createTextNode(row[0]));
      told.appendChild(label);
    } else if (body.told) told.appendChild(document.createTextNode(body.told));
    if (body.year) told.appendChild(document.createTextNode(" " + body.year));
    return told;
  }
  function told(into, found, scales) {
    var body = found.entry.body;
    into.appendChild(element("b", "", body.name));
    /* By what it was found, unless the name shows that: "Kota Banjarbaru" beside "Banjarbaru City". */
    var own = found.entry.role < CAPITAL && wordsOf(body.name).join("").indexOf(found.entry.name.bare) >= 0;
    var more = [own ? "" : found.entry.text, body.parent].filter(Boolean).join(" · ");
    if (more) into.appendChild(element("small", "", " " + more));
    into.appendChild(last(body, scales));
    return into;
  }

  function combobox(form, number) {
    var input = form.querySelector("input"), first = form.getAttribute("data-first");
    var list = element("ul", "rk-found"), state = element("span", "rk-said");
    var shown = [], active = -1, asked = 0;
    list.id = "rk-found-" + number;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.querySelector("label").textContent);
    list.hidden = true;
    state.setAttribute("role", "status");
    input.parentNode.appendChild(list);
    form.appendChild(state);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function mark(at) {
      var count = list.children.length;
      active = (at + count + 1) % (count + 1);
      if (active === count) active = -1;
      Array.prototype.forEach.call(list.children, function (option, number) {
        option.setAttribute("aria-selected", String(number === active));
        if (number === active) option.scrollIntoView({ block: "nearest" });
      });
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[active].id);
    }
    function go(found) {
      var event = new CustomEvent("rapor:chosen", { bubbles: true, cancelable: true, detail: found.entry.body });
      close();
      if (form.dispatchEvent(event)) location.href = addressOf(form, found.entry.body);
      else input.value = "";
    }
    function offer(option, act) {
      option.id = list.id + "-" + list.children.length;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.addEventListener("mousedown", function (event) { event.preventDefault(); });
      option.addEventListener("click", act);
      list.appendChild(option);
    }
    function ask() {
      var mine = ++asked;
      if (!input.value.trim()) return close();
      answers(first, input.value).then(function (found) {
        if (mine !== asked || document.activeElement !== input) return;
        shown = found;
        list.textContent = "";
        found.forEach(function (one) { offer(told(element("li"), one, found.scales), function () { go(one); }); });
        state.textContent = found.length
          ? form.getAttribute("data-some").replace("{n}", found.length) : form.getAttribute("data-none");
        close();
        /* The last choice: the same words in all texts of the site. */
        var question = input.value.trim(), away = inTexts(form, question);
        if (away) offer(element("li", "", form.getAttribute("data-anywhere").replace("{q}", question)),
          function () { location.href = away; });
        list.hidden = !list.children.length;
        input.setAttribute("aria-expanded", String(!list.hidden));
      }, close);
    }
    input.addEventListener("input", ask);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && !list.hidden) {
        close();
        event.stopPropagation();
        event.preventDefault();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask(); else mark(event.key === "ArrowDown" ? active + 1 : (active < 0 ? list.children.length : active) - 1);
      } else if (event.key === "Enter" && !list.hidden && active >= 0) {
        event.preventDefault();
        list.children[active].click();
      }
    });
    form.addEventListener("submit", function (event) {
      if (!input.value.trim()) return event.preventDefault();
      /* One that is meant for certain needs no list. */
      if (shown.length && shown[0].rank[0] < 4 && (shown.length < 2 || shown[1].rank[0] > 9) && !list.hidden) {
        event.preventDefault();
        go(shown[0]);
      }
    });
    input.addEventListener("focus", function () { prepare(first); });
    if (document.activeElement === input) {
      prepare(first);
      ask();
    }
  }
  function inTexts(form, question) {
    var page = form.getAttribute("data-search");
    return page && question ? page + "?q=" + encodeURIComponent(question) : "";
  }
  function addressOf(form, body) { return form.getAttribute("data-to").replace("{id}", body.id); }

  var forms = Array.prototype.slice.call(document.querySelectorAll(".rk-find"));
  forms.forEach(combobox);
  var form = forms[0];

  /* The list of all bodies, asked for a name. */
  var place = document.querySelector(".rk-asked"), question = new URLSearchParams(location.search).get("q");
  if (form && place && question) {
    forms.forEach(function (one) { one.querySelector("input").value = question; });
    answers(form.getAttribute("data-first"), question).then(function (found) {
      var list = element("ul", "rk-list");
      place.appendChild(element("h2", "", (found.length ? place.getAttribute("data-for") : place.getAttribute("data-none"))
        .replace("{q}", question)));
      found.forEach(function (one) {
        var link = told(element("a"), one, found.scales), item = element("li");
        link.href = addressOf(form, one.entry.body);
        item.appendChild(link);
        list.appendChild(item);
      });
      if (found.length) place.appendChild(list);
      if (inTexts(form, question)) {
        var link = element("a", "", form.getAttribute("data-anywhere").replace("{q}", question));
        link.href = inTexts(form, question);
        place.appendChild(element("p")).appendChild(link);
      }
      place.hidden = false;
    });
  }

  /* One body that this device remembers. */
  function remembered() {
    try { return JSON.parse(localStorage.getItem(KEY)); } catch (e) { return null; }
  }
  function keep(body) {
    try { if (body) localStorage.setItem(KEY, JSON.stringify(body)); else localStorage.removeItem(KEY); } catch (e) { /* private mode */ }
  }
  Array.prototype.forEach.call(document.querySelectorAll(".rk-remember"), function (button) {
    function show() {
      var mine = remembered(), on = Boolean(mine) && mine.id === button.getAttribute("data-id");
      button.textContent = button.getAttribute(on ? "data-forget" : "data-keep");
    }
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      var mine = remembered(), id = button.getAttribute("data-id");
      keep(mine && mine.id === id ? null : { id: id, name: button.getAttribute("data-name") });
      show();
    });
  });
  var mine = remembered(), box = document.querySelector(".rk-mine");
  if (form && mine && box && typeof mine.id === "string" && typeof mine.name === "string") {
    entryOf(form.getAttribute("data-first"), mine).then(function (found) {
      if (!found) return;
      var body = found.entry.body, link = element("a", "", body.name);
      var forget = element("button", "rk-button rk-button--quiet", box.getAttribute("data-forget"));
      link.href = addressOf(form, body);
      forget.type = "button";
      forget.addEventListener("click", function () { keep(null); box.hidden = true; });
      box.appendChild(link);
      box.appendChild(last(body, found.scales));
      box.appendChild(forget);
      box.hidden = false;
    });
  }
  window.rapor = { answers: answers };
})();
