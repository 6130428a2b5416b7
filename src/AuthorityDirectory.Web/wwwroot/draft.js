// Keeps what is typed into the form of a State's desk: on the server as a draft, and in this browser while the server does not answer.
// Without it everything works: the form is kept when its button is pressed.
(() => {
  "use strict";
  const begins = "draft:";
  const kept = document.querySelector("[data-kept]");
  if (kept) {
    forgetAll(kept.dataset.kept);
    return;
  }

  const form = document.getElementById("entry");
  const status = document.getElementById("saved");
  const texts = form.dataset;
  const pause = 800;
  const retry = 10000;
  let place = begins + location.pathname + location.search;
  let timer = 0;
  let last = written();
  let sending = null;
  let closed = false;

  function written() {
    const data = new FormData(form);
    ["__RequestVerificationToken", "tag", "draft"].forEach(name => data.delete(name));
    return JSON.stringify([...data]);
  }

  function remember() {
    try { localStorage.setItem(place, JSON.stringify({ draft: form.elements.draft.value, text: written() })); } catch { /* a browser without storage keeps nothing */ }
  }

  function forget() {
    try { localStorage.removeItem(place); } catch { /* as above */ }
  }

  function recall() {
    try { return JSON.parse(localStorage.getItem(place))?.text; } catch { return null; }
  }

  // A draft that arrived at the server needs no copy here.
  function forgetAll(draft) {
    try {
      for (const key of Object.keys(localStorage).filter(name => name.startsWith(begins))) {
        if (JSON.parse(localStorage.getItem(key)).draft === draft) localStorage.removeItem(key);
      }
    } catch { /* as above */ }
  }

  function say(text) {
    status.textContent = text;
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function save() {
    const now = written();
    if (sending || closed || now === last) return;
    say(texts.saving);
    sending = send(now);
    await sending;
    sending = null;
    if (!closed && now === last && written() !== last) later(pause);
  }

  async function send(now) {
    try {
      const answer = await fetch("?handler=Save", { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
      await take(answer, now);
    } catch {
      remember();
      say(texts.offline);
      later(retry);
    }
  }

  async function take(answer, now) {
    if (answer.ok) {
      const kept = await answer.json();
      form.elements.tag.value = kept.tag;
      forget();
      last = now;
      history.replaceState(null, "", kept.address);
      place = begins + location.pathname + location.search;
      say(texts.saved);
      return;
    }
    remember();
    if (answer.status === 401) say(texts.signedOut);
    else if (answer.status === 409) say(texts.overwritten);
    else say(texts.offline);
    if (answer.status !== 409) later(retry);
    else closed = true;
  }

  function restore(pairs) {
    for (const field of form.elements) {
      if (!field.name || ["hidden", "submit", "button"].includes(field.type)) continue;
      const values = pairs.filter(pair => pair[0] === field.name).map(pair => pair[1]);
      if (field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length > 0) field.value = values[values.length - 1];
    }
  }

  function offer(held) {
    const box = document.createElement("div");
    box.className = "alert";
    box.id = "found";
    box.append(texts.found, " ");
    box.append(button(texts.restore, () => { restore(JSON.parse(held)); box.remove(); later(0); }));
    box.append(" ", button(texts.forget, () => { forget(); box.remove(); }));
    form.prepend(box);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  const held = recall();
  if (held && held !== last) offer(held);
  form.addEventListener("input", () => later(pause));
  form.addEventListener("submit", async event => {
    clearTimeout(timer);
    if (sending) {
      event.preventDefault();
      const by = event.submitter;
      await sending;
      form.requestSubmit(by);
      return;
    }
    closed = true;
    remember();
  });
  window.addEventListener("pageshow", () => { closed = false; });
})();
