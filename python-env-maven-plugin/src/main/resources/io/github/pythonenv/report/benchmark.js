// What was measured without the tuning and with it, beside each other; nothing where nobody measured.

function benchmarkSection() {
  const measured = data.benchmark;
  if (!measured) {
    return null;
  }
  const compared = measured.figures.some((one) => one.tuned !== undefined);
  const shown = (value, unit) => value === undefined ? '–' : amount(value, unit);
  return section('benchmark', 'Without tuning and with it',
    el('p', { class: 'soft' }, `Medians of ${many(measured.rounds, 'round')}, measured ${date(measured.started)}.${compared ? ' A gain of 2 is twice as good.' : ''}`),
    el('div', { class: 'panel pad' }, table([
      { title: 'Figure', text: (one) => one.title, key: (one) => one.title },
      { title: 'Without tuning', text: (one) => shown(one.plain, one.unit), number: true },
      ...(compared ? [{ title: 'With tuning', text: (one) => shown(one.tuned, one.unit), number: true },
        { title: 'Gain', text: (one) => one.gain === undefined ? '–' : gain(one.gain), key: (one) => one.gain || 0, number: true }] : []),
    ], measured.figures)),
    measured.skipped.length ? el('ul', { class: 'soft' }, measured.skipped.map((one) => el('li', {}, `Not measured: ${one.label}. ${one.text}`))) : null);
}

/** What is within a twentieth is told without an arrow: two rounds of the same differ as much. */
function gain(factor) {
  const word = factor > 1.05 ? 'passed' : factor < 0.95 ? 'warning' : '';
  return el('span', { class: word }, (factor > 1.05 ? '▲ ' : factor < 0.95 ? '▼ ' : '') + factor.toFixed(2) + ' ×');
}
