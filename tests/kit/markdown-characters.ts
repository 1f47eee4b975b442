/** What a CommonMark reader that is not ours makes of a Markdown source, character by character with its marks. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Marks } from '../../shared/story/attributes.ts'
import { markedCharacters } from './marked-manuscripts.ts'

interface Node {
  type: string
  value?: string
  depth?: number
  children?: Node[]
}

/** As `charactersIn` gives them. Throws for markup that no writer of ours makes. */
export function markdownCharacters(markdown: string): string[] {
  const out: string[] = []
  const open: Record<string, number> = { strong: 0, em: 0, s: 0 }
  const visit = (node: Node, its: Marks): void => {
    if (node.type === 'paragraph') out.push('<p>')
    else if (node.type === 'heading') out.push(`<p${node.depth}>`)
    else if (node.type === 'thematicBreak') out.push('<hr>')
    else if (node.type === 'break' || node.value === '<br />') out.push('<br>')
    else if (node.type === 'html') {
      const [, close, name] = /^<(\/?)(strong|em|s)>$/.exec(node.value!) ?? []
      if (name === undefined) throw new Error(`a tag that was not ours: ${node.value}`)
      open[name]! += close ? -1 : 1
    } else if (node.type === 'text') {
      const now: Marks = { ...its }
      if (open.strong) now.bold = true
      if (open.em) now.italic = true
      if (open.s) now.strike = true
      out.push(...markedCharacters(node.value!, now))
    } else if (!['root', 'emphasis', 'strong'].includes(node.type))
      throw new Error(`markup that was not ours: ${node.type}`)
    const inner: Marks = { ...its }
    if (node.type === 'emphasis') inner.italic = true
    if (node.type === 'strong') inner.bold = true
    for (const child of node.children ?? []) visit(child, inner)
  }
  visit(fromMarkdown(markdown) as Node, {})
  return out
}
