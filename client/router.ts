/** Which page an address means, and going from one to another without loading anew. Pages themselves are galley-app's. */
import { type ReadonlySignal, signal } from '@preact/signals-core'

export type Route =
  | { page: 'library' }
  | { page: 'story'; id: string }
  | { page: 'join'; token: string }
  | { page: 'owner'; token: string }
  | { page: 'back'; token: string }
  | { page: 'sign-in' }
  | { page: 'you' }
  | { page: 'people' }
  | { page: 'activity' }
  | { page: 'unknown' }

const now = signal<Route>({ page: 'library' })

export const route: ReadonlySignal<Route> = now

/** Reads a path such as "/stories/abc"; a trailing "/" makes no difference. */
export function routeOf(path: string): Route {
  const [, first = '', second = '', ...rest] = path.replace(/(?<=.)\/$/, '').split('/')
  const name = decoded(second)
  if (first === '' && second === '') return { page: 'library' }
  if (second === '' && first === 'sign-in') return { page: 'sign-in' }
  if (second === '' && first === 'you') return { page: 'you' }
  if (second === '' && first === 'people') return { page: 'people' }
  if (second === '' && first === 'activity') return { page: 'activity' }
  if (rest.length > 0 || !name) return { page: 'unknown' }
  if (first === 'stories') return { page: 'story', id: name }
  if (first === 'join') return { page: 'join', token: name }
  if (first === 'owner') return { page: 'owner', token: name }
  if (first === 'back') return { page: 'back', token: name }
  return { page: 'unknown' }
}

export function storyPath(id: string): string {
  return `/stories/${encodeURIComponent(id)}`
}

/** Shows the page at `path`; `replace` leaves no trace of the present one in the history. */
export function go(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  now.value = routeOf(location.pathname)
  scrollTo(0, 0)
}

/** To be called once: reads the address, follows the history and plain clicks on links into the client. */
export function beginRouting(): void {
  now.value = routeOf(location.pathname)
  addEventListener('popstate', () => {
    now.value = routeOf(location.pathname)
  })
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!link || event.defaultPrevented || !staysHere(event, link)) return
    event.preventDefault()
    go(link.pathname + link.search)
  })
}

function staysHere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const ours = link.origin === location.origin && routeOf(link.pathname).page !== 'unknown'
  return plain && ours && link.hash === '' && link.target === '' && !link.hasAttribute('download')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}
