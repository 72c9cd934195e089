/* Finds a body by what is written: the same rules, over the same pieces, as generator/finding.
   Fetched by rapor.js when a field is used, and where a page shows what was found or remembered. */
(function () {
  "use strict";
  var SLIPPED = 40, PLACE_BEGUN = 43, SLIPPED_BEGUN = 50, SLIPPED_PLACE = 60, WITH_PARENT = 25, NONE = 99;
  var NAME = 0, CAPITAL = 2, PLACE = 3, KEY = "rapor-wilayah";
  var pieces = {};

  function read(address) {
    pieces[address] = pieces[address] || fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    return pieces[address];
  }

  function wordsOf(text) {
    var plain = text.toLowerCase().replace(/['’‘ʼʻ`´ʹ′]/g, "").normalize("NFKD").replace(/\p{M}/gu, "");
    return plain.replace(/[^a-z0-9]+/g, " ").split(" ").filter(Boolean);
  }
  function letters(key) {
    var found = {};
    for (var at = 0; at < key.length; at++) found[key[at]] = true;
    return found;
  }
  function lacking(one, other) {
    return 2 * Object.keys(one).filter(function (sign) { return !other[sign]; }).length;
  }

  function Rules(rules) {
    var kinds = rules.kinds.split(" "), slip = rules.slip, names = {};
    function folded(key) {
      rules.old.forEach(function (pair) { key = key.split(pair[0]).join(pair[1]); });
      return key;
    }
    function allowed(length) { return rules.allowed[Math.min(length, rules.allowed.length - 1)]; }
    function extra(text, at) { return at && text[at - 1] === text[at] ? slip.doubled : slip.left; }
    function changed(one, other) {
      if (one === other) return 0;
      return (rules.keys[one] || "").indexOf(other) >= 0 ? slip.near : slip.other;
    }
    function distance(one, other, most) {
      if (Math.abs(one.length - other.length) * slip.doubled > most) return most + 1;
      var before = [], last = [0], now, row, column;
      for (column = 0; column < other.length; column++) last.push(last[column] + extra(other, column));
      for (row = 0; row < one.length; row++) {
        now = [last[0] + extra(one, row)];
        for (column = 0; column < other.length; column++) {
          var cost = Math.min(last[column] + changed(one[row], other[column]),
            last[column + 1] + extra(one, row), now[column] + extra(other, column));
          if (row && column && one[row] !== other[column] && one[row] === other[column - 1] && one[row - 1] === other[column])
            cost = Math.min(cost, before[column - 1] + slip.swapped);
          now.push(cost);
        }
        if (Math.min.apply(null, now) > most) return most + 1;
        before = last;
        last = now;
      }
      return Math.min(last[last.length - 1], most + 1);
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
      var key = bare.join(""), fresh = folded(key);
      return { words: bare, whole: words.join(""), bare: key, fresh: fresh, letters: letters(fresh) };
    }
    function speltName(text) {
      if (!names[text]) {
        var words = wordsOf(text);
        names[text] = spelt(words, withoutKind(words));
      }
      return names[text];
    }
    function slipped(mine, name, role) {
      var length = mine.fresh.length, most = allowed(length), found = most + 1;
      if (!most || lacking(mine.letters, name.letters) > most + 2) return NONE;
      if (lacking(name.letters, mine.letters) <= most + 2) {
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
    this.find = function (asked, entries, most) {
      var best = {};
      if (!asked.name.whole) return [];
      entries.forEach(function (entry) {
        var name = speltName(entry.text), found = cost(asked, name, entry.role), body = entry.body;
        if (found >= SLIPPED) found = Math.min(found, withParent(asked, name.bare, entry.role, body));
        if (found >= NONE) return;
        var rank = [found, entry.role, name.bare.length, name.whole, body.name, body.id];
        if (!best[body.id] || less(rank, best[body.id].rank) < 0) best[body.id] = { rank: rank, entry: entry };
      });
      return Object.keys(best).map(function (id) { return best[id]; }).sort(function (one, other) {
        return less(one.rank, other.rank);
      }).slice(0, most);
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
  function numbers(keys, key) {
    var low = 0, high = keys.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle + 1; else high = middle;
    }
    if (!low) return [];
    return low < keys.length && keys[low].startsWith(key) ? [low - 1, low] : [low - 1];
  }

  /* The bodies that a question may mean: a promise of {entry, rank}, the likeliest first. */
  function answers(first, question) {
    return read(first).then(function (index) {
      index.made = index.made || new Rules(index.rules);
      var asked = index.made.ask(question), seen = {};
      var entries = index.near ? entriesOf(index.near).slice() : [];
      var found = index.made.find(asked, entries, index.most);
      return index.made.lookedUp(asked).reduce(function (before, where) {
        return before.then(function (done) {
          if (done) return true;
          var wanted = numbers(index[where[0]], where[1]).map(function (number) {
            return first.replace(/[^/]*$/, where[0] + "-" + number + ".json");
          }).filter(function (address) { return !seen[address]; });
          return Promise.all(wanted.map(read)).then(function (got) {
            got.forEach(function (piece, at) {
              seen[wanted[at]] = true;
              entries = entries.concat(entriesOf(piece));
            });
            found = index.made.find(asked, entries, index.most);
            return direct(found);
          });
        });
      }, Promise.resolve(false)).then(function () {
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
    var more = [found.entry.role === NAME ? "" : found.entry.text, body.parent].filter(Boolean).join(" · ");
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
    if (document.activeElement === input) ask();
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
    answers(form.getAttribute("data-first"), mine.name).then(function (found) {
      var one = found.filter(function (each) { return each.entry.body.id === mine.id; })[0];
      if (!one) return;
      var link = element("a", "", one.entry.body.name), forget = element("button", "rk-button rk-button--quiet", box.getAttribute("data-forget"));
      link.href = addressOf(form, one.entry.body);
      forget.type = "button";
      forget.addEventListener("click", function () { keep(null); box.hidden = true; });
      box.appendChild(link);
      box.appendChild(last(one.entry.body, found.scales));
      box.appendChild(forget);
      box.hidden = false;
    });
  }
  window.rapor = { answers: answers };
})();
