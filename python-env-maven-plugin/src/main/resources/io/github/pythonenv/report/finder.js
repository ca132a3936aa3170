// The list of packages: type to search, arrows to walk, Enter to choose.

/** Packages that have all words, those with them in the name before those that only speak of them. */
function matches(text) {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (one) => typed.every((word) => one.name.includes(word)) ? 0
    : typed.every((word) => (one.name + ' ' + one.summary).toLowerCase().includes(word)) ? 1 : 2;
  return data.packages.map((one) => [rank(one), one]).filter(([place]) => place < 2)
    .sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}

/** @param found hears what was found, or null where nothing is searched for */
function finder(found) {
  const input = el('input', { type: 'search', id: 'find', placeholder: 'Find a package ( / )', 'aria-label': 'Find a package',
    autocomplete: 'off', spellcheck: 'false', 'aria-controls': 'found' });
  const list = el('ul', { id: 'found', role: 'listbox', tabindex: '0', 'aria-label': 'Packages' });
  const count = el('span', { class: 'soft', role: 'status' });
  const items = new Map(data.packages.map((one, index) => [one, el('li', { role: 'option', id: 'package-' + index,
    'aria-selected': 'false', click: () => choose(one.name) }, el('span', { class: 'dot ' + kind(one) }),
  el('span', { class: 'name' }, one.name), el('span', { class: 'soft' }, one.version))]));
  let shown = [];
  let at = -1;
  const walk = (to) => {
    shown.forEach((one) => items.get(one).classList.remove('at'));
    at = Math.max(0, Math.min(shown.length - 1, to));
    if (shown[at]) {
      items.get(shown[at]).classList.add('at');
      items.get(shown[at]).scrollIntoView({ block: 'nearest' });
      list.setAttribute('aria-activedescendant', items.get(shown[at]).id);
    }
  };
  const search = () => {
    const searching = input.value.trim() !== '';
    shown = searching ? matches(input.value) : data.packages;
    list.replaceChildren(...shown.map((one) => items.get(one)));
    list.scrollTop = 0;
    count.textContent = (searching ? shown.length + ' of ' : '') + many(packages.size, 'package');
    items.forEach((item) => item.classList.remove('at'));
    at = -1;
    found(searching ? new Set(shown.map((one) => one.name)) : null);
  };
  const keys = (event) => {
    const inList = event.target === list;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 12, PageUp: at - 12,
      ...(inList ? { Home: 0, End: shown.length - 1 } : {}) }[event.key];
    if (to !== undefined) {
      walk(to);
    } else if (event.key === 'Enter' && shown.length) {
      choose(shown[Math.max(0, at)].name);
    } else if (event.key === 'Escape') {
      input.value = '';
      search();
      choose(null);
    } else {
      return;
    }
    event.preventDefault();
  };
  input.addEventListener('input', search);
  [input, list].forEach((one) => one.addEventListener('keydown', keys));
  addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement.tagName !== 'INPUT' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  search();
  listeners.push((name) => items.forEach((item, one) => {
    item.setAttribute('aria-selected', String(one.name === name));
    if (one.name === name && item.isConnected) {
      // Within the list alone: the page is to stay where it is.
      const from = item.offsetTop - list.offsetTop;
      if (from < list.scrollTop || from + item.offsetHeight > list.scrollTop + list.clientHeight) {
        list.scrollTop = from - list.clientHeight / 2;
      }
    }
  }));
  return el('div', { class: 'finder' }, el('div', { class: 'ask' }, input, count), list);
}
