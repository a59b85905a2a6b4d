/** Map and flow, and what is around them. */
export const panes = {
  mapOf: (measure: string, time: string) => `${measure}, T = ${time}`,
  states: (count: string, time: string) => `${count} states, t = ${time}`,
  tracesOnly: 'traces only',
  traces: 'traces',
  play: 'Play',
  pause: 'Pause',
  playKey: 'Play (space)',
  pauseKey: 'Pause (space)',
  onProcessor: (reason: string) =>
    `${reason} So the processor computes a smaller map, and the flow shows traces without particles.`,
  range: (symbol: string, from: string, to: string) => `${symbol} from ${from} to ${to}`,
  describe: (name: string, ranges: string) =>
    `${name}: ${ranges}. Plus and minus zoom, arrows pan, 0 resets, Enter sets a probe.`,
  across: (range: string) => `${range} across`,
  up: (range: string) => `${range} up`,
  mapInWords: (axes: string, values: string, outcomes: string) =>
    [axes, values, outcomes]
      .filter((part) => part !== '')
      .map((part) => `${part}.`)
      .join(' '),
  ofStarts: (count: string, outcomes: string) => `Of ${count} starts: ${outcomes}`,
  tools: 'View',
  back: 'Back: the view before',
  forward: 'Forward: the view after',
  home: 'Reset the view (double click, 0)',
  zoomOut: 'Zoom out (−)',
  zoomIn: 'Zoom in (+)',
  tooDeep: (steps: string) =>
    `This is as deep as float32 sees: neighbouring starts are ${steps} of its steps apart, so blocks and stripes here are rounding, not dynamics.`,
};
