// What all pages have: elements, amounts, the frame. Texts of packages are never markup: they go in as text nodes.

const data = JSON.parse(document.getElementById('data').textContent);

/** An element with attributes (functions listen) and children (texts stay texts). */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}

function bytes(count) {
  return scaled(count, 'B');
}

/** In thousands, millions and so on of a unit. */
function scaled(count, of) {
  const prefixes = ['', 'k', 'M', 'G', 'T'];
  let value = count;
  let prefix = 0;
  while (value >= 999.5 && prefix < prefixes.length - 1) {
    value /= 1000;
    prefix++;
  }
  return (prefix === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)) + '\u00a0' + prefixes[prefix] + of;
}

function time(milliseconds) {
  if (milliseconds < 1000) {
    return (milliseconds < 10 && milliseconds % 1 ? milliseconds.toFixed(1) : Math.round(milliseconds)) + '\u00a0ms';
  }
  const seconds = milliseconds / 1000;
  return seconds < 99.95 ? seconds.toFixed(1) + '\u00a0s' : Math.floor(Math.round(seconds) / 60) + '\u00a0min ' + Math.round(seconds) % 60 + '\u00a0s';
}

function amount(value, unit) {
  switch (unit) {
    case 'ms': return time(value);
    case 's': return time(1000 * value);
    case 'bytes': return bytes(value);
    case 'bytes/s': return bytes(value) + '/s';
    case 'flop/s': return scaled(value, unit);
    case 'x': return value.toFixed(2) + '\u00a0times';
    default: return (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)))
      + (unit ? '\u00a0' + unit : '');
  }
}

function date(text) {
  return text.replace('T', ' ').replace(/(:\d\d):\d\d(\.\d+)?Z$/, '$1 UTC');
}

function many(count, one, more) {
  return count.toLocaleString('en') + ' ' + (count === 1 ? one : more || one + 's');
}

/** InstallingPackages becomes Installing packages. */
function words(label) {
  return label.replace(/(?<=[a-z])[A-Z]/g, (letter) => ' ' + letter.toLowerCase()).replace('python', 'Python').replace(/virtual env$/, 'virtual environment');
}

const ORDER = ['failed', 'warning', 'skipped', 'passed'];
const MARKS = { passed: '✓', warning: '!', failed: '✕', skipped: '–' };

/** A verdict is told by word and mark, not by its colour alone. */
function verdict(word) {
  return el('span', { class: 'verdict ' + word }, MARKS[word] + ' ' + word);
}

function counted(counts) {
  return ORDER.filter((word) => counts[word]).map((word) => counts[word] + ' ' + word).join(', ');
}

function section(id, title, ...children) {
  return el('section', { id, 'aria-labelledby': id + '-title' }, el('h2', { id: id + '-title' }, title), ...children);
}

/** Facts at a glance: name, value, more about it. */
function glance(facts) {
  return el('dl', { class: 'glance' }, facts.map(([name, value, more]) =>
    el('div', {}, el('dt', {}, name), el('dd', {}, el('b', {}, value), el('span', { class: 'soft' }, more || '')))));
}

/** Facts by name; what has the same name in a row stands together. */
function factTable(rows) {
  const groups = [];
  rows.forEach(([name, text]) => {
    const last = groups[groups.length - 1];
    if (last && last[0] === name) {
      last[1].push(text);
    } else {
      groups.push([name, [text]]);
    }
  });
  return el('table', { class: 'facts' }, el('tbody', {}, groups.map(([name, texts]) =>
    el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, texts.map((text) => el('div', {}, text)))))));
}

/** Something that is opened on demand, and filled when that happens first. */
function fold(title, fill) {
  const inside = el('div', { class: 'inside' });
  const box = el('details', { class: 'fold panel' }, el('summary', {}, el('span', { class: 'grow' }, title), el('span', { class: 'turn' })), inside);
  box.addEventListener('toggle', () => {
    if (box.open && !inside.firstChild) {
      inside.append(fill());
    }
  });
  return box;
}

/** Two columns beside each other where there is room, each with a half of what there is. */
function halves(parts, weight) {
  const all = d3.sum(parts, weight);
  let sum = 0;
  const columns = [[], []];
  parts.forEach((part) => {
    columns[sum + weight(part) / 2 > all / 2 && columns[0].length ? 1 : 0].push(part);
    sum += weight(part);
  });
  return columns.filter((column) => column.length);
}

/** Lengths beside each other: rows are name, value and colour. */
function lengths(rows, text, kind) {
  const most = d3.max(rows, ([, value]) => value) || 1;
  return el('table', { class: kind }, el('tbody', {}, rows.map(([name, value, colour, more]) => {
    const length = el('div', { class: 'length' });
    length.style.width = (100 * value / most) + '%';
    length.style.background = colour || '';
    return el('tr', {}, el('td', {}, name), el('td', { class: 'number' }, text(value)),
      more === undefined ? null : el('td', { class: 'number soft' }, more), el('td', { class: 'room' }, length));
  })));
}

/** A table; columns are {title, text, number, key}: those with a key sort when their heads are pressed. */
function table(columns, rows) {
  const body = el('tbody');
  const fill = (sorted) => body.replaceChildren(...sorted.map((row) => el('tr', {}, columns.map((column) =>
    el('td', column.number ? { class: 'number' } : {}, column.text(row))))));
  const heads = columns.map((column) => {
    const head = el('th', { scope: 'col', class: column.number ? 'number' : '' });
    const sort = () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const sorted = [...rows].sort((a, b) => d3.ascending(column.key(a), column.key(b)));
      fill(down ? sorted.reverse() : sorted);
    };
    head.append(column.key ? el('button', { type: 'button', click: sort }, column.title) : column.title);
    return head;
  });
  fill(rows);
  return el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, el('tr', {}, heads)), body));
}

/** The frame: links to the sections, light or dark, title, foot. */
function frame(title, opening, sections, foot) {
  document.title = title;
  const theme = el('button', { type: 'button', class: 'theme' }, 'Theme: system');
  const themes = ['system', 'dark', 'light'];
  let chosen = 0;
  theme.addEventListener('click', () => {
    chosen = (chosen + 1) % themes.length;
    document.documentElement.dataset.theme = themes[chosen];
    theme.textContent = 'Theme: ' + themes[chosen];
  });
  document.body.append(
    el('a', { class: 'skip', href: '#' + sections[0].id }, 'To the contents'),
    el('nav', { 'aria-label': 'Sections' }, el('div', { class: 'bar' }, el('b', {}, 'python-env'),
      sections.map((one) => el('a', { href: '#' + one.id }, one.firstChild.textContent)), theme)),
    el('main', {}, el('h1', {}, title), ...opening, ...sections, el('footer', {}, foot)));
  // When all is there to be used, in milliseconds since the page was opened.
  setTimeout(() => requestAnimationFrame(() => { document.documentElement.dataset.drawn = Math.ceil(performance.now()); }));
}

/** Paper shows what a click would open. */
const closedBeforePrint = [];
addEventListener('beforeprint', () => {
  document.querySelectorAll('details:not([open])').forEach((one) => {
    closedBeforePrint.push(one);
    one.open = true;
    one.dispatchEvent(new Event('toggle'));
  });
});
addEventListener('afterprint', () => closedBeforePrint.splice(0).forEach((one) => { one.open = false; }));
