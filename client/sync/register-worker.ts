/** Registers the service worker (client/sw.ts), which lets a reload open while the server is down. */

/**
 * For client/main.ts, once the first page stands. Does nothing where the browser has no service workers (plain http on
 * another host than localhost): the tool works without, only a reload while offline does not.
 */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name)
    active?.postMessage(loaded.filter((address) => address.startsWith(`${location.origin}/assets/`)))
  } catch (error) {
    // A browser may refuse (private window, policy); nothing that is open depends on it.
    console.warn('Galley cannot be reloaded while offline here:', error)
  }
}
