// The packages: which needs which, and which one is chosen.

const packages = new Map((data.packages || []).map((one) => [one.name, one]));
const requiredBy = new Map();
packages.forEach((one) => one.requires.forEach((need) => {
  if (packages.has(need.name)) {
    requiredBy.set(need.name, [...(requiredBy.get(need.name) || []), { name: one.name, need }]);
  }
}));

// What the inputs ask for, and what nothing that is known leads to.
const asked = (one) => one.direct && one.askedBy.length > 0;
const unexplained = (one) => one.direct && one.askedBy.length === 0;

const kind = (one) => asked(one) ? 'direct' : unexplained(one) ? 'adrift' : 'needed';

const needsOf = (name) => packages.get(name).requires.map((need) => need.name).filter((need) => packages.has(need));
const needing = (name) => (requiredBy.get(name) || []).map((one) => one.name);

/** All packages that can be reached, the nearest first, each with how far it is and the step that it was reached by. */
function reach(start, steps) {
  const seen = new Map([[start, { far: 0, by: null }]]);
  for (const [at, { far }] of seen) {
    steps(at).filter((next) => !seen.has(next)).forEach((next) => seen.set(next, { far: far + 1, by: at }));
  }
  return seen;
}

const below = (name) => reach(name, needsOf);
const above = (name) => reach(name, needing);

/** The shortest way from each package that is asked for to this one, the shortest first. */
function ways(name) {
  const reached = above(name);
  return [...reached.keys()].filter((one) => packages.get(one).direct && one !== name).map((one) => {
    const way = [one];
    for (let next = reached.get(one).by; next; next = reached.get(next).by) {
      way.push(next);
    }
    return way;
  }).sort((a, b) => a.length - b.length || d3.ascending(a[0], b[0]));
}

const listeners = [];
let current = null;

/** Chooses a package, or none; the address says which, so that the browser's way back works. */
function choose(name) {
  location.hash = 'package=' + encodeURIComponent(name || '');
  chosen();
}

function chosen() {
  if (!location.hash.startsWith('#package=')) {
    return;
  }
  const found = [...packages.keys()].find((name) => location.hash === '#package=' + encodeURIComponent(name));
  if ((found || null) !== current) {
    current = found || null;
    listeners.forEach((listener) => listener(current));
  }
}

function packageLink(name) {
  return packages.has(name)
    ? el('button', { type: 'button', class: 'link', click: () => choose(name) }, name)
    : el('span', { class: 'code' }, name);
}
