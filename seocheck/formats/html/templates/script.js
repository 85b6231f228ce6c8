(function () {
  "use strict";
  var table = document.getElementById("articles");
  if (!table) return;
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var words = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var filter = document.getElementById("filter");
  var grade = document.getElementById("grade");
  var shown = document.getElementById("shown");
  document.querySelector(".controls").hidden = false;

  function narrow() {
    var asked = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, at) {
      var fits = (!grade.value || row.dataset.g === grade.value) &&
        asked.every(function (word) { return words[at].indexOf(word) >= 0; });
      row.hidden = !fits;
      count += fits;
    });
    shown.textContent = count === rows.length ? "" : count + " of " + rows.length + " shown";
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
    var order = rows.map(function (row, at) { return [value(row, head.cellIndex, kind), at]; });
    order.sort(function (a, b) {
      if (a[0] < b[0]) return up ? -1 : 1;
      if (a[0] > b[0]) return up ? 1 : -1;
      return a[1] - b[1];
    });
    var piece = document.createDocumentFragment();
    order.forEach(function (entry) { piece.appendChild(rows[entry[1]]); });
    body.appendChild(piece);
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
  narrow();
})();
