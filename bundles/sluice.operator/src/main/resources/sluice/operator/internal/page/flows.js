// Asks for the live part once a second and replaces the sections that changed.
"use strict";
(() => {
  const page = document.querySelector(".sluice[data-source]");
  const live = document.getElementById("sluice-live");
  const button = document.getElementById("sluice-pause");
  const age = document.getElementById("sluice-age");
  // by hand: a relative address would inherit a name and password that somebody typed into the address bar, which fetch refuses
  const source = new URL(page.dataset.source, location.origin);
  let paused = false;

  button.addEventListener("click", () => {
    paused = !paused;
    button.textContent = paused ? "Resume" : "Pause";
    page.classList.toggle("paused", paused);
  });

  const ids = (parts) => parts.map((part) => part.id).join();

  const show = (text) => {
    const fresh = [...new DOMParser().parseFromString(text, "text/html").body.children];
    if (!fresh.some((part) => part.id === "sluice-status")) {
      location.reload(); // signed out: the server asks who is there
      return;
    }
    const shown = [...live.children];
    if (ids(shown) !== ids(fresh)) {
      live.innerHTML = text; // a part of the platform came or went
    } else {
      // only what is new, so that a selection and a screen reader stay where they are
      shown.forEach((part, i) => {
        if (part.innerHTML !== fresh[i].innerHTML) part.innerHTML = fresh[i].innerHTML;
      });
    }
    page.classList.remove("stale");
    age.textContent = "as of " + new Date().toLocaleTimeString();
  };

  const refresh = async () => {
    try {
      if (!paused && !document.hidden) {
        const answer = await fetch(source, { cache: "no-store", signal: AbortSignal.timeout(5000) });
        if (!answer.ok) throw new Error("status " + answer.status);
        show(await answer.text());
      }
    } catch {
      page.classList.add("stale");
      age.textContent = "the platform does not answer; the figures are old";
    }
    setTimeout(refresh, 1000);
  };
  refresh();
})();
