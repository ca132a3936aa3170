// The page over all environments.

const named = (one) => one.project + ', ' + one.environment;
const lastBuild = (one) => one.builds.length ? one.builds[one.builds.length - 1] : undefined;

function outcome() {
  const all = data.environments;
  const failed = all.filter((one) => one.verdict === 'failed').length;
  const warned = all.filter((one) => one.verdict === 'warning').length;
  const unknown = all.filter((one) => one.verdict === 'skipped').length;
  const count = many(all.length, 'environment');
  return failed ? el('p', { class: 'outcome failed' }, failed + ' of ' + count + ' failed')
    : warned ? el('p', { class: 'outcome warning' }, warned + ' of ' + count + ' with warnings')
      : unknown ? el('p', { class: 'outcome skipped' }, unknown + ' of ' + count + ' could not be checked')
        : el('p', { class: 'outcome passed' }, all.length === 1 ? 'The one environment holds' : 'All ' + count + ' hold');
}

function overview() {
  return section('environments', 'Environments', el('div', { class: 'panel pad' }, table([
    { title: 'Environment', text: (one) => el('a', { href: one.page }, one.environment), key: (one) => one.environment },
    { title: 'Project', text: (one) => one.project, key: (one) => one.project },
    { title: 'Checks', text: (one) => [verdict(one.verdict), ' ', el('span', { class: 'soft' }, counted(one.summary))],
      key: (one) => ORDER.indexOf(one.verdict) },
    { title: 'Python', text: (one) => one.python, key: (one) => one.python },
    { title: 'Packages', text: (one) => one.packages.length, key: (one) => one.packages.length, number: true },
    { title: 'Size', text: (one) => bytes(one.bytes), key: (one) => one.bytes, number: true },
    { title: 'Last build', text: (one) => lastBuild(one) === undefined ? '–' : time(lastBuild(one)), key: (one) => lastBuild(one) || 0, number: true },
    { title: 'Builds', text: (one) => spark(one.builds.map((run) => run / 1000)) },
  ], data.environments)));
}

function spark(values) {
  if (values.length < 2) {
    return '';
  }
  const svg = d3.create('svg').attr('width', 120).attr('height', 24).attr('role', 'img')
    .attr('aria-label', 'Seconds of the last builds: ' + values.map((value) => value.toFixed(1)).join(', '));
  const x = d3.scalePoint(d3.range(values.length), [2, 116]);
  const y = d3.scaleLinear([0, d3.max(values)], [22, 3]);
  svg.append('path').attr('class', 'trend').attr('d', d3.line((value, index) => x(index), y)(values));
  return el('span', { class: 'chart' }, svg.node());
}

function comparison() {
  const built = data.environments.filter((one) => one.builds.length);
  return section('comparison', 'Side by side', el('div', { class: 'pair' },
    el('div', { class: 'panel pad' }, el('h3', {}, 'Size of the packages'),
      lengths(data.environments.map((one) => [named(one), one.bytes]), bytes, 'amounts')),
    built.length ? el('div', { class: 'panel pad' }, el('h3', {}, 'Last build'),
      lengths(built.map((one) => [named(one), lastBuild(one)]), time, 'amounts')) : null));
}

function differences() {
  const found = d3.groups(data.environments.flatMap((one) => one.packages.map((installed) => ({ ...installed, by: one }))),
    (installed) => installed.name)
    .map(([name, installed]) => ({ name, versions: d3.groups(installed, (one) => one.version) }))
    .filter((one) => one.versions.length > 1).sort((a, b) => d3.ascending(a.name, b.name));
  return section('differences', 'Packages in several versions', found.length === 0
    ? el('p', { class: 'soft' }, 'There is none: what several environments have, they have in one version.')
    : el('div', { class: 'panel pad' }, table([
      { title: 'Package', text: (one) => el('span', { class: 'code' }, one.name), key: (one) => one.name },
      { title: 'Versions', text: (one) => one.versions.map(([version, installed]) => el('p', {}, el('b', {}, version), ' ',
        el('span', { class: 'soft' }, installed.map((other) => named(other.by)).join('; ')))) },
    ], found)));
}

frame('Python environments of ' + data.project, data.environments.length ? [outcome()] : [],
  data.environments.length ? [overview(), comparison(), differences()]
    : [section('environments', 'Environments', el('p', { class: 'soft' }, 'There is none yet.'))],
  'Written ' + date(data.created) + ' by python-env ' + data.plugin + '.');
