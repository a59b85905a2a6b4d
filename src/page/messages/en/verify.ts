/** What leads to what `later/verify.ts` speaks of. */
export const verify = {
  'verify.name': 'f64 check',
  'verify.hint': 'Computes a random sample of this map again in float64 and compares',
  'verify.waiting': 'f64 check: waits for the map',
  'verify.running': 'f64 check: {percent}%',
  'verify.cancel': 'Press to cancel',
  'verify.own': 'f64 check: the map itself is float64',
  'verify.agrees': 'f64 check: {agreeing} of {count} agree',
  'verify.shares': 'f64 check: {agreeing} of {count} agree, the others as a whole',
  'verify.failed': 'f64 check FAILED: {agreeing} of {count} agree',
  'verify.contradicted': 'f64 check FAILED: {count} of {all} contradict an independent integration',
  'verify.alarm':
    'The float64 check failed: only {agreeing} of {count} starts of this map agree. Do not trust what it shows. Reload the page or try another browser; where it stays so, the graphics driver or Ganfield computes wrongly.',
  'verify.alarmShares':
    'The float64 check failed: {rounding} starts are too sensitive to compare one by one, and together they are not distributed as in float64. Do not trust what the map shows.',
  'verify.alarmContradicted':
    'The check failed: float32 and float64 agree, but {count, plural, one {# start contradicts} other {# starts contradict}} an independent integration, so both have a fault in common. Do not trust what the map shows there.',
  'verify.report': 'Agreement with float64',
  'verify.verdicts.agrees': 'The map shows what float64 gives.',
  'verify.verdicts.shares':
    'This experiment magnifies rounding so much that many single starts cannot be compared. What can be is how their values are distributed, and that agrees.',
  'verify.verdicts.doubtful':
    'The map shows what float64 gives, but for a few starts without a known reason.',
  'verify.verdicts.contradicted':
    'The map shows what float64 gives, but both contradict an independent integration: a fault that they have in common.',
  'verify.verdicts.failed': 'The map does not show what float64 gives.',
  'verify.error': 'The float64 check did not finish: {message}',
} as const;
