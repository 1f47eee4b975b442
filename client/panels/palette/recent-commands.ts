/** The commands used last, remembered in this browser; nothing is remembered where the browser allows no storage. */

const KEY = 'galley/recent-commands'
const MOST = 5

/** Ids, the latest first. */
export function recentCommands(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    // A forbidden or spoilt store: there are no recent ones then.
    return []
  }
}

export function rememberCommand(id: string): void {
  const next = [id, ...recentCommands().filter((other) => other !== id)].slice(0, MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // A forbidden or full store: the palette only loses its shortcut.
  }
}
