/** Map and flow, and what is around them. */
export const panes = {
  'panes.mapOf': '{measure}, T = {time}',
  'panes.states': '{count} particles, t = {time}',
  'panes.passing': 'pale: from outside',
  'panes.ended': ' = T, then anew',
  'panes.empty': ': all have left the window, then anew',
  'panes.fill': 'Fill the window, or restore it',
  'panes.tracesOnly': 'traces only',
  'panes.traces': 'traces',
  'panes.play': 'Play',
  'panes.pause': 'Pause',
  'panes.playKey': 'Play (space)',
  'panes.pauseKey': 'Pause (space)',
  'panes.onProcessor':
    '{reason} So the processor computes a smaller map, and the flow shows traces without particles.',
  'panes.range': '{symbol} from {from} to {to}',
  'panes.describe':
    '{name}: {ranges}. Plus and minus zoom, arrows pan, 0 resets, Enter sets a probe.',
  'panes.across': '{range} across',
  'panes.up': '{range} up',
  'panes.ofStarts': 'Of {count} initial conditions: {outcomes}',
  'panes.everywhere': 'everywhere: {label}',
  'panes.tools': 'View',
  'panes.back': 'Back: the view before',
  'panes.forward': 'Forward: the view after',
  'panes.swap': 'Swap: a map over parameters, or over initial conditions',
  'panes.crossHair': 'The flow is seen at {values}. Drag, or move by arrow keys.',
  'panes.home': 'Reset the view (double click, 0)',
  'panes.pin': 'Pin the colour range: other maps keep it',
  'panes.zoomOut': 'Zoom out (−)',
  'panes.zoomIn': 'Zoom in (+)',
  'panes.onLines':
    'Every start has L = 0 here: each path stays on a line through 0, as in one dimension. Hold other values than 0 for the general case.',
  'panes.deep':
    'Deeper than float32 sees: here the processor computes the map, in float64 and coarser.',
} as const;
