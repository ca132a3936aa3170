// What was checked, and what it came to.

/** What it came to, in one line, with a place for each check; then what is to be done. */
function outcome(validation) {
  const { summary: counts, checks, verdict: worst } = validation;
  const looked = checks.length - (counts.skipped || 0);
  const said = {
    failed: `${counts.failed} of ${many(looked, 'check')} failed`,
    warning: `All ${many(looked, 'check')} hold, ${many(counts.warning, 'warning')}`,
    passed: looked === 1 ? 'The one check holds' : looked === 2 ? 'Both checks hold' : `All ${looked} checks hold`,
    skipped: 'No check could be made',
  }[worst];
  return [el('p', { class: 'outcome ' + worst }, said), strip(checks), todo(checks)];
}

function strip(checks) {
  return el('div', { class: 'strip' }, d3.groups(checks, (check) => data.validation.categories[check.category]).map(([category, some]) => el('div', {},
    el('ul', {}, some.map((check) => el('li', {}, el('a', { class: check.verdict, href: '#check-' + check.id,
      'aria-label': check.title + ': ' + check.verdict, title: check.title + ': ' + check.verdict }, MARKS[check.verdict])))),
    el('span', { class: 'soft' }, category))));
}

function todo(checks) {
  const bad = ['failed', 'warning'].flatMap((word) => checks.filter((check) => check.verdict === word));
  return bad.length === 0 ? null : el('ul', { class: 'todo' }, bad.map((check) => el('li', { class: check.verdict },
    el('b', {}, MARKS[check.verdict] + ' ' + check.title), el('p', {}, check.text), check.hint ? el('p', { class: 'hint' }, '→ ' + check.hint) : null)));
}

function checksSection(validation) {
  const shown = new Set(ORDER);
  const items = [];
  const filters = el('div', { class: 'filters', role: 'group', 'aria-label': 'Verdicts that are shown' },
    ORDER.filter((word) => validation.summary[word]).map((word) => {
      const button = el('button', { type: 'button', 'aria-pressed': 'true' }, verdict(word), ' ' + validation.summary[word]);
      button.addEventListener('click', () => {
        const on = !shown.has(word);
        shown[on ? 'add' : 'delete'](word);
        button.setAttribute('aria-pressed', String(on));
        items.forEach(({ check, item }) => item.classList.toggle('gone', !shown.has(check.verdict)));
      });
      return button;
    }));
  // Where much is wrong, the list above says it already.
  const few = validation.checks.filter((check) => check.verdict === 'failed' || check.verdict === 'warning').length < 9;
  const group = ([category, checks]) => el('div', { class: 'group panel' }, el('h3', {}, category), checks.map((check) => {
    const item = checkItem(check, few);
    items.push({ check, item });
    return item;
  }));
  const columns = halves(d3.groups(validation.checks, (check) => validation.categories[check.category]), ([, checks]) => checks.length + 2);
  // A link from above opens what it leads to.
  const opened = () => items.forEach(({ item }) => { item.open = item.open || location.hash === '#' + item.id; });
  addEventListener('hashchange', opened);
  opened();
  return section('checks', 'Checks', filters, el('div', { class: 'pair' }, columns.map((column) => el('div', { class: 'column' }, column.map(group)))));
}

function checkItem(check, openBad) {
  const bad = openBad && (check.verdict === 'failed' || check.verdict === 'warning');
  const rows = [...check.evidence.filter((one) => check.text !== one.text + '.').map((one) => [one.label, one.text]),
    ...check.figures.map((figure) => [figure.id, amount(figure.value, figure.unit)])];
  return el('details', { id: 'check-' + check.id, open: bad, class: check.verdict + '-check' },
    el('summary', {}, el('span', { class: 'mark ' + check.verdict, role: 'img', 'aria-label': check.verdict }, MARKS[check.verdict]),
      el('span', { class: 'grow' }, check.title), el('span', { class: 'soft' }, time(check.milliseconds)), el('span', { class: 'turn' })),
    el('div', { class: 'inside' },
      check.text ? el('p', { class: 'said' }, check.text) : null,
      check.hint ? el('p', { class: 'said' }, el('b', {}, 'What to do: '), check.hint) : null,
      rows.length ? factTable(rows) : null,
      el('p', { class: 'soft' }, 'Check ', el('span', { class: 'code' }, check.id))));
}
