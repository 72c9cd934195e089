/* The page that searches all texts: the reader's words, and those that are the same by the lists of the
   measures, asked of the index that Pagefind made when the site was built. Without it the page stays as it is. */
(function () {
  "use strict";
  var AT_ONCE = 10, MOST = 8, WAIT = 300, LEAST = 3, LESS = 0.8;
  var form = document.querySelector(".rk-words");
  if (!form) return;
  var told = JSON.parse(form.getAttribute("data-told")), words = told.words;
  var input = form.querySelector("input"), state = document.querySelector(".rk-words__state");
  var list = document.querySelector(".rk-hits"), more = document.querySelector(".rk-hits__more");
  var wordless = document.querySelector(".rk-wordless");
  var root = new URL(form.getAttribute("data-root"), location.href);
  var index, asked = 0, timer, name = document.title;

  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, key) { return key in values ? values[key] : whole; });
  }
  function add(into, element, kind, text) {
    var made = document.createElement(element);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    into.appendChild(made);
    return made;
  }
  function opened() {
    index = index || import(new URL(form.getAttribute("data-index"), location.href).href).then(function (found) {
      return Promise.resolve(found.options({ baseUrl: root.pathname, excerptLength: 28 }))
        .then(function () { return found.init(); }).then(function () { return found; });
    });
    return index;
  }

  /* The question, and the same with other words that mean as much; the reader's own first. */
  function sameWords(word) {
    var bare = word.replace(/(?:nya|lah|kah|pun)$/, "");
    var found = told.synonyms.filter(function (one) { return one.indexOf(word) >= 0 || one.indexOf(bare) >= 0; })[0];
    return [word].concat((found || []).filter(function (one) { return one !== word && one !== bare; }));
  }
  function variants(question) {
    if (question.indexOf("\"") >= 0) return [question];
    return question.toLowerCase().split(/\s+/).filter(Boolean).reduce(function (before, word) {
      var found = [];
      before.forEach(function (text) {
        sameWords(word).forEach(function (one) { found.push((text + " " + one).trim()); });
      });
      return found.length > MOST ? before.map(function (text) { return text + " " + word; }) : found;
    }, [""]);
  }
  function searched(question) {
    return opened().then(function (pagefind) {
      return Promise.all(variants(question).map(function (one) { return pagefind.search(one); }));
    }).then(function (answers) {
      var best = {};
      answers.forEach(function (answer, at) {
        answer.results.forEach(function (one) {
          var score = one.score * (at ? LESS : 1);
          if (!best[one.id] || best[one.id].score < score) best[one.id] = { id: one.id, score: score, data: one.data };
        });
      });
      return Object.keys(best).map(function (id) { return best[id]; }).sort(function (a, b) {
        return b.score - a.score || (a.id < b.id ? -1 : 1);
      });
    });
  }

  /* Of what the index gives only text and marks are taken. */
  function marked(into, html) {
    Array.prototype.forEach.call(new DOMParser().parseFromString(html, "text/html").body.childNodes, function (node) {
      if (node.nodeName === "MARK") add(into, "mark", "", node.textContent);
      else into.appendChild(document.createTextNode(node.textContent));
    });
  }
  function yearOf(address) {
    return address.split("/").filter(function (part) { return told.years.indexOf(part) >= 0; })[0];
  }
  function shown(one) {
    var item = add(list, "li"), part = (one.sub_results || []).filter(function (each) { return each.anchor; })
      .sort(function (a, b) { return b.locations.length - a.locations.length; })[0];
    var link = add(add(item, "h2"), "a", "", one.meta.title);
    link.href = one.url;
    add(item, "p", "rk-hits__what", [told.kinds[one.meta.kind], yearOf(one.url)].filter(Boolean).join(" · "));
    marked(add(item, "p"), one.excerpt);
    if (part) {
      var deep = add(add(item, "p", "rk-hits__what"), "a", "", say(words.part, { title: part.title }));
      deep.href = part.url;
    }
    return link;
  }
  function page(found, from, focus) {
    var mine = asked;
    return Promise.all(found.slice(from, from + AT_ONCE).map(function (one) { return one.data(); })).then(function (data) {
      if (mine !== asked) return;
      var links = data.map(shown), left = found.length - from - AT_ONCE;
      more.hidden = left <= 0;
      more.textContent = say(words.more, { n: Math.min(left, AT_ONCE) });
      more.onclick = function () { page(found, from + AT_ONCE, true); };
      if (focus && links.length) links[0].focus();
    });
  }
  function clear() {
    list.textContent = state.textContent = "";
    more.hidden = true;
  }
  function run() {
    var question = input.value.trim(), mine = ++asked;
    document.title = question ? say(words.title, { q: question }) + " · " + name : name;
    if (!question) return clear();
    if (!list.children.length) state.textContent = words.busy;
    searched(question).then(function (found) {
      if (mine !== asked) return null;
      clear();
      state.textContent = say(found.length ? (found.length > 1 ? words.some : words.one) : words.none,
        { q: question, n: String(found.length) });
      return page(found, 0, false);
    }).catch(function () {
      clear();
      state.textContent = words.failed;
      wordless.hidden = false;
    });
  }
  function addressOf(question) {
    return question ? "?q=" + encodeURIComponent(question) : location.pathname;
  }
  function fromAddress() {
    input.value = new URLSearchParams(location.search).get("q") || "";
    run();
  }

  form.hidden = false;
  wordless.hidden = true;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    history.pushState(null, "", addressOf(input.value.trim()));
    run();
  });
  input.addEventListener("input", function () {
    clearTimeout(timer);
    var length = input.value.trim().length;
    if (length && length < LEAST) return;
    timer = setTimeout(function () {
      history.replaceState(null, "", addressOf(input.value.trim()));
      run();
    }, WAIT);
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
  if (!input.value) input.focus();
})();
