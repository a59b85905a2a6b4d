/** @typedef {import('playwright-core').BrowserContext} BrowserContext */

/**
 * Tells of everything that goes wrong in a browser's pages and should not: console errors, uncaught
 * errors, failed requests.
 * @param {BrowserContext} context
 * @param {(problem: string) => void} note
 */
export function listen(context, note) {
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    note(`uncaught: ${error.stack ?? error.message}`);
  });
  context.on('requestfailed', (request) => {
    const { errorText } = request.failure() ?? { errorText: '' };
    // What a page was still loading when it was left failed for nobody.
    if (errorText === 'net::ERR_ABORTED') return;
    note(`request: ${request.url()} ${errorText}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) note(`response: ${response.url()} ${response.status()}`);
  });
}
