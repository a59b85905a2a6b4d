/** Probes, their list and their plots. */
export const probes = {
  'probes.add': '+ probe',
  'probes.addTitle':
    'Adds a probe: here in the middle, by a click or tap where you like. A ninth takes the place of the oldest.',
  'probes.addLabel': 'Add a probe in the middle',
  'probes.hintTouch': 'or tap a pane; two fingers zoom and pan',
  'probes.hintMouse': 'or click a pane; scroll to zoom, drag to pan',
  'probes.probe': 'Probe {number}',
  'probes.handle': 'Probe {number}: {start}. Arrow keys move it, Delete removes it.',
  'probes.saveCsv': 'Save as CSV the trace of probe',
  'probes.remove': 'Remove probe',
  'probes.oneDiverged': 'one diverged',
  'probes.differenceTitle':
    'largest distance of the float32 trace, which is drawn, from the float64 one',
  'probes.plotShows': 'Plot {number} shows',
  'probes.log': 'log',
  'probes.logTitle': 'Logarithmic axis',
} as const;
