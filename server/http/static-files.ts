/**
 * The built client. Only what lies in its folder is served; pages of the client (/, /you, /stories/…, /owner/… and so on)
 * are all index.html. Files with a hash in their name are kept by browsers for ever, the others are asked about each time.
 */
import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Handler } from 'hono'
import type { Web, WebContext } from './web.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
  '.aff': 'text/plain; charset=utf-8',
  '.dic': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

const COMPRESSIBLE = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.txt',
  '.map',
  '.aff',
  '.dic',
  '.wasm',
])

const PAGES = /^\/(?:$|(?:you|people|activity|sign-in)\/?$|(?:stories|join|owner|back)\/[^/]+\/?$)/

interface Asset {
  bytes: Buffer
  etag: string
  changed: number
  /** Encoding → compressed bytes, made when first asked for. */
  compressed: Map<string, Promise<Buffer>>
}

const compressors = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}

/** Answers every GET that no other route has. An unknown address gets the client, which says so, with status 404. */
export function staticFiles(folder: string): Handler<Web> {
  const assets = new Map<string, Asset>()
  return async (c) => {
    const path = pathOf(c.req.path)
    const wanted = path === null || PAGES.test(path) ? null : await load(assets, folder, path)
    if (path !== null && wanted) return send(c, path, wanted, 200)
    const index = await load(assets, folder, '/index.html')
    if (!index) return c.text('The client is not built. Run "npm run build" in the folder of Galley.', 503)
    const isPage = path !== null && PAGES.test(path)
    if (!isPage && extname(path ?? '') !== '') return c.text('There is nothing at this address.', 404)
    return send(c, '/index.html', index, isPage ? 200 : 404)
  }
}

/** Decoded, or null for what cannot name a file of ours. */
function pathOf(given: string): string | null {
  try {
    const path = decodeURIComponent(given)
    const parts = path.split('/')
    return /[\\\0]/.test(path) || parts.includes('..') || parts.includes('.') ? null : path
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

async function load(assets: Map<string, Asset>, folder: string, path: string): Promise<Asset | null> {
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path))
    if (!file.startsWith(root + sep)) return null
    const stats = await stat(file)
    if (!stats.isFile()) return null
    const known = assets.get(file)
    if (known && known.changed === stats.mtimeMs) return known
    const bytes = await readFile(file)
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
    const asset = { bytes, etag, changed: stats.mtimeMs, compressed: new Map<string, Promise<Buffer>>() }
    assets.set(file, asset)
    return asset
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^(ENOENT|ENOTDIR|EISDIR|ENAMETOOLONG)$/.test(String(error.code))
    ) {
      return null
    }
    throw error
  }
}

async function send(c: WebContext, path: string, asset: Asset, status: 200 | 404): Promise<Response> {
  const extension = extname(path)
  c.header('Content-Type', TYPES[extension] ?? 'application/octet-stream')
  c.header('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('Vary', 'Accept-Encoding')
  const encoding = COMPRESSIBLE.has(extension) && asset.bytes.length > 1024 ? encodingFor(c) : null
  const etag = encoding ? asset.etag.replace(/"$/, `-${encoding}"`) : asset.etag
  c.header('ETag', etag)
  if (status === 200 && c.req.header('if-none-match') === etag) return c.body(null, 304)
  if (!encoding) return c.body(new Uint8Array(asset.bytes), status)
  c.header('Content-Encoding', encoding)
  const made = asset.compressed.get(encoding) ?? compressors[encoding](asset.bytes)
  asset.compressed.set(encoding, made)
  return c.body(new Uint8Array(await made), status)
}

function encodingFor(c: WebContext): 'br' | 'gzip' | null {
  const accepted = (c.req.header('accept-encoding') ?? '').split(',').map((part) => part.trim().split(';')[0])
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}
