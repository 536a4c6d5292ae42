// Asks for the live part once a second and replaces the sections that changed.
"use strict";
(() => {
  const page = document.getElementById("sluice-flows");
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

  const show = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const parts = [...fresh.querySelectorAll("[id^=sluice-]")];
    const isSamePage = parts.every((part) => document.getElementById(part.id));
    if (parts.length === 0 || !isSamePage) {
      location.reload(); // signed out, or a part of the platform came: the server draws the page anew
      return;
    }
    for (const part of parts) {
      const old = document.getElementById(part.id);
      if (old.innerHTML !== part.innerHTML) old.innerHTML = part.innerHTML;
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
