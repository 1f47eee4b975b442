/** Addresses to pages: a table, and the browser's history. Links inside the page need no handler of their own. */

export type Route =
  | { page: 'library' }
  | { page: 'story'; id: string }
  | { page: 'join'; token: string }
  | { page: 'owner'; token: string }
  | { page: 'nowhere' }

const TABLE: [RegExp, (part: string) => Route][] = [
  [/^\/$/, () => ({ page: 'library' })],
  [/^\/stories\/([^/]+)\/?$/, (id) => ({ page: 'story', id })],
  [/^\/join\/([^/]+)\/?$/, (token) => ({ page: 'join', token })],
  [/^\/owner\/([^/]+)\/?$/, (token) => ({ page: 'owner', token })],
]

/** Never throws: what cannot be read is nowhere. */
export function routeOf(path: string): Route {
  for (const [pattern, make] of TABLE) {
    const match = pattern.exec(path)
    const part = match && decoded(match[1] ?? '')
    if (match && part !== null) return make(part ?? '')
  }
  return { page: 'nowhere' }
}

/** Goes to an address of ours without loading the page anew. `replace`: Back does not return here. */
export function goTo(path: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Calls `show` now and at every later change of address; turns plain clicks on links of ours into `goTo`. */
export function watchRoute(show: (route: Route) => void): void {
  const tell = () => show(routeOf(location.pathname))
  addEventListener('popstate', tell)
  document.addEventListener('click', (event) => {
    const link = ownLink(event)
    if (!link) return
    event.preventDefault()
    if (link.pathname !== location.pathname) goTo(link.pathname)
  })
  tell()
}

function ownLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return null
  const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement) as HTMLAnchorElement | undefined
  if (!link || link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')) return null
  return link.hash !== '' || link.pathname.startsWith('/api/') ? null : link
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
