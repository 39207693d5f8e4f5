/** The figures to reach, by the name of their row; the table shows the rows in this order. */

/** @typedef {{ value: number, unit: string, runs: number }} Row */

/** @type {Record<string, { most?: number, least?: number, below?: number }>} */
const targets = {
  activate: { most: 15 },
  'activate.load': {},
  'panel.ratioToBlank': { most: 1.25 },
  'panel.ratioToPreview': { below: 1 },
  'panel.painted': {},
  'panel.blankPainted': {},
  'panel.previewPainted': {},
  'progress.painted': {},
  'progress.longestTask': { most: 100 },
  'run.firstOutputOverhead': { most: 25 },
  'run.bareFirstOutput': {},
  'run.throughput': {},
  'run.panelFirstOutput': {},
  'run.panelOverhead': { most: 25 },
  'run.panelThroughput': { least: 50 },
  'run.longestFrame': { most: 100 },
  'exercise.verdictRatio': { most: 1.3 },
  'trace.stepSmall': { most: 150 },
  'trace.step250': { most: 1500 },
  'trace.kbPerStep': { most: 1 },
  'trace.kbPerStep250': { most: 1 },
  'trace.firstStep': { most: 300 },
  'trace.step': { most: 16 },
  'trace.longestFrame': { most: 50 },
  'pack10k.ready': { most: 1000 },
  'pack10k.index': {},
  'pack10k.search': { most: 30 },
  'quiz.verdict': { most: 20 },
  'quiz.echo': {},
  'quiz.open10': {},
  'quiz.open1000': {},
  'quiz.open1000Ratio': { most: 1.2 },
  'review.dueCold': { most: 300 },
  'review.dueWarm': { most: 5 },
  'journal.foldCold': { most: 300 },
  'journal.foldWarm': { most: 5 },
  'bundle.activation': { most: 200 },
  'bundle.total': {},
  vsix: { most: 10240 },
};

/**
 * @param {Record<string, Row>} rows
 * @returns {string}
 */
export function table(rows) {
  const order = Object.keys(targets);
  const names = Object.keys(rows).sort((a, b) => place(order, a) - place(order, b));
  const cells = names.flatMap((name) => {
    const row = rows[name];
    return row === undefined ? [] : [[name, shown(row.value), row.unit, ...judged(name, row)]];
  });
  const lines = [['name', 'value', 'unit', 'target', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {string[]} order
 * @param {string} name
 */
function place(order, name) {
  const index = order.indexOf(name);
  return index < 0 ? order.length : index;
}

/**
 * @param {string} name
 * @param {Row} row
 * @returns {[target: string, verdict: string]}
 */
function judged(name, { value, unit }) {
  const { most, least, below } = targets[name] ?? {};
  const limit = most ?? least ?? below;
  if (limit === undefined) return ['', ''];
  const sign = most !== undefined ? '≤' : least !== undefined ? '≥' : '<';
  const met =
    most !== undefined ? value <= most : least !== undefined ? value >= least : value < limit;
  const by = Math.abs(value - limit);
  return [`${sign} ${limit}`, met ? 'met' : `missed by ${shown(by)} ${unit}`];
}

/** @param {number} value */
function shown(value) {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
