/** Whose request it is, as an address that a sender cannot choose. */
import { isIP } from 'node:net'
import type { WebContext } from './web.ts'

/** Entries of a forwarded chain that are looked at: no set-up has more proxies. */
const MOST_HOPS = 50

/**
 * Address of the asker; "" where there is no socket. With `proxies` of one's own in front each has added, at the right
 * end of X-Forwarded-For, whom it was asked by: the last that many entries are true, what stands before them is the
 * sender's own invention. An IPv6 address counts by its network (/64), since one machine has all of that.
 */
export function addressOf(c: WebContext, proxies: number): string {
  const socket = c.env?.incoming?.socket.remoteAddress ?? ''
  if (proxies === 0) return networkOf(socket)
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').slice(-MOST_HOPS)
  const hop = bare(hops.at(-proxies) ?? '')
  return networkOf(isIP(hop) === 0 ? socket : hop)
}

/** Without brackets and port. */
function bare(hop: string): string {
  const text = hop.trim()
  return /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
}

function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const inner = /^::ffff:([\d.]+)$/.exec(plain)?.[1]
  if (inner !== undefined) return inner
  if (isIP(plain) !== 6) return plain
  const [left = '', right = ''] = plain.split('::')
  const groups = left === '' ? [] : left.split(':')
  const after = right === '' ? [] : right.split(':')
  while (plain.includes('::') && groups.length + after.length < 8) groups.push('0')
  return [...groups, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
