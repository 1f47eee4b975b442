/** What pandoc makes of a file (its JSON), character by character with its marks, blanks run together. */
import type { Marks } from '../../shared/story/attributes.ts'
import { markedCharacters } from './marked-manuscripts.ts'

interface Node {
  t: string
  c?: unknown
}

/** As `charactersIn` gives them, through `blanksJoined`. Throws for markup that no writer of ours makes. */
export function pandocCharacters(json: string): string[] {
  const reader = new PandocReader()
  for (const block of (JSON.parse(json) as { blocks: Node[] }).blocks) reader.block(block)
  return blanksJoined(reader.out)
}

/** Readers run blanks together, and drop those at the ends of a line. NBSP is no such blank. */
export function blanksJoined(characters: readonly string[]): string[] {
  const out: string[] = []
  const opens = (character: string | undefined) => character === undefined || /^<(p\d?|br|hr)>$/.test(character)
  for (const character of characters) {
    const isBlank = /^[ \t\n]$/.test(character)
    if (isBlank && (opens(out.at(-1)) || out.at(-1) === ' ')) continue
    if (opens(character) && out.at(-1) === ' ') out.pop()
    out.push(isBlank ? ' ' : character)
  }
  if (out.at(-1) === ' ') out.pop()
  return out
}

class PandocReader {
  readonly out: string[] = []
  readonly #open = { strong: 0, em: 0, s: 0 }

  block({ t, c }: Node): void {
    if (t === 'Para' || t === 'Plain') {
      this.out.push('<p>')
      this.#inlines(c as Node[], {})
    } else if (t === 'Header') {
      const [level, , inlines] = c as [number, unknown, Node[]]
      this.out.push(`<p${level}>`)
      this.#inlines(inlines, {})
    } else if (t === 'HorizontalRule') this.out.push('<hr>')
    else if (t === 'Div') for (const inner of (c as [unknown, Node[]])[1]) this.block(inner)
    else throw new Error(`markup that was not ours: ${t} ${JSON.stringify(c)}`)
  }

  #inlines(nodes: readonly Node[], marks: Marks): void {
    for (const node of nodes) this.#inline(node, marks)
  }

  #inline({ t, c }: Node, marks: Marks): void {
    const now: Marks = { ...marks }
    if (this.#open.strong) now.bold = true
    if (this.#open.em) now.italic = true
    if (this.#open.s) now.strike = true
    if (t === 'Str') this.out.push(...markedCharacters(c as string, now))
    else if (t === 'Space' || t === 'SoftBreak') this.out.push(' ')
    else if (t === 'LineBreak') this.out.push('<br>')
    else if (t === 'Emph') this.#inlines(c as Node[], { ...now, italic: true })
    else if (t === 'Strong') this.#inlines(c as Node[], { ...now, bold: true })
    else if (t === 'Strikeout') this.#inlines(c as Node[], { ...now, strike: true })
    else if (t === 'Span') this.#inlines((c as [unknown, Node[]])[1], now)
    else if (t === 'Quoted') throw new Error('quotation marks were taken for markup')
    else if (t === 'RawInline') this.#tag((c as [string, string])[1])
    else throw new Error(`markup that was not ours: ${t} ${JSON.stringify(c)}`)
  }

  #tag(tag: string): void {
    if (tag === '<br />') {
      this.out.push('<br>')
      return
    }
    const [, close, name] = /^<(\/?)(strong|em|s)>$/.exec(tag) ?? []
    if (name === undefined) throw new Error(`a tag that was not ours: ${tag}`)
    this.#open[name as 'strong' | 'em' | 's'] += close ? -1 : 1
  }
}
