// The preview of an author: fresh as soon as the file is saved, and as soon as an answer is chosen.
// Everything works without this file, by reloading and by the button.
"use strict";

const form = () => document.querySelector("form[data-live]");

// Show the page as it is now; what was filled in is sent along, and stays while there are faults.
let turn = 0;
let kept = null;
const refresh = async () => {
  const own = (turn += 1);
  if (form()) kept = new URLSearchParams(new FormData(form()));
  const answer = await fetch(location.href, kept ? { method: "POST", body: kept } : {});
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (own !== turn) return;
  const focused = document.activeElement && document.activeElement.id;
  document.querySelector("main").replaceWith(fresh.querySelector("main"));
  document.querySelector("header.page").replaceWith(fresh.querySelector("header.page"));
  document.body.dataset.seen = fresh.body.dataset.seen || "";
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
};

document.addEventListener("change", (event) => {
  if (event.target.closest("form[data-live]")) refresh();
});

// Ask to be told when the file is another; the answer comes when it is, or after a while.
const listen = async () => {
  for (;;) {
    const { changes, seen } = document.body.dataset;
    if (!changes) return;
    try {
      const answer = await fetch(`${changes}?gezien=${encodeURIComponent(seen)}`);
      if (answer.ok && (await answer.text()) !== seen) await refresh();
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
    }
  }
};
listen();
