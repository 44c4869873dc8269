// The table of articles: filtered and sorted as a list of row numbers, drawn a hundred at a time.

const table = {
  data: null,
  base: [], // All rows in the order that breaks ties: lowest score first, those without one last.
  sorted: [], // All rows in the order shown.
  kept: [], // Those of them that the filters leave.
  column: "errors",
  descending: true,
  first: 0,
  basis: null, // What `counts` were made by.
  counts: null,
  folded: null,
  ranks: {},
};

function startTable(data) {
  table.data = data;
  const score = data.score.map((value) => (value < 0 ? 101 : value));
  table.base = Array.from(score.keys()).sort((a, b) => score[a] - score[b]);
  offer(byId("outlet"), data.outlets.map((name, number) => [number, name]));
  offer(byId("family"), data.families.map(([code, name], number) => [number, `${name} (${code})`]));
  for (const id of ["search", "shared"]) byId(id).addEventListener("input", () => sift());
  for (const id of ["outlet", "family", "severity", "quotations"]) {
    byId(id).addEventListener("change", () => sift());
  }
  byId("reset").addEventListener("click", reset);
  byId("before").addEventListener("click", () => turn(-ROWS_AT_A_TIME));
  byId("after").addEventListener("click", () => turn(ROWS_AT_A_TIME));
  for (const button of document.querySelectorAll("#articles th button")) {
    button.addEventListener("click", () => sortBy(button.closest("th")));
  }
  sift();
  // So that the first search and the first sort are as quick as those after.
  setTimeout(searched, 200);
  for (const column of ["title", "date", "outlet"]) setTimeout(() => sortKeys(column), 300);
}

function offer(select, choices) {
  const options = document.createDocumentFragment();
  for (const [value, label] of choices) {
    const option = element("option", "", label);
    option.value = value;
    options.append(option);
  }
  select.append(options);
}

function filters() {
  const number = (id) => (byId(id).value === "" ? -1 : Number(byId(id).value));
  return {
    terms: fold(byId("search").value).split(/\s+/).filter(Boolean),
    outlet: number("outlet"),
    family: number("family"),
    severity: number("severity"),
    shared: number("shared"),
    quotations: !byId("quotations").checked,
  };
}

function reset() {
  for (const id of ["search", "outlet", "family", "severity", "shared"]) byId(id).value = "";
  byId("quotations").checked = false;
  sift();
  byId("search").focus();
}

// Draws the table anew after a filter changed, and what else heeds the filters.
function sift() {
  const wanted = filters();
  const basis = `${wanted.family} ${wanted.quotations}`;
  if (basis !== table.basis) {
    table.basis = basis;
    table.counts = counted(wanted.family, wanted.quotations);
    order();
  }
  keep(wanted);
  siftPages();
}

function keep(wanted) {
  table.kept = table.sorted.filter((row) => passes(row, wanted));
  table.first = 0;
  draw();
}

function counted(family, quotations) {
  const { found } = table.data;
  const counts = [0, 1, 2].map(() => new Int32Array(found.length));
  for (let row = 0; row < found.length; row += 1) {
    const codes = found[row];
    for (let i = 0; i < codes.length; i += 2) {
      const code = codes[i];
      if (code % 2 && !quotations) continue;
      if (family >= 0 && Math.floor(code / 6) !== family) continue;
      counts[(code >> 1) % 3][row] += codes[i + 1];
    }
  }
  return counts;
}

function passes(row, wanted) {
  const { outlet } = table.data;
  const [errors, warnings, infos] = table.counts;
  if (wanted.outlet >= 0 && outlet[row] !== wanted.outlet) return false;
  if (wanted.severity >= 0) {
    if (!table.counts[wanted.severity][row]) return false;
  } else if (wanted.family >= 0 && !(errors[row] + warnings[row] + infos[row])) return false;
  if (wanted.shared > 0 && sharedWords(wanted.quotations)[row] < wanted.shared) return false;
  if (!wanted.terms.length) return true;
  const text = searched()[row];
  return wanted.terms.every((term) => text.includes(term));
}

function sharedWords(quotations) {
  return quotations ? table.data.shared : table.data.sharedProse;
}

function fold(text) {
  const lower = text.toLowerCase();
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
}

function searched() {
  const { title, place, outlet, outlets, date } = table.data;
  table.folded ??= title.map((text, row) =>
    fold(`${text} ${place[row]} ${outlets[outlet[row]] ?? ""} ${date[row]}`));
  return table.folded;
}

