"use strict";
// Only a convenience: everything is on the page without it.
const form = document.querySelector(".filter");
const rows = Array.from(document.querySelectorAll(".filtered"));
if (form && rows.length > 5) {
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  const link = form.querySelector(".state");
  const texts = rows.map(row => row.textContent.toLowerCase());
  const blocks = Array.from(document.querySelectorAll(".block"));
  const show = () => {
    const wanted = input.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, at) => {
      const hit = texts[at].includes(wanted);
      if (row.hidden === hit) row.hidden = !hit;
      count += hit ? 1 : 0;
    });
    for (const block of blocks) block.hidden = !block.querySelector(".filtered:not([hidden])");
    output.textContent = wanted ? count + " of " + rows.length : "";
    link.href = wanted ? "#q=" + encodeURIComponent(wanted) : "#findings";
  };
  const follow = () => {
    if (location.hash.startsWith("#q=")) {
      input.value = decodeURIComponent(location.hash.slice(3));
      show();
      form.scrollIntoView();
    }
  };
  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  input.addEventListener("input", show);
  addEventListener("hashchange", follow);
  follow();
}
// The id of a finding, as a ticket has it, is enough for an address.
const jump = () => {
  const short = /^#(F-[0-9a-f]{12})$/.exec(location.hash);
  if (short) location.hash = "#finding-" + short[1];
};
addEventListener("hashchange", jump);
jump();
if (navigator.clipboard) {
  for (const code of document.querySelectorAll("code.copy")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", () => navigator.clipboard.writeText(code.textContent).then(
      () => { button.textContent = "Copied"; },
      () => { button.textContent = "Not copied"; }));
    code.after(button);
  }
}
