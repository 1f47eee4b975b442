/**
 * The body of a note as a tree: paragraphs and quotes of plain words, emphasis, links and people named with "@". What is
 * not understood stays as it was typed. Drawing is draw-body's; nothing here ever becomes markup by itself.
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'em'; inside: Inline[] }
  | { kind: 'link'; href: string; inside: Inline[] }
  | { kind: 'mention'; account: string; name: string }

export interface Block {
  kind: 'paragraph' | 'quote'
  inside: Inline[]
}

export interface Named {
  id: string
  name: string
}

/** Schemes that a link may have; any other is left as it was typed. */
const SCHEMES = ['https:', 'http:', 'mailto:']
/** Emphasis and links inside each other at most so deep. */
const DEEPEST = 4

const MARKS =
  /\*\*(?=\S)(?<strong>[^\n]{1,2000}?)(?<=\S)\*\*|(?<![\p{L}\p{N}_*])(?<sign>[*_])(?=[^\s*_])(?<em>[^\n]{1,2000}?)(?<=\S)\k<sign>(?![\p{L}\p{N}_*])|\[(?<label>[^\][\n]{1,500})\]\((?<target>[^()\s]{1,1000}(?:\([^()\s]{0,200}\))?)\)|(?<bare>https?:\/\/[^\s<>"“”]{1,1000})|\n/gu

/** Lines that begin with ">" are a quote; an empty line begins a new block. */
export function parseBody(body: string, people: readonly Named[] = []): Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = []
  let open = false
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') {
      open = false
      continue
    }
    const quoted = /^\s*>\s?/.exec(line)
    const kind = quoted ? 'quote' : 'paragraph'
    const last = blocks.at(-1)
    const words = quoted ? line.slice(quoted[0].length) : line
    if (open && last?.kind === kind) last.lines.push(words)
    else blocks.push({ kind, lines: [words] })
    open = true
  }
  const known = [...people].sort((one, other) => other.name.length - one.name.length)
  return blocks.map(({ kind, lines }) => ({ kind, inside: inlines(lines.join('\n'), known, 0) }))
}

/** Accounts named in the body with "@" and their whole name, each once. */
export function mentionsIn(body: string, people: readonly Named[]): string[] {
  if (!body.includes('@')) return []
  const walk = (nodes: readonly Inline[]): string[] =>
    nodes.flatMap((node) => (node.kind === 'mention' ? [node.account] : 'inside' in node ? walk(node.inside) : []))
  return [...new Set(parseBody(body, people).flatMap(({ inside }) => walk(inside)))]
}

/** The body in one line, without its signs: for names of cards and for searching. */
export function plainBody(body: string): string {
  const walk = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text
        if (node.kind === 'break') return ' '
        return node.kind === 'mention' ? `@${node.name}` : walk(node.inside)
      })
      .join('')
  return parseBody(body)
    .map(({ inside }) => walk(inside))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function inlines(text: string, people: readonly Named[], depth: number): Inline[] {
  const out: Inline[] = []
  let from = 0
  for (const match of text.matchAll(MARKS)) {
    if (match.index < from) continue
    const node = nodeOf(match, people, depth)
    if (!node) continue
    out.push(...words(text.slice(from, match.index), people), node.inline)
    from = match.index + node.length
  }
  return [...out, ...words(text.slice(from), people)]
}

function nodeOf(
  match: RegExpExecArray,
  people: readonly Named[],
  depth: number,
): { inline: Inline; length: number } | null {
  const { strong, em, label, target, bare } = match.groups ?? {}
  const { length } = match[0]
  if (match[0] === '\n') return { inline: { kind: 'break' }, length }
  if (bare !== undefined) {
    // A sentence's own sign behind an address is not part of it.
    const url = bare.replace(/[.,;:!?)\]’'*_]+$/u, '')
    const href = allowed(url)
    return href ? { inline: { kind: 'link', href, inside: [{ kind: 'text', text: url }] }, length: url.length } : null
  }
  if (depth >= DEEPEST) return null
  if (label !== undefined && target !== undefined) {
    const href = allowed(target)
    // No link within a link: its words are words.
    return href ? { inline: { kind: 'link', href, inside: [{ kind: 'text', text: label }] }, length } : null
  }
  const inside = inlines(strong ?? em ?? '', people, depth + 1)
  return { inline: { kind: strong === undefined ? 'em' : 'strong', inside }, length }
}

/** The address in full, or null when its scheme is not on the list. */
export function allowed(address: string): string | null {
  if (!/^[a-z]+:/i.test(address) || !URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return SCHEMES.includes(protocol) ? href : null
}

function words(text: string, people: readonly Named[]): Inline[] {
  const out: Inline[] = []
  let from = 0
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    if (index < from) continue
    const person = people.find(({ name }) => startsWithName(text, index + 1, name))
    if (!person) continue
    if (index > from) out.push({ kind: 'text', text: text.slice(from, index) })
    out.push({ kind: 'mention', account: person.id, name: person.name })
    from = index + 1 + person.name.length
  }
  if (from < text.length) out.push({ kind: 'text', text: text.slice(from) })
  return out
}

function startsWithName(text: string, from: number, name: string): boolean {
  if (text.slice(from, from + name.length).toLowerCase() !== name.toLowerCase()) return false
  return !/^[\p{L}\p{N}]/u.test(text.slice(from + name.length))
}
