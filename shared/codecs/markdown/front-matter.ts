/** YAML front matter, as static site generators put it before Markdown. Of all that it says only the title is read. */
import type { Loss } from '../loss.ts'
import { lossOf } from '../losses.ts'

export interface FrontMatter {
  title: string | null
  /** The source behind it. */
  rest: string
  losses: Loss[]
}

export function frontMatterOf(source: string): FrontMatter {
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source)
  const lines = (match?.[1] ?? '').split('\n')
  // A scene break, some prose, and another break are no front matter.
  if (!match || !lines.every((line) => /^(?:[\w-]+:(?:\s|$)|[ \t#-]|$)/.test(line)))
    return { title: null, rest: source, losses: [] }
  const title = lines.map((line) => /^title:\s*(.+?)\s*$/i.exec(line)?.[1]).find((found) => found !== undefined)
  const more = lines.filter((line) => /^[\w-]+:/.test(line) && !/^title:/i.test(line)).length
  const say = (subject: string) => `${subject} left out: of what stands before the text only the title is read.`
  return {
    title: title === undefined ? null : unquoted(title) || null,
    rest: source.slice(match[0].length),
    losses: lossOf('front-matter', more, 'field is', 'fields are', say),
  }
}

function unquoted(value: string): string {
  const quote = value[0]
  if (value.length < 2 || (quote !== '"' && quote !== "'") || !value.endsWith(quote)) return value
  const inner = value.slice(1, -1)
  return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'")
}
