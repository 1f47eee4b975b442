/** Where a redirect may go that somebody outside can write: to pages of ours only. */

/** The longest path that is gone on to, UTF-16 code units. */
const MOST_PATH = 500

/** Stands for our own address while a path is read; no path of ours can name it. */
const HERE = 'http://galley.invalid'

/**
 * The path of a page of ours as the browser would read it, with query and fragment; "/" for all that leads elsewhere or
 * to the API: another host, a scheme, "//", a backslash, a control character.
 */
export function ownPath(given: string | undefined): string {
  if (given === undefined || given.length > MOST_PATH || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(given)) return '/'
  if (!URL.canParse(given, HERE)) return '/'
  const { origin, pathname, search, hash } = new URL(given, HERE)
  // Read again: "/.//host" is harmless, but what is left after its dots are read is not.
  if (origin !== HERE || pathname.startsWith('//') || /^\/(api|rooms)(\/|$)/i.test(pathname)) return '/'
  return pathname + search + hash
}
