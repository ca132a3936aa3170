// Where packages stand in the picture: each to the right of all that need it. Lengths are in units of the picture.

const ROW = 24;
const COLUMN = 170;

/** All of them, as many columns as it takes to fill a picture of that proportion (width to height). */
function layers(nodes, proportion) {
  const bands = d3.groups(nodes, (one) => one.layer).sort((a, b) => a[0] - b[0]).map(([, group]) => group);
  const width = (rows) => d3.sum(bands, (band) => Math.ceil(band.length / rows)) * COLUMN;
  let rows = Math.max(4, Math.min(12, d3.max(bands, (band) => band.length) || 1));
  while (width(rows) > proportion * rows * ROW && rows < nodes.length) {
    rows++;
  }
  let column = 0;
  bands.forEach((band) => {
    const ordered = inOrder(band, (one) => one.from);
    const columns = Math.ceil(band.length / rows);
    ordered.forEach((one, index) => {
      const down = Math.floor(index / columns);
      const inColumn = Math.ceil((band.length - index % columns) / columns);
      one.x = (column + index % columns) * COLUMN;
      one.y = (down - (inColumn - 1) / 2) * ROW;
    });
    column += columns;
  });
}

/** The chosen one in the middle, what leads to it at the left, what it leads to at the right. */
function around(name, byName) {
  const up = above(name);
  const down = below(name);
  const shown = [...new Set([...up.keys(), ...down.keys()])].map((one) => byName.get(one));
  const places = new Map(shown.map((one) => [one, 0]));
  const chosen = byName.get(name);
  const byLayer = [...shown].sort((a, b) => a.layer - b.layer);
  // As far from it as the longest way, so that no line leads back or up and down, other than in circles.
  const nearer = [...byLayer].reverse().filter((one) => one !== chosen && up.has(one.name));
  nearer.forEach((one) => one.to.filter((next) => up.has(next.name) && next.layer > one.layer)
    .forEach((next) => places.set(one, Math.min(places.get(one), places.get(next) - 1))));
  byLayer.filter((one) => !up.has(one.name)).forEach((one) => one.from.filter((last) => down.has(last.name) && last.layer < one.layer)
    .forEach((last) => places.set(one, Math.max(places.get(one), places.get(last) + 1))));
  shown.filter((one) => one !== chosen && places.get(one) === 0).forEach((one) => places.set(one, up.has(one.name) ? -1 : 1));

  const columns = d3.groups(shown, (one) => places.get(one)).sort((a, b) => a[0] - b[0]);
  const middle = columns.findIndex(([place]) => place === 0);
  let x = 0;
  columns.forEach(([, column]) => {
    column.forEach((one) => { one.x = x; });
    x += Math.max(COLUMN, 70 + 7.4 * d3.max(column, (one) => one.name.length));
  });
  // Outwards from the middle, each column beside the one that has its places already.
  const settle = ([, column], tied) => inOrder(column, tied).forEach((one, index) => { one.y = (index - (column.length - 1) / 2) * ROW; });
  shown.forEach((one) => { one.y = undefined; });
  columns.slice(0, middle + 1).reverse().forEach((column) => settle(column, (one) => one.to.filter((next) => up.has(next.name))));
  columns.slice(middle + 1).forEach((column) => settle(column, (one) => one.from.filter((last) => down.has(last.name))));
  return { shown, up, down };
}

/** Each near those that it is tied to, so that lines cross less. */
function inOrder(column, tied) {
  const middle = (one) => d3.mean(tied(one).filter((other) => other.y !== undefined), (other) => other.y) || 0;
  const wanted = new Map(column.map((one) => [one, middle(one)]));
  return [...column].sort((a, b) => wanted.get(a) - wanted.get(b) || d3.ascending(a.name, b.name));
}

/** Gives each package a layer behind those of all that need it; in a circle, somewhere it has to begin. */
function assignLayers(nodes) {
  const state = new Map();
  const order = [];
  const visit = (one) => {
    state.set(one, 'open');
    one.to.forEach((next) => {
      if (!state.has(next)) {
        visit(next);
      }
    });
    state.set(one, 'done');
    order.push(one);
  };
  // From those that nothing needs: a circle is then entered where something leads into it.
  [...nodes].sort((a, b) => a.from.length - b.from.length).forEach((one) => state.has(one) || visit(one));
  const place = new Map(order.reverse().map((one, index) => [one, index]));
  nodes.forEach((one) => { one.layer = 0; });
  order.forEach((one) => one.to.filter((next) => place.get(next) > place.get(one))
    .forEach((next) => { next.layer = Math.max(next.layer, one.layer + 1); }));
}