// Sorts numbers that hold both the key and the place in `base`: ten times as quick as a sort
// with a function. Rows without a value come last whichever way is sorted.
function order() {
  const keys = sortKeys(table.column);
  const rows = table.base.length;
  let most = 0;
  for (const key of keys) most = Math.max(most, key);
  const both = Float64Array.from(table.base, (row, place) => {
    const key = keys[row];
    return (key < 0 ? most + 1 : table.descending ? most - key : key) * rows + place;
  });
  table.sorted = Array.from(both.sort(), (number) => table.base[number % rows]);
}

function sortKeys(column) {
  const { data, counts } = table;
  const severity = ["errors", "warnings", "infos"].indexOf(column);
  if (severity >= 0) return counts[severity];
  if (column === "shared") return sharedWords(!byId("quotations").checked);
  if (column === "score" || column === "words") return data[column];
  table.ranks[column] ??= column === "outlet"
    ? outletRanks(data)
    : ranked(data[column]);
  return table.ranks[column];
}

function outletRanks(data) {
  const ranks = ranked(data.outlets);
  return data.outlet.map((outlet) => (outlet < 0 ? -1 : ranks[outlet]));
}

function ranked(texts) {
  const folded = texts.map(fold);
  const sorted = Array.from(texts.keys()).sort((a, b) =>
    folded[a] < folded[b] ? -1 : Number(folded[a] > folded[b]));
  const ranks = new Int32Array(texts.length);
  sorted.forEach((row, place) => {
    const before = sorted[place - 1];
    const same = place > 0 && folded[before] === folded[row];
    ranks[row] = folded[row] === "" ? -1 : same ? ranks[before] : place;
  });
  return ranks;
}

function sortBy(heading) {
  const { column } = heading.dataset;
  const texts = ["title", "outlet", "date", "score"];
  table.descending = column === table.column ? !table.descending : !texts.includes(column);
  table.column = column;
  for (const other of document.querySelectorAll("#articles th")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", table.descending ? "descending" : "ascending");
  order();
  keep(filters());
}

function turn(rows) {
  table.first += rows;
  draw();
  byId("articles-title").scrollIntoView({ behavior: "instant" });
}

function draw() {
  const { kept, first } = table;
  const rows = kept.slice(first, first + ROWS_AT_A_TIME);
  byId("rows").replaceChildren(...rows.map(drawnRow));
  const [all, left] = [table.data.title.length, kept.length].map((n) => n.toLocaleString("en"));
  const noun = table.data.title.length === 1 ? "article" : "articles";
  byId("shown").textContent = left === all ? `${all} ${noun}` : `${left} of ${all} ${noun}`;
  byId("turn").hidden = kept.length <= ROWS_AT_A_TIME;
  byId("where").textContent = `${(first + 1).toLocaleString("en")} to ${(
    first + rows.length
  ).toLocaleString("en")} of ${left}`;
  byId("before").disabled = first === 0;
  byId("after").disabled = first + ROWS_AT_A_TIME >= kept.length;
}

function drawnRow(row) {
  const { data, counts } = table;
  const made = element("tr");
  made.append(
    scoreCell(data.score[row], data.grade[row]),
    titleCell(row),
    isolated("outlet", data.outlets[data.outlet[row]] ?? ""),
    isolated("date", data.date[row].slice(0, 10)),
    numberCell(data.words[row]),
    ...counts.map((column) => numberCell(column[row])),
    numberCell(sharedWords(!byId("quotations").checked)[row]),
  );
  return made;
}

function scoreCell(score, grade) {
  const cell = element("td", "number score");
  if (score < 0) cell.append(element("span", "muted", "none"));
  else cell.append(element("b", "", score), ` ${grade}`);
  return cell;
}

function titleCell(row) {
  const { title, place, pages } = table.data;
  const cell = element("th", "title");
  cell.scope = "row";
  const name = element("bdi", "", title[row]);
  if (pages[row] === null) cell.append(name);
  else {
    const link = element("a");
    link.href = `#a${row + 1}`;
    link.append(name);
    cell.append(link);
  }
  if (place[row]) cell.append(element("bdi", "id", place[row]));
  return cell;
}

function isolated(className, text) {
  const cell = element("td", className);
  cell.append(element("bdi", "", text));
  return cell;
}

function numberCell(value) {
  const cell = element("td", "number");
  cell.append(value ? value.toLocaleString("en") : element("span", "zero", "0"));
  return cell;
}
