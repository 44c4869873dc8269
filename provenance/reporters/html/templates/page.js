// The page: one view at a time by the address's anchor, keys, colours and printing.

document.documentElement.classList.add("scripted");
const TITLE = "News text check";
const scrolled = new Map(); // How far each view was scrolled when it was left.
let current = null;
let routes = 0;

const loaded = new Promise((resolve) => {
  document.addEventListener("DOMContentLoaded", resolve);
});

loaded.then(async () => {
  history.scrollRestoration = "manual";
  startColours();
  startPrinting();
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", () => route(true));
  window.addEventListener("scroll", () => {
    if (current) scrolled.set(current.id, window.scrollY);
  }, { passive: true });
  const data = unpacked(byId("data")).then(JSON.parse);
  // The first view needs no data unless it is a page that waits in a block.
  if (!/^#[ap]\d/.test(location.hash)) route(false);
  try {
    startTable(await data);
  } catch (error) {
    byId("shown").textContent =
      `The whole table needs a browser that knows DecompressionStream, of 2023 or later (${error}).`;
  }
  route(false);
});

async function route(moved) {
  const anchor = location.hash.slice(1) || "overview";
  if (anchor === "main") return;
  const turn = (routes += 1);
  const view = await viewOf(anchor);
  if (turn !== routes) return;
  const target = byId(anchor);
  if (view !== current) show(view);
  if (target && target !== view) focusOn(target);
  else if (moved || view.parentElement.id === "pages") focusOn(view.querySelector("h2, h3"), true);
}

// The view that an anchor stands in, unpacked when need be.
async function viewOf(anchor) {
  const page = /^[ap]\d+/.exec(anchor)?.[0];
  if (page && !byId(page)) {
    const group = table.data && groupOf(page);
    if (group === null || group === undefined || group < 0) return absent(page);
    const unpackedView = await unpackedPage(group, page);
    byId("pages").replaceChildren(unpackedView);
  }
  const place = byId(anchor) ?? (page && byId(page));
  return place?.closest("main > section, #pages > *") ?? byId("overview");
}

function groupOf(page) {
  const number = Number(page.slice(1));
  return page[0] === "a" ? table.data.pages[number - 1] : table.data.pairs[page];
}

function absent(page) {
  const title = page[0] === "a" && table.data?.title[Number(page.slice(1)) - 1];
  byId("absent-why").textContent = title
    ? `“${title}” is in the table of articles, but its page was left out to keep the file small.`
    : "Nothing in this report has that address.";
  byId("absent").hidden = false;
  return byId("absent");
}

function show(view) {
  current?.classList.remove("current");
  const before = scrolled.get(view.id) ?? 0;
  current = view;
  view.classList.add("current");
  const isPage = view.parentElement.id === "pages";
  for (const link of document.querySelectorAll(".top nav a")) {
    const part = link.hash.slice(1);
    const above = isPage ? { a: "articles", p: "pairs" }[view.id[0]] : view.id;
    if (part === above) link.setAttribute("aria-current", isPage ? "true" : "page");
    else link.removeAttribute("aria-current");
  }
  const heading = view.querySelector("h2, h3");
  document.title = heading ? `${heading.textContent.trim().slice(0, 80)} · ${TITLE}` : TITLE;
  showAlong(view, isPage);
  siftPages();
  window.scrollTo({ top: isPage ? 0 : before, behavior: "instant" });
}

function focusOn(target, still) {
  if (!target) return;
  if (!target.matches("a[href], button, input, select, summary, [tabindex]")) target.tabIndex = -1;
  target.closest("details")?.setAttribute("open", "");
  target.focus({ preventScroll: true });
  if (!still) target.scrollIntoView({ block: "center", behavior: "instant" });
}

// The way from one article to those beside it in the table, as it is filtered and sorted.
function showAlong(view, isPage) {
  const isArticle = isPage && view.id[0] === "a";
  byId("along").hidden = !isArticle;
  if (!isArticle) return;
  for (const [id, step] of [["along-previous", -1], ["along-next", 1]]) {
    const row = beside(view, step);
    byId(id).hidden = row === undefined;
    if (row !== undefined) byId(id).href = `#a${row + 1}`;
  }
}

function beside(view, step) {
  if (!table.data) return undefined;
  const paged = table.kept.filter((row) => table.data.pages[row] !== null);
  const place = paged.indexOf(Number(view.id.slice(1)) - 1);
  return place < 0 ? paged[0] : paged[place + step];
}

// Heeds the filters outside the table too: quotations, and passages of few words.
function siftPages() {
  if (!table.data) return;
  const { quotations, shared } = filters();
  byId("main").classList.toggle("without-quotations", !quotations);
  for (const part of document.querySelectorAll("[data-words]")) {
    part.hidden = Number(part.dataset.words) < shared;
  }
  const told = [];
  if (!quotations) told.push("quotations are left out");
  if (shared > 0) told.push(`shared text is shown from ${shared} words on`);
  for (const note of document.querySelectorAll(".sifted")) {
    note.textContent = told.length ? `As set above the table of articles, ${told.join(", and ")}.` : "";
  }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !byId("keys").checked) return;
  if (event.target.closest("input, select, textarea")) return;
  const actions = {
    "/": () => go("articles").then(() => byId("search").focus()),
    "?": () => byId("keys").closest("details").toggleAttribute("open"),
    j: () => stepFinding(1),
    k: () => stepFinding(-1),
    n: () => stepArticle(1),
    p: () => stepArticle(-1),
    o: () => go("overview"),
    a: () => go("articles"),
    s: () => go("pairs"),
  };
  if (!Object.hasOwn(actions, event.key)) return;
  event.preventDefault();
  actions[event.key]();
}

async function go(anchor) {
  if (location.hash !== `#${anchor}`) {
    history.pushState(null, "", `#${anchor}`);
    await route(true);
  }
}

function stepFinding(step) {
  if (!current) return;
  const shown = [...current.querySelectorAll(".finding")].filter((part) => part.offsetParent);
  const here = shown.indexOf(document.activeElement?.closest(".finding"));
  const next = here < 0 ? (step > 0 ? 0 : shown.length - 1) : here + step;
  focusOn(shown[next]);
}

function stepArticle(step) {
  if (!current || !table.data) return;
  const onArticle = current.parentElement.id === "pages" && current.id[0] === "a";
  const row = onArticle ? beside(current, step) : beside({ id: "a0" }, 0);
  if (row !== undefined) go(`a${row + 1}`);
}

// A page from a disk may have no storage; the choice then holds until the page is left.
function startColours() {
  const root = document.documentElement;
  const button = byId("theme");
  const isDark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  try {
    const kept = localStorage.getItem("provenance-theme");
    if (kept === "dark" || kept === "light") root.dataset.theme = kept;
  } catch { /* no storage */ }
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
    try { localStorage.setItem("provenance-theme", root.dataset.theme); } catch { /* no storage */ }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  name();
}

function startPrinting() {
  const unfolded = new Set();
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("main details:not([open])")) {
      part.open = true;
      unfolded.add(part);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const part of unfolded) part.open = false;
    unfolded.clear();
    document.documentElement.classList.remove("whole");
  });
  byId("print-all").addEventListener("click", () => {
    document.documentElement.classList.add("whole");
    window.print();
  });
}
