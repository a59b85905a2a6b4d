/** Keeps the page's files for a visit without a network; not while the page is being developed. */
export function workOffline(): void {
  if (import.meta.env.MODE !== 'production') return;
  const register = async () => {
    try {
      await navigator.serviceWorker.register('./offline.js');
    } catch {
      // An insecure address, a sandbox, a browser that keeps nothing: then not.
    }
  };
  // The first visit needs the network for itself until everything is there.
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}
