// Puts the catalogue's words in the place of those that Streamlit brings in English. `exact` and
// `patterns` are [English, Vietnamese] pairs that the server writes before this file. Text from
// workbooks (Markdown, tables, code, our own HTML) is left alone.
(({ exact, patterns }) => {
  const attributes = ["aria-label", "title", "placeholder", "data-title"];
  const ours = "script, style, pre, code, table, [data-testid=stMarkdownContainer], [data-testid=stHtml]";
  const uploader = "[data-testid=stFileUploader]";
  const language = () => new URLSearchParams(location.search).get("language") === "en" ? "en" : "vi";
  const dictionaries = {
    vi: { exact: new Map(exact), patterns: patterns.map(([en, vi]) => matcher(en, vi)) },
    en: { exact: new Map(exact.map(([en, vi]) => [vi, en])), patterns: patterns.map(([en, vi]) => matcher(vi, en)) },
  };
  let spoken = language();

  function matcher(from, to) {
    const names = [];
    const source = from.split(/\{(\w+)\}/).map((part, i) => {
      if (i % 2) { names.push(part); return "(.+)"; }
      return part.replace(/[.*+?^$()|[\]\\\/]/g, "\\$&");
    }).join("");
    return [new RegExp(`^${source}$`), found => to.replace(/\{(\w+)\}/g, (_, name) => found[1 + names.indexOf(name)])];
  }

  function translated(text) {
    const key = text.trim();
    if (!key) return text;
    const { exact, patterns } = dictionaries[spoken];
    if (exact.has(key)) return text.replace(key, () => exact.get(key));
    for (const [pattern, put] of patterns) {
      const found = pattern.exec(key);
      if (found) return text.replace(key, () => put(found));
    }
    return text;
  }

  function isOurs(element) {
    return Boolean(element?.closest(ours)) && !element.closest(uploader);
  }

  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (isOurs(node.parentElement)) return;
      const text = translated(node.data);
      if (text !== node.data) node.data = text;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || isOurs(node)) return;
    for (const name of attributes) {
      const value = node.getAttribute(name);
      const text = value && translated(value);
      if (text && text !== value) node.setAttribute(name, text);
    }
    node.childNodes.forEach(walk);
  }

  function speak() {
    document.documentElement.lang = spoken;
    walk(document.documentElement);
  }

  // A presentation fills the screen: the server cannot ask how large that is.
  const tellScreen = () => { document.cookie = `screen=${innerWidth}x${innerHeight};path=/;SameSite=Lax`; };
  tellScreen();
  addEventListener("resize", tellScreen);

  new MutationObserver(changes => {
    if (spoken !== language()) { spoken = language(); speak(); return; }
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(walk); else walk(change.target);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  speak();
})
