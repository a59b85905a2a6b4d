/** Registers the service worker that caches the page's files; in production builds only. */
export function workOffline(): void {
  if (import.meta.env.MODE !== 'production') return;
  const register = async () => {
    try {
      await navigator.serviceWorker.register('./offline.js');
    } catch (error) {
      // An insecure address, a sandbox, a browser that keeps nothing, no network: then not.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  };
  // The first visit needs the network for itself until everything is there.
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}
