// Small comforts; everything works without this file.
"use strict";

// A page with faults opens at their summary.
const faults = document.getElementById("fouten");
if (faults) faults.focus();

// A form that was sent is not sent twice by an impatient finger.
for (const form of document.querySelectorAll("form[method=post]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });
}

// Answers taken over from paper: in a statement, the key that is printed beside a box chooses
// it and goes on to the next. The form tells the keys, in the order of the boxes. Only where the
// focus is, so no key ever works by surprise.
const steps = [...document.querySelectorAll(".statement, form[data-keys] button.button")];
const taking = document.querySelector("form[data-keys]");
taking?.addEventListener("keydown", (event) => {
  const here = event.target.closest("fieldset.statement");
  if (!here || event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
  const place = taking.dataset.keys.indexOf(event.key.toLowerCase());
  const box = here.querySelectorAll("input:not([type=hidden])")[place];
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.click();
  if (box.type === "checkbox") return;
  const next = steps[steps.indexOf(here) + 1];
  const target = next?.querySelector("input:checked, input:not([type=hidden]), textarea") ?? next;
  target?.focus();
});
// One statement on a screen for all: the figures on the keyboard work at once.
const alone = document.querySelector(".together form[data-keys]");
if (alone && !faults) {
  const first = ".statement :is(input, textarea):not([type=hidden])";
  (alone.querySelector(".statement input:checked") ?? alone.querySelector(first))?.focus({ preventScroll: true });
}
for (const hint of document.querySelectorAll("[data-hint]")) hint.hidden = false;

// A report in the making: look by itself whether it is ready.
const waiting = document.querySelector("[data-wait]");
if (waiting) {
  let looks = 0;
  const look = async () => {
    looks += 1;
    try {
      const answer = await fetch(waiting.dataset.wait, { headers: { Accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const reports = fresh.querySelectorAll(".report");
      if (answer.ok && !fresh.querySelector("[data-wait]") && reports.length) {
        document.querySelectorAll(".report").forEach((old, i) => old.replaceWith(reports[i]));
        return;
      }
    } catch { /* no connection: look again later */ }
    if (looks < 40) setTimeout(look, 500 + 250 * looks);
  };
  setTimeout(look, 500);
}

// Links inside the result open what is folded around their target.
const unfold = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
};
window.addEventListener("hashchange", unfold);
unfold();

// A printed page shows what is folded.
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
