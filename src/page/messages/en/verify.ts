export const verify = {
  name: 'f64 check',
  hint: 'Computes a random sample of this map again in float64 and compares',
  waiting: 'f64 check: waits for the map',
  running: (percent: number) => `f64 check: ${percent}%`,
  cancel: 'Press to cancel',
  own: 'f64 check: the map itself is float64',
  agrees: (agreeing: string, count: string) => `f64 check: ${agreeing} of ${count} agree`,
  shares: (agreeing: string, count: string) =>
    `f64 check: ${agreeing} of ${count} agree, the others as a whole`,
  failed: (agreeing: string, count: string) => `f64 check FAILED: ${agreeing} of ${count} agree`,
  alarm: (agreeing: string, count: string) =>
    `The float64 check failed: only ${agreeing} of ${count} starts of this map agree. Do not trust what it shows. Reload the page or try another browser; where it stays so, the graphics driver or Ganfield computes wrongly.`,
  alarmShares: (rounding: string) =>
    `The float64 check failed: ${rounding} starts are too sensitive to compare one by one, and together they are not distributed as in float64. Do not trust what the map shows.`,
  report: 'Agreement with float64',
  verdicts: {
    agrees: 'The map shows what float64 gives.',
    shares:
      'This experiment magnifies rounding so much that many single starts cannot be compared. What can be is how their values are distributed, and that agrees.',
    doubtful: 'The map shows what float64 gives, but for a few starts without a known reason.',
    failed: 'The map does not show what float64 gives.',
  },
  findings: {
    agrees: (count: string) => `${count} agree within the tolerance.`,
    rounding: (count: string) =>
      `${count} differ by no more than float32’s rounding makes float64 itself differ: chaos, or a boundary nearer than float32 sees.`,
    boundary: (count: string) => `${count} differ and lie beside a boundary: expected.`,
    astray: (count: string) => `${count} differ elsewhere, for no known reason.`,
  },
  sample: (count: string, side: number) =>
    `${count} random starts of the ${side}² on the map, spread evenly, computed again in float64.`,
  map: 'map',
  values: (shown: string, expected: string) => `map ${shown}, float64 ${expected}`,
  more: (count: string) => `and ${count} more`,
  marks: 'Starts that disagree with float64',
  again: 'Check another sample',
  error: (message: string) => `The float64 check did not finish: ${message}`,
};
