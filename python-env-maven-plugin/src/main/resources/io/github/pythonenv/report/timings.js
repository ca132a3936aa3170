// How long runs took, stage by stage, and whether that grows.

const COLOURS = d3.range(8).map((index) => `var(--c${index})`);

function timingsSection() {
  const runs = (data.runs || []).slice(-60);
  if (!runs.length) {
    return section('timings', 'Timings', el('p', { class: 'soft' }, 'No run was kept yet: the next one that builds something will be.'));
  }
  const builds = runs.filter((run) => run.stages.length);
  const stages = [...new Set(builds.flatMap((run) => run.stages.map((stage) => stage.stage)))];
  const colour = d3.scaleOrdinal(stages, COLOURS);
  const last = builds[builds.length - 1];
  return section('timings', 'Timings',
    last ? el('div', { class: 'panel pad' }, el('h3', {}, `The last build: ${time(last.milliseconds)}, ${date(last.started)}`),
      lengths(last.stages.map((stage) => [[colourKey(colour(stage.stage)), words(stage.stage)], stage.milliseconds, colour(stage.stage),
        stage.bytes ? bytes(stage.bytes) : '']), time, 'stages'),
      builds.length > 1 ? [el('h3', {}, 'The last ' + many(builds.length, 'build')),
        el('div', { class: 'keys' }, stages.map((stage) => el('span', {}, colourKey(colour(stage)), words(stage)))),
        buildBars(builds, colour)] : []) : null,
    trends(runs), fold('Runs as a table', () => runTable(runs)));
}

function colourKey(colour) {
  const key = el('i');
  key.style.background = colour;
  return key;
}

function buildBars(builds, colour) {
  const [width, height, left, bottom] = [1200, 240, 40, 24];
  const svg = d3.create('svg').attr('viewBox', [0, 0, width, height]).attr('role', 'img')
    .attr('aria-label', 'Seconds of each build by stage; the table below says the same.');
  const x = d3.scaleBand(d3.range(builds.length), [left, width - 4]).padding(0.22);
  const sum = (run) => d3.sum(run.stages, (stage) => stage.milliseconds) / 1000;
  const y = d3.scaleLinear([0, d3.max(builds, sum) || 1], [height - bottom, 16]).nice(5);
  const wide = Math.min(46, x.bandwidth());
  const day = d3.utcFormat('%-d %b');
  const days = builds.map((run) => day(new Date(run.started)));
  // A day is told once, where it begins, and not more often than has room.
  const every = Math.ceil(builds.length / 14);
  const told = d3.range(0, builds.length, every).filter((index, place, all) => place === 0 || days[index] !== days[all[place - 1]]);
  svg.append('g').attr('transform', `translate(${left},0)`).call(d3.axisLeft(y).ticks(5).tickSize(left - width).tickFormat((value) => value + ' s'))
    .selectAll('text').attr('x', -6);
  svg.append('g').attr('transform', `translate(0,${height - bottom})`).call(d3.axisBottom(x).tickSize(0).tickPadding(8)
    .tickValues(told).tickFormat((index) => days[index]));
  builds.forEach((run, index) => {
    const bar = svg.append('g').attr('transform', `translate(${x(index) + (x.bandwidth() - wide) / 2},0)`);
    let from = 0;
    run.stages.forEach((stage) => {
      const to = from + stage.milliseconds / 1000;
      bar.append('rect').attr('width', wide).attr('y', y(to)).attr('height', y(from) - y(to)).style('fill', colour(stage.stage));
      from = to;
    });
    if (run.outcome === 'failed') {
      bar.append('text').attr('class', 'miss').attr('x', wide / 2).attr('y', y(from) - 4).attr('text-anchor', 'middle').text('✕');
    }
    bar.append('title').text(`${date(run.started)}: ${run.outcome}, ${time(run.milliseconds)}\n`
      + run.stages.map((stage) => words(stage.stage) + ' ' + time(stage.milliseconds)).join('\n'));
  });
  return el('div', { class: 'chart bars' }, svg.node());
}

const MEASURES = {
  totalSeconds: ['Whole run', 's'], installSeconds: ['Installing packages', 's'], environmentMegabytes: ['Size of the packages', 'MB'],
  startMilliseconds: ['Start of the interpreter', 'ms'], testSeconds: ['Tests', 's'], coverage: ['Coverage', '%'],
  peakMemoryMegabytes: ['Memory of child processes', 'MB'], lintFindings: ['Findings of the linter', ''], typeErrors: ['Errors of the type checker', ''],
  gpuPercent: ['Use of the GPU', '%'], gpuMemoryMegabytes: ['Memory in use on the GPU', 'MB'],
};

