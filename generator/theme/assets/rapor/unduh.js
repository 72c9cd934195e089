/* The rows of a table in view, taken out of the ready file: rapor.js loads this when somebody asks
   for them. Nothing is written anew: each row has the bytes that it has in the file. */
(function () {
  "use strict";

  /* The records of a CSV file as they stand there; a line break in quotes is part of one. */
  function records(text) {
    var found = [], start = 0, quoted = false;
    for (var at = 0; at < text.length; at++) {
      if (text[at] === '"') quoted = !quoted;
      else if (text[at] === "\n" && !quoted) { found.push(text.slice(start, at + 1)); start = at + 1; }
    }
    if (start < text.length) found.push(text.slice(start));
    return found;
  }

  function cells(record) {
    var found = [], pattern = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g, match;
    while ((match = pattern.exec(record))) {
      found.push(match[1] === undefined ? match[2] : match[1].replace(/""/g, '"'));
      if (match[3] !== ",") break;
    }
    return found;
  }

  /* The ids of the bodies whose rows are in view, in their order. */
  function inView(selector) {
    var rows = document.querySelectorAll(selector + " tbody tr:not([hidden])");
    return Array.prototype.map.call(rows, function (row) {
      var link = row.querySelector("th a");
      return link && link.pathname.replace(/index\.html$/, "").split("/").filter(Boolean).pop();
    });
  }

  function taken(text, link) {
    var lines = records(text.replace(/^\ufeff/, "")), heads = cells(lines[0]);
    var where = new URLSearchParams(link.getAttribute("data-where") || "");
    var rows = lines.slice(1).map(function (line) { return {line: line, cells: cells(line)}; });
    where.forEach(function (value, name) {
      var at = heads.indexOf(name);
      rows = rows.filter(function (row) { return row.cells[at] === value; });
    });
    var selector = link.getAttribute("data-rows");
    if (selector) {
      var at = heads.indexOf("region"), by = {};
      rows.forEach(function (row) { by[row.cells[at]] = row; });
      rows = inView(selector).map(function (id) { return by[id]; }).filter(Boolean);
    }
    return "\ufeff" + lines[0] + rows.map(function (row) { return row.line; }).join("");
  }

  function give(text, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], {type: "text/csv;charset=utf-8"}));
    link.download = name + ".csv";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  window.rkTake = function (link) {
    fetch(link.href).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(function (text) {
      give(taken(text, link), link.getAttribute("data-name"));
    }).catch(function () { location.assign(link.href); });
  };
})();
