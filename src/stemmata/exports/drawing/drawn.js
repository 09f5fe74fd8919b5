"use strict";
// Filters items and moves the map. All it shows is in the page already; without it the page is a list to read.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const items = all(".item").map((element) => ({ element, told: element.dataset }));
  const form = document.querySelector(".filters");
  const found = document.querySelector(".found");
  const svg = document.querySelector("svg.map");
  const groups = all(".group");
  let place = null; // the one that was clicked on the map

  // ------------------------------------------------------------------------------------------ choosing

  const ticked = (facet) => new Set(all(`[data-facet="${facet}"] input:checked`, form).map((box) => box.value));

  function wanted() {
    const facets = all("[data-facet]", form).map((one) => [one.dataset.facet, ticked(one.dataset.facet)]);
    const words = form.elements.where.value.trim().toLocaleLowerCase();
    const from = form.elements.from.value, to = form.elements.to.value;
    const undated = form.elements.undated.checked;
    return ({ told }) => {
      if (facets.some(([name, values]) => !values.has(told[name]))) return false;
      if (words && !(told.where || "").toLocaleLowerCase().includes(words)) return false;
      if (place !== null && told.place !== place) return false;
      if (!told.from && !told.to) return undated;
      return !(from && told.to && told.to < from) && !(to && told.from && told.from > to);
    };
  }

  function choose() {
    const fits = wanted();
    const counts = new Map();
    let shown = 0;
    for (const item of items) {
      const fit = fits(item);
      item.element.hidden = !fit;
      if (!fit) continue;
      shown += 1;
      if (item.told.place) counts.set(item.told.place, (counts.get(item.told.place) || 0) + 1);
    }
    for (const group of groups) group.hidden = !group.querySelector(".item:not([hidden])");
    found.hidden = false;
    found.textContent = shown === items.length ? `All ${shown.toLocaleString("en")} are shown.`
      : `${shown.toLocaleString("en")} of ${items.length.toLocaleString("en")} are shown.`;
    if (place !== null) found.append(" Only one place. ", button("All places", () => { place = null; choose(); }));
    if (svg) dots(counts);
    bars(fits);
  }

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  let waiting = 0;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(choose, 120);
  }

  // ------------------------------------------------------------------------------------------ drawings

  function dots(counts) {
    const most = Math.max(1, ...counts.values());
    for (const dot of all(".dots a", svg)) {
      const count = counts.get(dot.dataset.place) || 0;
      dot.toggleAttribute("hidden", !count);
      dot.classList.toggle("chosen", dot.dataset.place === place);
      if (!count) continue;
      const across = most > 1 ? 6 + 24 * Math.sqrt(count / most) : 8;
      dot.querySelector(".edge").setAttribute("stroke-width", across + 2.5);
      dot.querySelector(".dot").setAttribute("stroke-width", across);
    }
    for (const mark of all(".radii ellipse, .names text", svg)) mark.toggleAttribute("hidden", !counts.get(mark.dataset.place));
  }

  const timeline = document.querySelector("svg.timeline");
  const kinds = new Map(all("[data-kind]").map((one) => [one.value, one.dataset.kind]));

  function number(day) {
    const [year, month] = day.split("-").map(Number);
    if (timeline.dataset.step === "day") return Date.parse(day) / 86400000;
    return timeline.dataset.step === "month" ? year * 12 + month - 1 : year;
  }

  function counted(fits) {
    const zero = number(timeline.dataset.first), last = Number(timeline.dataset.bars) - 1;
    const sure = new Map(), maybe = new Map();
    for (const item of items) {
      const { from, to } = item.told;
      if (!from || !to || !fits(item)) continue;
      const [start, end] = [number(from) - zero, number(to) - zero];
      if (end < 0 || start > last) continue;
      if (start !== end) for (let at = Math.max(0, start); at <= Math.min(last, end); at += 1) maybe.set(at, (maybe.get(at) || 0) + 1);
      else {
        if (!sure.has(start)) sure.set(start, new Map());
        const kind = kinds.get(item.told[timeline.dataset.by]);
        sure.get(start).set(kind, (sure.get(start).get(kind) || 0) + 1);
      }
    }
    return { sure, maybe, last };
  }

  function bars(fits) {
    if (!timeline) return;
    const { sure, maybe, last } = counted(fits);
    const total = (bar) => [...(bar || new Map()).values()].reduce((sum, count) => sum + count, 0);
    const up = Number(timeline.dataset.up), down = Number(timeline.dataset.down), axis = Number(timeline.dataset.axis);
    const most = Math.max(1, ...[...sure.values()].map(total)), deepest = Math.max(1, ...maybe.values());
    const wide = 1000 / (last + 1), gap = Math.min(2, wide * 0.15);
    const drawn = [];
    for (let at = 0; at <= last; at += 1) {
      let y = up;
      const rect = (name, top, high) => drawn.push(svgOf("rect", { class: name, x: at * wide, y: top, width: wide - gap, height: high }));
      for (const kind of timeline.dataset.kinds.split(" ")) {
        const high = (up * 0.92 * ((sure.get(at) || new Map()).get(kind) || 0)) / most;
        if (high) rect(kind, (y -= high), high);
      }
      if (maybe.get(at)) rect("maybe", up + axis, (down * maybe.get(at)) / deepest);
    }
    timeline.querySelector(".bars").replaceChildren(...drawn);
    const top = timeline.querySelector(".grid text");
    if (top) top.textContent = sure.size ? most.toLocaleString("en") : "";
  }

  function svgOf(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  // ------------------------------------------------------------------------------------------ the map

  function movable() {
    const first = svg.viewBox.baseVal;
    const home = { x: first.x, y: first.y, w: first.width, h: first.height };
    const [wx, wy, ww, wh] = svg.dataset.whole.split(" ").map(Number);
    let view = { ...home };

    function show(next) {
      const w = Math.min(Math.max(next.w, home.w / 60), Math.max(ww, (wh * home.w) / home.h));
      const h = (w * home.h) / home.w;
      const keep = (at, size, low, room) => size >= room ? low + (room - size) / 2 : Math.min(Math.max(at, low), low + room - size);
      view = { x: keep(next.x, w, wx, ww), y: keep(next.y, h, wy, wh), w, h };
      svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
      const unit = view.w / (svg.clientWidth || 900); // of the drawing, to a pixel
      const zoom = 1 / unit; // names have room by pixels
      for (const name of all(".names text", svg)) {
        const told = name.dataset;
        name.classList.toggle("later", Number(told.zoom) > zoom * 1.05);
        name.setAttribute("x", Number(told.x) + told.beside * unit);
        name.setAttribute("font-size", 12 * unit);
      }
      for (const name of all(".countries text", svg)) name.setAttribute("font-size", 13 * unit);
      scale(unit);
    }

    function scale(unit) {
      const rounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
      const fits = rounds.filter((km) => km * svg.dataset.km <= view.w / 5);
      const km = fits.length ? fits[fits.length - 1] : rounds[0];
      const x = view.x + 16 * unit, y = view.y + view.h - 14 * unit;
      const [line, words] = [svg.querySelector(".scale path"), svg.querySelector(".scale text")];
      line.setAttribute("d", `M${x},${y}h${km * svg.dataset.km}`);
      words.setAttribute("x", x);
      words.setAttribute("y", y - 6 * unit);
      words.setAttribute("font-size", 12 * unit);
      words.textContent = `${km.toLocaleString("en")} km`;
    }

    function zoom(by, x = view.x + view.w / 2, y = view.y + view.h / 2) {
      const w = view.w / by, h = view.h / by;
      show({ x: x - (x - view.x) / by, y: y - (y - view.y) / by, w, h });
    }

    function point(event) {
      const box = svg.getBoundingClientRect();
      return [view.x + ((event.clientX - box.left) / box.width) * view.w, view.y + ((event.clientY - box.top) / box.height) * view.h];
    }

    let held = null, moved = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" || event.button) return;
      held = { id: event.pointerId, x: event.clientX, y: event.clientY, view };
      moved = false;
    });
    svg.addEventListener("pointermove", (event) => {
      if (!held || event.pointerId !== held.id) return;
      const unit = held.view.w / svg.clientWidth;
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      if (!moved && Math.hypot(dx, dy) < 4) return;
      if (!moved) svg.setPointerCapture(held.id);
      moved = true;
      svg.classList.add("moving");
      show({ ...held.view, x: held.view.x - dx * unit, y: held.view.y - dy * unit });
    });
    for (const end of ["pointerup", "pointercancel"]) {
      svg.addEventListener(end, () => { held = null; svg.classList.remove("moving"); });
    }
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return; // the page scrolls
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.25 : 0.8, ...point(event));
    }, { passive: false });
    svg.addEventListener("dblclick", (event) => { event.preventDefault(); zoom(2, ...point(event)); });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("click", (event) => {
      const dot = event.target.closest(".dots a");
      if (!dot) return;
      event.preventDefault();
      if (moved) return;
      place = place === dot.dataset.place ? null : dot.dataset.place;
      choose();
      if (place !== null) found.scrollIntoView();
    }, true);
    svg.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (event.target !== svg) return;
      if (step) show({ ...view, x: view.x + step[0] * view.w * 0.15, y: view.y + step[1] * view.h * 0.15 });
      else if (event.key === "+" || event.key === "=") zoom(1.5);
      else if (event.key === "-") zoom(1 / 1.5);
      else if (event.key === "0") show(home);
      else return;
      event.preventDefault();
    });

    const controls = document.createElement("div");
    controls.className = "controls";
    for (const [words, told, act] of [
      ["+", "Zoom in", () => zoom(1.6)],
      ["−", "Zoom out", () => zoom(1 / 1.6)],
      ["⌂", "First view", () => show(home)],
    ]) {
      const made = button(words, act);
      made.title = told;
      made.setAttribute("aria-label", told);
      controls.append(made);
    }
    svg.parentElement.append(controls);
    new ResizeObserver(() => show(view)).observe(svg);
    show(home);
  }

  // ------------------------------------------------------------------------------------------ start

  if (svg) movable();
  if (form && items.length) {
    form.hidden = false;
    for (const fieldset of all("fieldset", form)) {
      const boxes = all("input", fieldset);
      fieldset.querySelector("legend").append(button("all or none", () => {
        const tick = !boxes.every((box) => box.checked);
        for (const box of boxes) box.checked = tick;
        choose();
      }));
    }
    form.addEventListener("input", later);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => { place = null; setTimeout(choose); });
    choose();
  }
  addEventListener("beforeprint", () => { for (const one of all("details.evidence")) one.open = true; });
})();
