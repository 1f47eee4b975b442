/** The session's cookie. Under https its name carries `__Host-`, which pins it to this host and to secure connections. */
import { getCookie, setCookie } from 'hono/cookie'
import { SESSION_AGE } from '../auth/sessions.ts'
import type { WebContext } from './web.ts'

const NAME = 'galley_session'

export function sessionCookie(c: WebContext, url: URL | null): string | undefined {
  return isSecure(url) ? getCookie(c, NAME, 'host') : getCookie(c, NAME)
}

export function setSessionCookie(c: WebContext, url: URL | null, secret: string): void {
  set(c, url, secret, SESSION_AGE / 1000)
}

export function clearSessionCookie(c: WebContext, url: URL | null): void {
  set(c, url, '', 0)
}

function set(c: WebContext, url: URL | null, value: string, maxAge: number): void {
  const secure = isSecure(url)
  setCookie(c, NAME, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge,
    ...(secure ? { secure, prefix: 'host' as const } : {}),
  })
}

function isSecure(url: URL | null): boolean {
  return url?.protocol === 'https:'
}
