/**
 * The service worker: keeps the shell (index.html and the hashed assets that were used), so that a reload while the
 * server is down still opens. It never touches /api or /rooms; what a story needs offline is client/sync's. One cache
 * serves all versions: hashed names never change their content, and index.html comes from the network when it can.
 */

const CACHE = 'galley-shell'
const SHELL = '/'
/** A slow network may not keep a person from a page that is already here. */
const PATIENCE_MS = 3_000
/** About six versions of the client. */
const MAX_ASSETS = 240

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface AskedEvent extends WaitingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface WorkerScope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void
  addEventListener(type: 'message', listener: (event: WaitingEvent & { readonly data: unknown }) => void): void
}

const scope = self as unknown as WorkerScope

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return
  if (isAsset(url)) event.respondWith(asset(event))
  else if (request.mode === 'navigate' && isPage(url)) event.respondWith(shell(event))
})

/** register-worker sends what the page had loaded before the worker was there. */
scope.addEventListener('message', (event) => {
  const { data } = event
  if (Array.isArray(data)) event.waitUntil(keepLoaded(data.filter((item) => typeof item === 'string')))
})

function isAsset(url: URL): boolean {
  return url.pathname.startsWith('/assets/')
}

function isPage(url: URL): boolean {
  return url.pathname === '/' || url.pathname.startsWith('/stories/')
}

async function asset(event: AskedEvent): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(event.request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.ok) event.waitUntil(keep(cache, event.request, answer.clone()))
  return answer
}

async function shell(event: AskedEvent): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(SHELL)
  const asked = fetch(event.request).then((answer) => {
    const html = answer.headers.get('content-type')?.startsWith('text/html')
    if (answer.ok && html && !answer.redirected) event.waitUntil(keep(cache, SHELL, answer.clone()))
    if (answer.status >= 502 && kept) return kept
    return answer
  })
  if (!kept) return asked
  event.waitUntil(asked.catch(() => undefined))
  // Whichever way the network fails, the kept page is the answer.
  return Promise.race([asked.catch(() => kept), later(PATIENCE_MS).then(() => kept)])
}

async function keepLoaded(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  for (const address of [SHELL, ...addresses]) {
    const url = new URL(address, scope.location.origin)
    const wanted = url.origin === scope.location.origin && (isAsset(url) || url.pathname === SHELL)
    if (!wanted || (await cache.match(url.pathname))) continue
    const answer = await fetch(url.pathname)
    if (answer.ok) await keep(cache, url.pathname, answer)
  }
}

/** Keeps `answer`, and lets the oldest go when there are too many. The shell is put anew each time and so never the oldest. */
async function keep(cache: Cache, request: Request | string, answer: Response): Promise<void> {
  await cache.put(request, answer)
  const keys = await cache.keys()
  const spare = keys.filter((key) => isAsset(new URL(key.url))).slice(0, Math.max(0, keys.length - MAX_ASSETS))
  await Promise.all(spare.map((key) => cache.delete(key)))
}

function later(delay: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delay)
  })
}
