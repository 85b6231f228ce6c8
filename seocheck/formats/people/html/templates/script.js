(function () {
  "use strict";
  var table = document.getElementById("articles");
  if (!table) return;
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  rows.forEach(function (row, at) { row.at = at; });
  var order = rows.slice();
  var limit = rows.length > 1000 ? 500 : rows.length;  // thousands of rows take a second to lay out
  var words = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var filter = document.getElementById("filter");
  var grade = document.getElementById("grade");
  var shown = document.getElementById("shown");
  var more = document.getElementById("more");
  document.querySelector(".controls").hidden = false;

  function narrow() {
    var asked = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    var piece = document.createDocumentFragment();
    order.forEach(function (row) {
      var fits = (!grade.value || row.dataset.g === grade.value) &&
        asked.every(function (word) { return words[row.at].indexOf(word) >= 0; });
      count += fits;
      if (fits && count <= limit) piece.appendChild(row);
    });
    body.textContent = "";
    body.appendChild(piece);
    more.hidden = count <= limit;
    shown.textContent = count > limit ? "the first " + limit + " of " + count + " shown"
      : count === rows.length ? "" : count + " of " + rows.length + " shown";
  }

  function value(row, column, kind) {
    var cell = row.cells[column];
    if (kind === "text") return cell.textContent.toLowerCase();
    return Number(cell.dataset.v || cell.textContent || 0);
  }

  function sort(head, kind) {
    var now = head.getAttribute("aria-sort");
    var up = now ? now === "descending" : head.dataset.first !== "down";
    Array.prototype.forEach.call(head.parentNode.cells, function (cell) { cell.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    var keys = rows.map(function (row) { return value(row, head.cellIndex, kind); });
    order.sort(function (a, b) {
      if (keys[a.at] < keys[b.at]) return up ? -1 : 1;
      if (keys[a.at] > keys[b.at]) return up ? 1 : -1;
      return a.at - b.at;
    });
    narrow();
  }

  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head) {
    var kind = head.dataset.sort;
    if (!kind) return;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () { sort(head, kind); });
  });
  filter.addEventListener("input", narrow);
  grade.addEventListener("change", narrow);

  function showAll() {
    limit = rows.length;
    narrow();
  }

  more.addEventListener("click", showAll);
  window.addEventListener("beforeprint", showAll);
  narrow();
})();