/** A line for each measure that was taken more than once, with its budget where there is one. */
function trends(runs) {
  const ended = runs.filter((run) => run.outcome !== 'failed');
  const limits = new Map(data.budgets.limits.map((one) => [one.measure, one.limit]));
  return el('div', { class: 'trends' }, Object.entries(MEASURES).map(([id, [title, unit]]) => {
    const taken = ended.filter((run) => run.measures[id] !== undefined);
    if (taken.length < 2) {
      return null;
    }
    // What run costs is held against nothing.
    const limit = taken[taken.length - 1].goal === 'run' ? undefined : limits.get(id);
    return trend(title, unit, taken.map((run) => [run.started, run.measures[id]]), limit, id === 'coverage' || id === 'gpuPercent');
  }).filter(Boolean));
}

function trend(title, unit, points, limit, moreIsBetter) {
  const [width, height] = [320, 84];
  const values = points.map((point) => point[1]);
  const last = values[values.length - 1];
  const median = d3.median(values);
  const over = limit !== undefined && (moreIsBetter ? last < limit : last > limit);
  const x = d3.scalePoint(d3.range(points.length), [6, width - 6]);
  const y = d3.scaleLinear([0, Math.max(d3.max(values), limit || 0) || 1], [height - 4, 8]);
  const svg = d3.create('svg').attr('viewBox', [0, 0, width, height]).attr('role', 'img')
    .attr('aria-label', `${title}: from ${amount(values[0], unit)} to ${amount(last, unit)} in ${points.length} runs`);
  const level = (value, name) => svg.append('line').attr('class', name).attr('x1', 0).attr('x2', width).attr('y1', y(value)).attr('y2', y(value));
  svg.append('path').attr('class', 'under').attr('d', d3.area((point, index) => x(index), y(0), (point) => y(point[1]))(points));
  level(median, 'median').append('title').text('median ' + amount(median, unit));
  if (limit !== undefined) {
    level(limit, 'limit').append('title').text('budget ' + amount(limit, unit));
  }
  svg.append('path').attr('class', 'trend').attr('d', d3.line((point, index) => x(index), (point) => y(point[1]))(points));
  svg.append('circle').attr('class', 'last').attr('cx', x(points.length - 1)).attr('cy', y(last)).attr('r', 4);
  // Each point says when and how much, in a strip that is easily hit.
  const step = x.step() || width;
  svg.append('g').selectAll('rect').data(points).join('rect').attr('x', (point, index) => x(index) - step / 2).attr('width', step)
    .attr('height', height).attr('fill', 'transparent').append('title').text((point) => date(point[0]) + ': ' + amount(point[1], unit));
  return el('div', { class: 'panel chart' }, el('span', { class: 'soft' }, title), el('b', {}, amount(last, unit)),
    el('span', { class: 'soft' }, 'median ' + amount(median, unit)),
    limit === undefined ? null : el('span', { class: over ? 'soft warning' : 'soft' }, (over ? (moreIsBetter ? ', below the' : ', over the') : ',') + ' budget ' + amount(limit, unit)),
    svg.node());
}

function runTable(runs) {
  return table([
    { title: 'Started', text: (run) => date(run.started), key: (run) => run.started },
    { title: 'Goal', text: (run) => run.goal },
    { title: 'Outcome', text: (run) => run.outcome, key: (run) => run.outcome },
    { title: 'Took', text: (run) => time(run.milliseconds), key: (run) => run.milliseconds, number: true },
    { title: 'Packages', text: (run) => run.packages ? run.packages + ', ' + run.fetched + ' fetched' : '', number: true },
    { title: 'Moved', text: (run) => bytes(d3.sum(run.stages, (stage) => stage.bytes)), number: true },
    { title: 'Child processes', text: (run) => run.children.started, number: true },
    { title: 'Their CPU', text: (run) => time(run.children.cpuMilliseconds), key: (run) => run.children.cpuMilliseconds, number: true },
    { title: 'Their memory', text: (run) => bytes(run.children.peakBytes), key: (run) => run.children.peakBytes, number: true },
  ], [...runs].reverse());
}
