"use strict";
// Only a convenience: everything is on the page without it.
const form = document.querySelector(".filter");
const rows = Array.from(document.querySelectorAll(".filtered"));
if (form && rows.length > 5) {
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  const show = () => {
    const wanted = input.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const hit = row.textContent.toLowerCase().includes(wanted);
      row.hidden = !hit;
      count += hit ? 1 : 0;
    }
    output.textContent = wanted ? count + " of " + rows.length : "";
  };
  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  input.addEventListener("input", show);
  if (location.hash.startsWith("#q=")) {
    input.value = decodeURIComponent(location.hash.slice(3));
    show();
  }
}
