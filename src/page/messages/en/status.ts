/** The line at the page’s foot. */
export const status = {
  'status.opening': 'opening …',
  'status.processor': 'processor, float64',
  'status.particles': '{count} particles',
  'status.map': 'map {side}{percent}%',
  'status.steps': '{count} steps/s',
  'status.frame': '{milliseconds} ms/frame',
  'status.titles.adapter': 'what computes',
  'status.titles.map': 'initial conditions on the map, and how much of it is done',
  'status.titles.particles': 'particles in the flow',
  'status.titles.time': 'time that the flow has reached',
  'status.titles.steps': 'steps of single initial conditions computed per second',
  'status.titles.frame': 'time from one frame to the next',
} as const;
