// The page of one environment.

function facts() {
  const all = data.packages;
  const parts = [[all.filter(asked).length, 'asked for'], [all.filter((one) => !one.direct).length, 'needed'],
    [all.filter(unexplained).length, 'neither']].filter(([count]) => count);
  const last = data.runs.filter((run) => run.outcome === 'built').pop();
  return glance([
    ['Python', data.environment.python, data.environment.platform],
    ['Packages', all.length.toLocaleString('en'), parts.map((one) => one.join(' ')).join(', ')],
    ['Size', bytes(d3.sum(all, (one) => one.bytes)), many(d3.sum(all, (one) => one.files), 'file')],
    ...(last ? [['Last build', time(last.milliseconds), date(last.started)]] : []),
    ['Checked in', time(data.validation.milliseconds), date(data.validation.started)],
  ]);
}

/** What is no check, and yet to be looked at. */
function notes() {
  const missing = data.packages.flatMap((one) => one.requires.filter((need) => !need.installed).map((need) => one.name + ' needs ' + need.name));
  const said = [...data.budgets.excesses.map((one) => ['Over budget', one.text[0].toUpperCase() + one.text.slice(1) + '.']),
    ...(missing.length ? [['Needed, but not installed', missing.join('; ') + '.']] : [])];
  return said.length === 0 ? null : el('ul', { class: 'todo' }, said.map(([title, text]) =>
    el('li', { class: 'warning' }, el('b', {}, '! ' + title), el('p', {}, text))));
}

function factsSection() {
  const code = (text) => el('span', { class: 'code' }, text);
  const tuning = Object.entries(data.tuning).map(([name, value]) => [code(name), code(value)]);
  return section('environment', 'Environment and tuning', el('div', { class: 'pair' },
    el('div', { class: 'panel pad' }, el('h3', {}, 'Environment'),
      factTable([['directory', code(data.environment.directory)], ...data.facts.map((one) => [one.label, /^\d{4}-[\d-]+T[\d:.]+Z$/.test(one.text) ? date(one.text) : one.text])])),
    el('div', { class: 'panel pad' }, el('h3', {}, 'Variables that programs are started with'),
      tuning.length ? factTable(tuning) : el('p', { class: 'soft' }, 'None: nothing is tuned.'))));
}

frame(data.environment.name + ', ' + data.project, [...outcome(data.validation), notes(), facts()].filter(Boolean),
  [checksSection(data.validation), packagesSection(), sizesSection(), timingsSection(), benchmarkSection(), factsSection()].filter(Boolean),
  'Written ' + date(data.created) + ' by python-env ' + data.plugin + '. The same for programs: report.json; as text: report.md.');
