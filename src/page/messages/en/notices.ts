/** What is said in passing, and what goes wrong. */
export const notices = {
  'notices.ignored':
    '{count, plural, one {One part of the link is} other {# parts of the link are}} left out',
  'notices.failed': 'Computing or drawing failed: {reason}',
  'notices.notLoaded':
    'A part of the page did not load: there is no network, or a newer Ganfield has taken its place. Try it again, or reload the page; the address keeps the experiment.',
  'notices.linkCopied': 'The link is copied: it opens this very experiment.',
  'notices.frameCopied': 'The HTML is copied: it shows this experiment in a page.',
  'notices.citationCopied':
    'The BibTeX entry is copied: it names the version and opens this experiment.',
  'notices.copyRefused': 'The browser does not let the page copy. Here it is: {text}',
  'notices.dropHere': 'Drop the file to open its experiment',
  'notices.lostForGood':
    'The graphics device was lost repeatedly; a reload of the page tries it again.',
  'notices.lost': 'The graphics device was lost; opening it again.',
  'notices.failedOnGpu': 'The graphics adapter failed ({reason}) and is opened again.',
  'notices.gpuFailedForGood':
    'The graphics adapter failed repeatedly ({reason}); a reload of the page tries it again.',
  'notices.recovered': 'The graphics device was lost and opened again.',
  'notices.noWorker': 'the worker that computes could not be loaded; reload the page',
  'notices.inGanfield': '{model} in Ganfield',
} as const;
