// How large the packages are, each as an area, together with what came in by the same package that is asked for.

/** Packages that came in by one that is asked for, and those that several need; the largest first. */
function bundles() {
  const by = new Map();
  data.packages.filter((one) => one.direct).forEach((direct) => [...below(direct.name).keys()]
    .forEach((name) => by.set(name, [...(by.get(name) || []), direct])));
  const own = (one) => one.direct ? one : (by.get(one.name) || []).length === 1 ? by.get(one.name)[0] : null;
  return d3.groups(data.packages, own).map(([first, some]) => ({ by: first, packages: some, bytes: d3.sum(some, (one) => one.bytes) }))
    .filter((bundle) => bundle.bytes).sort((a, b) => b.bytes - a.bytes);
}

function sizesSection() {
  const all = d3.sum(data.packages, (one) => one.bytes);
  if (!all) {
    return section('sizes', 'Sizes', el('p', { class: 'soft' }, 'Nothing that is installed has a size.'));
  }
  const [width, height] = [1240, 520];
  const root = d3.hierarchy({ children: bundles().map((bundle) => ({ bundle, children: bundle.packages })) })
    .sum((one) => one.children ? 0 : one.bytes).sort((a, b) => b.value - a.value);
  const named = (one) => one.depth === 1 && one.children.length > 1;
  d3.treemap().size([width, height]).round(true).paddingInner((one) => one.depth === 0 ? 4 : 1)
    .paddingOuter((one) => named(one) ? 2 : 0).paddingTop((one) => named(one) ? 20 : 0)(root);
  const largest = root.leaves().slice(0, 5).map((leaf) => leaf.data.name + ' ' + bytes(leaf.value)).join(', ');
  const svg = d3.create('svg').attr('viewBox', [0, 0, width, height]).attr('role', 'img').attr('aria-label', 'The largest packages: ' + largest);
  const place = (some) => svg.append('g').selectAll('g').data(some.filter((one) => one.x1 > one.x0 && one.y1 > one.y0)).join('g')
    .attr('transform', (one) => `translate(${one.x0},${one.y0})`);
  const room = (one) => [one.x1 - one.x0, one.y1 - one.y0];
  const area = (box) => box.append('rect').attr('rx', 2).attr('width', (one) => room(one)[0]).attr('height', (one) => room(one)[1]);

  const bundle = place(root.children.filter(named)).attr('class', 'bundle');
  area(bundle);
  bundle.append('text').attr('x', 6).attr('y', 14).text((one) => fitting(heading(one), room(one)[0] - 10, 7.6))
    .append('tspan').attr('class', 'amount').text((one) => heading(one).length * 7.6 + 80 < room(one)[0] ? '  ' + bytes(one.value) : '');
  const tile = place(root.leaves()).attr('class', (leaf) => asked(leaf.data) ? 'tile direct' : 'tile')
    .on('click', (event, leaf) => { choose(leaf.data.name); document.getElementById('packages').scrollIntoView(); });
  area(tile);
  tile.append('title').text((leaf) => `${leaf.data.name} ${leaf.data.version}: ${bytes(leaf.value)}, ${(100 * leaf.value / all).toFixed(1)} %`);
  const roomy = tile.filter((leaf) => room(leaf)[1] > 17 && room(leaf)[0] > 40);
  roomy.append('text').attr('x', 5).attr('y', 14).text((leaf) => fitting(leaf.data.name, room(leaf)[0] - 8, 7));
  roomy.filter((leaf) => room(leaf)[1] > 34 && room(leaf)[0] > 62)
    .append('text').attr('x', 5).attr('y', 29).text((leaf) => bytes(leaf.value));
  return section('sizes', 'Sizes',
    el('p', { class: 'soft' }, `The files of ${many(packages.size, 'package')} have ${bytes(all)}, without bytecode. `
      + 'Each is an area; blue is what is asked for, and a frame holds what only that brought.'),
    el('div', { class: 'treemap' }, svg.node()));
}

function heading(one) {
  return one.data.bundle.by ? one.data.bundle.by.name : 'Needed by several';
}

/** As much of a text as has room; nothing where that would be a riddle. */
function fitting(text, room, letter) {
  const fit = Math.floor(room / letter);
  return text.length <= fit ? text : fit < 4 ? '' : text.slice(0, fit - 1) + '…';
}
