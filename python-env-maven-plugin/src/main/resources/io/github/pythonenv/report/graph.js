// The dependency graph as a picture: what is asked for at the left, what it needs to the right of it.

function graphBox() {
  const { nodes, edges, byName } = ties();
  const svg = d3.create('svg').attr('role', 'img').attr('tabindex', 0)
    .attr('aria-label', 'Dependency graph of ' + many(packages.size, 'package')
      + '. The list beside it says the same. Plus and minus zoom, arrows move, 0 shows all.');
  const canvas = svg.append('g').classed('many', nodes.length > 60);
  const edge = canvas.append('g').selectAll('path').data(edges).join('path').attr('class', (one) => one.back ? 'edge back' : 'edge');
  const node = canvas.append('g').selectAll('g').data(nodes).join('g').attr('class', (one) => 'node ' + kind(one));
  node.append('circle');
  node.append('text').attr('dy', '.35em').text((one) => one.name);
  node.append('title').text((one) => one.name + ' ' + one.version + ', ' + bytes(one.bytes));
  node.on('click', (event, one) => choose(one.name))
    .on('pointerenter', (event, one) => edge.classed('near', (tie) => tie.source === one || tie.target === one))
    .on('pointerleave', () => edge.classed('near', false));

  let shown = nodes;
  let important = nodes;
  let hits = null;
  let scale = 1;
  const zoom = d3.zoom().scaleExtent([0.05, 5])
    .on('zoom', ({ transform }) => {
      canvas.attr('transform', transform);
      if (transform.k !== scale) {
        scale = transform.k;
        tell();
      }
    });
  svg.call(zoom).on('dblclick.zoom', null);

  /** Names stay as large as they are read, so when much is shown, only those that have room are. */
  const tell = () => {
    canvas.style('font-size', 12 / scale + 'px');
    const told = roomy(hits ? d3.sort(important, (one) => !hits.has(one.name)) : important, scale);
    const radius = (one) => Math.min(11, one.r * Math.max(1, 0.75 / scale));
    node.classed('told', (one) => told.has(one)).select('text').attr('x', (one) => radius(one) + 5 / scale);
    node.select('circle').attr('r', radius);
    // No other one stands on a name.
    node.filter((one) => told.has(one)).raise();
  };
  const place = () => {
    node.attr('transform', (one) => `translate(${one.x},${one.y})`);
    edge.attr('d', curve);
  };
  const fit = (middle) => {
    const { width, height } = svg.node().getBoundingClientRect();
    if (!width || !shown.length) {
      return;
    }
    const [left, right] = d3.extent(shown, (one) => one.x);
    const [top, bottom] = d3.extent(shown, (one) => one.y);
    // Names at the right edge and the legend have their room in any case, as they do not shrink.
    const name = Math.min(width / 3, 15 + 7.4 * d3.max(shown.filter((one) => one.x === right), (one) => one.name.length));
    const foot = legend.offsetHeight + 12;
    const fitting = Math.min(1.4, (width - 50 - name) / (right - left || 1), (height - foot - 40) / (bottom - top + 10));
    // Rather a part that can be read than all of it: then the chosen one stands as far to the right as what leads to it asks.
    const k = middle ? Math.max(fitting, 0.55) : fitting;
    const center = (height - foot) / 2 + 10;
    const start = (width - fitting * (right - left) - name) / 2 + 10;
    const share = middle && right > left ? (middle.x - left) / (right - left) : 0;
    svg.call(zoom.transform, middle && k > fitting
      ? d3.zoomIdentity.translate(60 + share * (width - 240), center).scale(k).translate(-middle.x, -middle.y)
      : d3.zoomIdentity.translate(start, center).scale(k).translate(-left, -(top + bottom) / 2));
    tell();
  };
  const show = () => {
    const one = byName.get(current);
    const { up, down } = one ? around(current, byName) : { up: new Map(), down: new Map() };
    if (!one) {
      const { width, height } = svg.node().getBoundingClientRect();
      layers(nodes, height ? Math.max(1, width / height) : 1.6);
    }
    shown = one ? nodes.filter((other) => up.has(other.name) || down.has(other.name)) : nodes;
    important = [...shown].sort((a, b) => (b === one) - (a === one) || up.has(b.name) - up.has(a.name) || b.direct - a.direct || b.bytes - a.bytes);
    const visible = new Set(shown);
    const leads = (tie) => up.has(tie.target.name) && up.has(tie.source.name);
    const way = new Set(one ? ways(one.name).flatMap((steps) => d3.pairs(steps)).map((pair) => pair.join(' ')) : []);
    const onWay = new Set([...way].flatMap((pair) => pair.split(' ')));
    canvas.classed('focused', Boolean(one));
    node.classed('out', (other) => !visible.has(other)).classed('why', (other) => onWay.has(other.name)).classed('chosen', (other) => other === one);
    edge.classed('why', (tie) => way.has(tie.source.name + ' ' + tie.target.name))
      .classed('out', (tie) => one && !leads(tie) && !(down.has(tie.source.name) && down.has(tie.target.name)));
    place();
    fit(one);
    box.dataset.shown = shown.length;
    box.dataset.settled = 'true';
  };

  const tools = el('div', { class: 'tools' },
    el('button', { type: 'button', 'aria-label': 'Zoom in', click: () => svg.call(zoom.scaleBy, 1.4) }, '+'),
    el('button', { type: 'button', 'aria-label': 'Zoom out', click: () => svg.call(zoom.scaleBy, 1 / 1.4) }, '−'),
    el('button', { type: 'button', class: 'all', click: () => (current ? choose(null) : fit()) }, 'Show all'));
  const legend = el('div', { class: 'legend' },
    el('span', {}, el('i', { class: 'dot direct' }), 'asked for'), el('span', {}, el('i', { class: 'dot' }), 'needed by others'),
    data.packages.some(unexplained) ? el('span', {}, el('i', { class: 'dot adrift' }), 'neither asked for nor needed') : null,
    el('span', {}, el('i', { class: 'dot path' }), 'the way to the chosen one'), el('span', {}, 'What is at the left needs what is at the right.'));
  const box = el('div', { class: 'graph' }, svg.node(), tools, legend);
  svg.on('keydown', (event) => {
    const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (moves[event.key]) {
      svg.call(zoom.translateBy, moves[event.key][0] / scale, moves[event.key][1] / scale);
    } else if (event.key === '+' || event.key === '-') {
      svg.call(zoom.scaleBy, event.key === '+' ? 1.3 : 1 / 1.3);
    } else if (event.key === '0' || event.key === 'Escape') {
      choose(null);
      fit();
    } else {
      return;
    }
    event.preventDefault();
  });
  // Paper is narrower than the window: the picture is made smaller as a whole.
  addEventListener('beforeprint', () => svg.attr('viewBox', [0, 0, box.clientWidth, box.clientHeight]));
  addEventListener('afterprint', () => svg.attr('viewBox', null));
  listeners.push(show);
  new ResizeObserver(show).observe(box);
  const mark = (found) => {
    hits = found;
    node.classed('hit', (one) => found !== null && found.has(one.name));
    tell();
  };
  return { box, mark };
}

