export const probes = {
  add: '+ probe',
  addTitle:
    'Adds a probe: here in the middle, by a click or tap where you like. A ninth takes the place of the oldest.',
  addLabel: 'Add a probe in the middle',
  hintTouch: 'or tap a pane; two fingers zoom and pan',
  hintMouse: 'or click a pane; scroll to zoom, drag to pan',
  probe: (number: number) => `Probe ${number}`,
  handle: (number: number, start: string) =>
    `Probe ${number}: ${start}. Arrow keys move it, Delete removes it.`,
  saveCsv: 'Save as CSV the trace of probe',
  remove: 'Remove probe',
  oneDiverged: 'one diverged',
  differenceTitle: 'largest distance of the float32 trace, which is drawn, from the float64 one',
  plotShows: (number: number) => `Plot ${number} shows`,
  log: 'log',
  logTitle: 'Logarithmic axis',
  overTime: (quantity: string) => `${quantity} over time`,
};
