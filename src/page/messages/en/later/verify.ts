/** The check in float64. */
export const verify = {
  'verify.alarm':
    'The float64 check failed: only {agreeing} of {count} initial conditions of this map agree. Do not trust what it shows. Reload the page or try another browser; where it stays so, the graphics driver or Ganfield computes wrongly.',
  'verify.alarmShares':
    'The float64 check failed: {rounding} initial conditions are too sensitive to compare one by one, and together they are not distributed as in float64. Do not trust what the map shows.',
  'verify.alarmContradicted':
    'The check failed: float32 and float64 agree, but {count, plural, one {# initial condition contradicts} other {# initial conditions contradict}} an independent integration, so both have a fault in common. Do not trust what the map shows there.',
  'verify.findings.agrees': '{count, plural, one {# agrees} other {# agree}} within the tolerance.',
  'verify.findings.rounding':
    '{count, plural, one {# differs} other {# differ}} by no more than float32’s rounding makes float64 itself differ: chaos, or a boundary nearer than float32 sees.',
  'verify.findings.boundary':
    '{count, plural, one {# differs and lies} other {# differ and lie}} beside a boundary: expected.',
  'verify.findings.unknown':
    '{count, plural, one {# has} other {# have}} decayed below what float32 knows: no number on the map, one in float64.',
  'verify.findings.astray':
    '{count, plural, one {# differs} other {# differ}} elsewhere, for no known reason.',
  'verify.sample':
    '{count} random initial conditions of the {side}² on the map, spread evenly, computed again in float64.',
  'verify.independent.intro':
    '{count, plural, one {# initial condition} other {# initial conditions}} also integrated by a method of its own (Gauss-Legendre collocation of order 16), and measured from its path:',
  'verify.independent.agrees': '{count, plural, one {# agrees} other {# agree}} with it.',
  'verify.independent.step':
    '{count, plural, one {# is} other {# are}} off by the error of the method’s own steps: finer ones remove it.',
  'verify.independent.rounding':
    '{count, plural, one {# is} other {# are}} off by no more than rounding moves the path itself.',
  'verify.independent.unjudged':
    '{count, number} cannot be judged: no claim is made, or the path is too stiff to follow.',
  'verify.independent.contradicted':
    '{count, plural, one {# contradicts} other {# contradict}} it.',
  'verify.independent.column': 'independent',
  'verify.independent.otherwise': 'goes otherwise',
  'verify.independent.values': 'map {shown}, independently {expected}',
  'verify.map': 'map',
  'verify.values': 'map {shown}, float64 {expected}',
  'verify.more': 'and {count} more',
  'verify.marks': 'Initial conditions that disagree with float64',
  'verify.again': 'Check another sample',
} as const;
