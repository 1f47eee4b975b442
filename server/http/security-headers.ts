/** Headers that every answer carries, whatever it is: no inline script, no outside host, no framing, no sniffing; and the one that may compile. */
import type { MiddlewareHandler } from 'hono'
import type { Web } from './web.ts'

/** ProseMirror and Lit set styles through the CSSOM, which needs no 'unsafe-inline'. 'self' covers ws: to this host. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * A worker's policy is that of its own file's answer. The one that compiles WebAssembly has this, so that the page, and
 * whatever came to run in it, may not.
 */
export const ENGINE_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")

/** Of client/sync/second-opinion-worker, as the build names it. */
const ENGINE_WORKER = /^\/assets\/second-opinion-worker-[\w-]+\.js$/

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Strict-Transport-Security is sent only where the public address is https: over plain http it would lock people out. */
export function securityHeaders(url: URL | null): MiddlewareHandler<Web> {
  const entries = Object.entries(HEADERS)
  if (url?.protocol === 'https:') entries.push(['Strict-Transport-Security', 'max-age=31536000'])
  return async (c, next) => {
    await next()
    for (const [name, value] of entries) c.res.headers.set(name, value)
    c.res.headers.set('Content-Security-Policy', ENGINE_WORKER.test(c.req.path) ? ENGINE_POLICY : POLICY)
    // Private unless an answer says otherwise.
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  }
}
