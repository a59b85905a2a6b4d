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
  'verify.report': 'Agreement with float64',
  'verify.verdicts.agrees': 'The map shows what float64 gives.',
  'verify.verdicts.shares':
    'This experiment magnifies rounding so much that many single initial conditions cannot be compared. What can be is how their values are distributed, and that agrees.',
  'verify.verdicts.doubtful':
    'The map shows what float64 gives, but for a few initial conditions without a known reason.',
  'verify.verdicts.contradicted':
    'The map shows what float64 gives, but both contradict an independent integration: a fault that they have in common.',
  'verify.verdicts.failed': 'The map does not show what float64 gives.',
  'verify.error': 'The float64 check did not finish: {message}',
} as const;
