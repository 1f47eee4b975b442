/** Hands bytes to the browser as a download; for files that were asked for by script, so that a refusal could be shown. */

/** Long enough for a browser to have begun reading, milliseconds. */
const KEPT_MS = 60_000

/** The browser asks, or does not ask, where to put it, as it does for a link. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
