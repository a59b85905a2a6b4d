/** What is said in passing, and what goes wrong. */
export const notices = {
  ignored: (what: readonly string[]) => `Ignored in the link: ${what.join('; ')}.`,
  failed: (reason: string) => `Computing or drawing failed: ${reason}`,
  linkCopied: 'The link is copied: it opens this very experiment.',
  frameCopied: 'The HTML is copied: it shows this experiment in a page.',
  copyRefused: (text: string) => `The browser does not let the page copy. Here it is: ${text}`,
  opened: (file: string) => `Opened the experiment in ${file}.`,
  notOpened: (file: string, reason: string) => `${file} could not be opened: ${reason}.`,
  lostForGood: 'The graphics device was lost repeatedly; a reload of the page tries it again.',
  lost: 'The graphics device was lost; opening it again.',
  recovered: 'The graphics device was lost and opened again.',
  noWebGpu: 'WebGPU failed for an unknown reason.',
  noWorker: 'the worker that computes could not be loaded; reload the page',
  undone: (change: string) => `Undone: ${change}`,
  redone: (change: string) => `Redone: ${change}`,
  choices: (count: number) => `${count} choices`,
  slice: 'slice',
  inGanfield: (model: string) => `${model} in Ganfield`,
  /** A message of the experiment's schema, which is English. */
  refusal: (message: string) => message,
};
