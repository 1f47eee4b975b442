/** A browser as far as cookies and redirects go: fetch that keeps what every host sets, and follows nothing by itself. */

export interface Jar {
  /** One request; `location` of a redirect is absolute. */
  ask(url: string, init?: RequestInit): Promise<{ status: number; location: string | null; text: string }>
  /** Follows redirects from `url` as long as `goesOn` holds; the last address that was not asked any more, or answered. */
  follow(url: string, goesOn?: (url: string) => boolean): Promise<{ url: string; status: number | null; text: string }>
  /** The cookies for an address, as a header. */
  cookies(url: string): string
  /** Puts "name=value" in for the host of `url`. */
  put(url: string, cookie: string): void
  /** What the host of `url` set at the last time, attributes and all. */
  set(url: string): string[]
}

const MOST_HOPS = 15

export function cookieJar(): Jar {
  const byHost = new Map<string, Map<string, string>>()
  const lastSet = new Map<string, string[]>()
  const of = (url: string) => {
    const { host } = new URL(url)
    const cookies = byHost.get(host) ?? new Map<string, string>()
    byHost.set(host, cookies)
    return cookies
  }
  const jar: Jar = {
    cookies: (url) => [...of(url)].map(([name, value]) => `${name}=${value}`).join('; '),
    put: (url, cookie) => {
      const [name = '', value = ''] = cookie.split('=')
      of(url).set(name, value)
    },
    set: (url) => lastSet.get(new URL(url).host) ?? [],
    ask: async (url, init = {}) => {
      const headers = new Headers(init.headers)
      const cookies = jar.cookies(url)
      if (cookies !== '') headers.set('cookie', cookies)
      const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
      const setting = answer.headers.getSetCookie()
      if (setting.length > 0) lastSet.set(new URL(url).host, setting)
      for (const line of setting) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) of(url).delete(name)
        else of(url).set(name, value)
      }
      const location = answer.headers.get('location')
      const text = await answer.text()
      return { status: answer.status, location: location === null ? null : new URL(location, url).href, text }
    },
    follow: async (url, goesOn = () => true) => {
      let at = url
      for (let hop = 0; hop < MOST_HOPS; hop++) {
        if (!goesOn(at)) return { url: at, status: null, text: '' }
        const { status, location, text } = await jar.ask(at)
        if (location === null) return { url: at, status, text }
        at = location
      }
      throw new Error(`follow: more than ${MOST_HOPS} redirects, now at ${at}`)
    },
  }
  return jar
}
