/** A file as an answer that browsers keep and never show. */
import type { WebContext } from './web.ts'

interface GivenFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Always an attachment, so that no format is ever a page of this house; `nosniff` is said of every answer. */
export function download(c: WebContext, { name, mediaType, bytes }: GivenFile): Response {
  c.header('Content-Type', mediaType)
  c.header('Content-Disposition', attachment(name))
  return c.body(new Uint8Array(bytes))
}

/** RFC 6266 with an ASCII name for old readers and the true one as in RFC 8187. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const coded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`
}
