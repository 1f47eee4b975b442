/** Where to go after signing in: a path of our own and nothing else, whatever an address asks for. */
import { routeOf } from '../../router.ts'

/**
 * The path that `to` asks for, if it stays at `origin` and is one of the client's pages that stand behind a sign-in; else
 * "/". A browser reads "//host", "/\host" and tabs in between as other hosts; so does the parser that is asked here.
 */
export function ownPath(to: string | null, origin: string): string {
  if (to === null || !to.startsWith('/')) return '/'
  let url: URL
  try {
    url = new URL(to, origin)
  } catch (error) {
    if (error instanceof TypeError) return '/'
    throw error
  }
  // "/.//host" stays here only until its dots are taken out.
  const ours = url.origin === origin && !url.pathname.startsWith('//')
  const page = ours ? routeOf(url.pathname).page : 'unknown'
  return page === 'unknown' || page === 'sign-in' || page === 'owner' ? '/' : url.pathname
}

/** The sign-in page's address, to come back to `path` afterwards. */
export function signInPath(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`
}
