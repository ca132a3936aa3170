// The section on packages, and what is known of the chosen one: why it is here, what it needs, what needs it.

function packagesSection() {
  if (!packages.size) {
    return section('packages', 'Packages', el('p', { class: 'soft' }, 'Nothing is installed.'));
  }
  const graph = graphBox();
  const box = el('div', { class: 'packages panel' }, finder(graph.mark), el('div', { class: 'view' }, graph.box, about()));
  addEventListener('hashchange', chosen);
  setTimeout(chosen);
  return section('packages', 'Packages', box, fold('All packages as a table', packageTable));
}

function about() {
  const box = el('div', { class: 'about', id: 'about', 'aria-live': 'polite', tabindex: '0' });
  const show = (name) => {
    box.scrollTop = 0;
    box.replaceChildren(...(name ? described(packages.get(name)) : [el('p', { class: 'soft' },
      'Choose a package, in the list or in the picture, to see why it is here and what it needs.'), mostBytes()]));
  };
  listeners.push(show);
  show(null);
  return box;
}

/** With nothing chosen: what the space goes to. */
function mostBytes() {
  const brought = bundles().filter((bundle) => bundle.by).slice(0, 6);
  return brought.length < 2 ? '' : el('div', {}, el('h3', {}, 'What brings the most'),
    el('ul', {}, brought.map((bundle) => el('li', {}, packageLink(bundle.by.name), ' ', el('span', { class: 'soft' },
      bytes(bundle.bytes) + (bundle.packages.length > 1 ? ' with ' + many(bundle.packages.length - 1, 'package') + ' that only it needs' : ' by itself'))))));
}

function described(one) {
  return [
    el('h3', {}, one.name + ' ' + one.version),
    one.summary ? el('p', {}, one.summary) : '',
    el('p', { class: 'soft' }, [bytes(one.bytes) + ' in ' + many(one.files, 'file'), one.license].filter(Boolean).join(', ')),
    el('h3', {}, 'Why it is here'),
    why(one),
    el('div', { class: 'pair' },
      el('div', {}, el('h3', {}, 'It needs'), needs(one.requires.map((need) => ({ name: need.name, need })))),
      el('div', {}, el('h3', {}, 'Needed by'), needs(requiredBy.get(one.name) || []))),
  ];
}

function needs(list) {
  return list.length === 0 ? el('p', { class: 'soft' }, 'nothing') : el('ul', {}, list.map(({ name, need }) => el('li', {},
    packageLink(name), ' ', el('span', { class: need.installed ? 'soft' : 'warning' }, [need.specifier, need.extra ? 'for the extra ' + need.extra : '',
      need.installed ? '' : 'not installed'].filter(Boolean).join(', ')))));
}

function why(one) {
  const found = ways(one.name);
  const rows = [];
  if (one.askedBy.length) {
    rows.push(el('p', {}, one.direct ? 'It is asked for in ' : 'It is named in ', el('span', { class: 'code' }, one.askedBy.join('; ')), '.'));
  } else if (!found.length) {
    rows.push(el('p', {}, one.direct ? 'Nothing that is known asks for it, neither the inputs nor another package: it was installed by hand or left'
      + ' behind, or comes out of a lock, which does not say what was asked for.' : 'Only packages that need each other lead to it.'));
  }
  const list = el('ul', { class: 'ways' });
  const show = (from, to) => found.slice(from, to).forEach((way) => list.append(el('li', { class: 'path-way' }, steps(way))));
  show(0, 6);
  rows.push(list);
  if (found.length > 6) {
    rows.push(el('button', { type: 'button', click: (event) => { show(6, found.length); event.target.remove(); } },
      'Show ' + (found.length - 6) + ' more'));
  }
  return el('div', {}, rows);
}

function steps(way) {
  const parts = [el('span', { class: 'from' }, packages.get(way[0]).askedBy[0] || 'not known')];
  way.forEach((name, index) => {
    const need = index ? packages.get(way[index - 1]).requires.find((one) => one.name === name) : null;
    parts.push(el('span', { class: 'step', 'aria-hidden': 'true' }, '→'), packageLink(name));
    if (need && (need.specifier || need.extra)) {
      parts.push(el('span', { class: 'soft' }, need.specifier + (need.extra ? ' [' + need.extra + ']' : '')));
    }
  });
  return parts;
}

function packageTable() {
  return table([
    { title: 'Package', text: (one) => packageLink(one.name), key: (one) => one.name },
    { title: 'Version', text: (one) => one.version },
    { title: 'Size', text: (one) => bytes(one.bytes), key: (one) => one.bytes, number: true },
    { title: 'License', text: (one) => one.license, key: (one) => one.license },
    { title: 'Here because of', text: (one) => one.direct ? one.askedBy.join('; ') || 'nothing known' : needing(one.name).join(', '),
      key: (one) => (one.direct ? '0' : '1') + one.name },
  ], data.packages);
}