/** Nodes with what they need ({@code to}) and what needs them ({@code from}), and the ties between them. */
function ties() {
  const radius = d3.scaleSqrt([0, d3.max(data.packages, (one) => one.bytes) || 1], [3, 10]);
  const nodes = data.packages.map((one) => ({ ...one, r: radius(one.bytes), to: [], from: [] }));
  const byName = new Map(nodes.map((one) => [one.name, one]));
  nodes.forEach((one) => needsOf(one.name).forEach((need) => {
    one.to.push(byName.get(need));
    byName.get(need).from.push(one);
  }));
  assignLayers(nodes);
  const edges = nodes.flatMap((source) => source.to.map((target) => ({ source, target, back: target.layer <= source.layer })));
  return { nodes, edges, byName };
}

/** Those whose names do not cover another one's, at this scale; the important ones come first. */
function roomy(important, scale) {
  const rows = new Map();
  const told = new Set();
  const height = 15;
  important.forEach((one) => {
    const [x, y] = [one.x * scale, one.y * scale];
    const [from, to] = [x - one.r * scale - 2, x + one.r * scale + 8 + one.name.length * 7.3];
    const row = Math.round(y / height);
    const free = [row - 1, row, row + 1].every((near) => (rows.get(near) || [])
      .every((other) => other.to < from || other.from > to || Math.abs(other.y - y) >= height - 1));
    if (free) {
      told.add(one);
      rows.set(row, [...(rows.get(row) || []), { from, to, y }]);
    }
  });
  return told;
}

function curve({ source, target }) {
  const [x1, x2] = [source.x + source.r, target.x - target.r];
  const bend = Math.max(30, Math.abs(x2 - x1) / 2);
  return `M${x1},${source.y}C${x1 + bend},${source.y} ${x2 - bend},${target.y} ${x2},${target.y}`;
}
