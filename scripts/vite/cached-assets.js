/**
 * `npm start` and the tests serve what has its content in its name as hosts of static pages do: the
 * browser keeps it, so a part of the page that has arrived is there for `import()`, network or none.
 */

/** @returns {import('vite').Plugin} */
export function cachedAssets() {
  return {
    name: 'ganfield:cached-assets',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/assets/')) {
          response.setHeader('Cache-Control', 'max-age=31536000, immutable');
        }
        next();
      });
    },
  };
}
