// What can be wrong with a page, each as a function that returns a sentence for every fault.
"use strict";

globalThis.inspecting = (() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const short = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 100);
  const repeated = (list) => new Set(list.filter((one, i) => list.indexOf(one) !== i));
  const listed = (element, attribute) => element.getAttribute(attribute).split(/\s+/).filter(Boolean);
  const sticksOut = (inner, outer) =>
    inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;

  // --- structure ---

  function references() {
    const faults = [...repeated(all("[id]").map((e) => e.id))].map((id) => `id ${id} stands twice`);
    for (const attribute of ["aria-describedby", "aria-labelledby", "aria-controls", "for"])
      for (const element of all(`[${attribute}]`)) {
        const ids = listed(element, attribute);
        if (!ids.length) faults.push(`${attribute} is empty: ${short(element)}`);
        for (const id of ids) if (!document.getElementById(id)) faults.push(`${attribute}=${id} leads nowhere`);
      }
    for (const link of all('a[href^="#"]'))
      if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) faults.push(`${link.hash} leads nowhere`);
    return faults;
  }

  function groups() {
    const faults = [];
    const inputs = all("main :is([type=radio], [type=checkbox])");
    for (const name of new Set(inputs.map((input) => input.name))) {
      const found = new Set(inputs.filter((input) => input.name === name).map((input) => input.closest("fieldset")));
      const [group] = found;
      if (found.size !== 1 || !group) faults.push(`${name} is not one group`);
      else if (!group.querySelector(":scope > legend")?.innerText.trim()) faults.push(`${name} has no legend`);
      else if (inputs.some((input) => group.contains(input) && input.name !== name)) faults.push(`${name} shares its group`);
    }
    const told = all("[aria-describedby]").flatMap((element) => listed(element, "aria-describedby"));
    for (const id of repeated(told)) faults.push(`${id} is told twice`);
    for (const field of all("main :is(input:not([type=hidden]), textarea)"))
      if (!field.labels.length) faults.push(`${field.name} has no label`);
    return faults;
  }

  function headings() {
    const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1]));
    const faults = levels.filter((level) => level === 1).length === 1 ? [] : ["there is not one h1"];
    levels.forEach((level, i) => {
      if (i && level > levels[i - 1] + 1) faults.push(`h${levels[i - 1]} is followed by h${level}`);
    });
    return document.title.trim() ? faults : [...faults, "there is no title"];
  }

  // --- sizes ---

  function targets() {
    const faults = [];
    for (const element of all("a, button, summary, input:not([type=hidden]), textarea")) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".hidden, .skip")) continue;
      if (getComputedStyle(element).display === "inline") continue; // a link in a sentence
      const choice = element.matches("[type=radio], [type=checkbox]");
      const { width, height } = (choice ? element.closest("label") : element).getBoundingClientRect();
      const least = choice || element.matches(".button") ? 44 : 24;
      if (width < least || height < least) faults.push(`${Math.round(width)} × ${Math.round(height)}: ${short(element)}`);
    }
    return faults;
  }

  function sideways() {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = all("body *").filter((e) => !e.closest(".scroll, .hidden") && e.getBoundingClientRect().right > room + 1);
    return [`${document.documentElement.scrollWidth} wide`, ...wide.map(short)];
  }

  function cut() {
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!text.data.trim() || !parent.checkVisibility() || parent.closest(".hidden, .skip, svg, textarea")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (let box = parent; box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.display === "inline" || style.display === "contents") continue;
        const drawn = style.borderRightStyle !== "none" && parseFloat(style.borderRightWidth) > 0;
        const hides = style.overflowX !== "visible" && !box.matches(".scroll");
        if (!drawn && !hides) continue;
        if (sticksOut(range.getBoundingClientRect(), box.getBoundingClientRect()))
          faults.push(`“${text.data.trim().slice(0, 40)}” sticks out of ${short(box)}`);
        break;
      }
    }
    return faults;
  }

  function letters() {
    return all("svg").filter((drawing) => drawing.checkVisibility()).flatMap((drawing) =>
      all("text", drawing)
        .filter((text) => sticksOut(text.getBoundingClientRect(), drawing.getBoundingClientRect()))
        .map((text) => `“${text.textContent}” sticks out of its drawing`));
  }

  // The least that WCAG 1.4.12 wants a page to bear.
  function spaced() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      svg * { letter-spacing: normal !important; word-spacing: normal !important }
      p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
    const faults = [...cut(), ...sideways()];
    document.adoptedStyleSheets = [];
    return faults;
  }

  // --- colours and motion ---

  function flat() {
    const canvas = getComputedStyle(document.body).backgroundColor;
    const fields = all(".button, input:not([type=hidden]), textarea").filter((element) => {
      const style = getComputedStyle(element);
      const bordered = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none" && style.borderTopColor !== canvas;
      const native = element.matches("[type=radio], [type=checkbox]") && style.appearance === "auto";
      return element.checkVisibility() && !bordered && !native;
    });
    const shapes = all("svg :is(path, circle, rect, line, text)").filter((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      const shown = shape.checkVisibility() && !shape.closest("pattern, mask, clipPath, defs");
      return shown && ((shape.matches(".fa, .fi, .fm") && fill === canvas) || (shape.matches(".sa, .si") && stroke === canvas));
    });
    return [...fields, ...shapes].map((element) => `in the colour of the page: ${short(element)}`);
  }

  function moving() {
    return all("*").filter((element) => {
      const style = getComputedStyle(element);
      const durations = `${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat);
      return durations.some((seconds) => seconds > 0.01) || style.scrollBehavior === "smooth";
    }).map(short);
  }

  return { references, groups, headings, targets, sideways, cut, letters, spaced, flat, moving };
})();
