"use strict";
// Data and pages that stand in the document as inert blocks. What comes out of a block was
// escaped when the report was written; nothing else ever becomes markup.

const ROWS_AT_A_TIME = 100;

async function unpacked(block) {
  if (block.type === "application/json") return block.textContent;
  const text = atob(block.textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(plain).text();
}

// The group of pages that was unpacked last: the next page is often in it.
const opened = { group: -1, content: null };

async function unpackedPage(group, anchor) {
  if (opened.group !== group) {
    const template = document.createElement("template");
    template.innerHTML = await unpacked(document.getElementById(`group-${group}`));
    opened.content = template.content;
    opened.group = group;
  }
  return opened.content.getElementById(anchor).cloneNode(true);
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function byId(id) {
  return document.getElementById(id);
}
