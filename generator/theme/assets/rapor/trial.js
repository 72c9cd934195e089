/* What full points in some questions would give: sums of whole numbers, however long these are.
   rapor.js brings this file where a page has such questions. */
(function () {
  "use strict";
  function each(list, act) { Array.prototype.forEach.call(list, act); }
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
})();
