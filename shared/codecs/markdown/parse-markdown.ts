/**
 * Parses Markdown into its tree and tells how far it is. The parser goes over the text three times (blocks, what is in
 * them, the tree), so the lines it has read are those of the share of the three that is done. What the tree means is for others.
 */
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { type ReadOptions, TOLD_EVERY } from '../codec.ts'

type Syntax = NonNullable<Options['extensions']>[number]
type ToTree = Exclude<NonNullable<Options['mdastExtensions']>[number], unknown[]>
type Construct = Exclude<NonNullable<Syntax['document']>[string], readonly unknown[] | undefined>

const PASSES = 3
/** Where the parser looks up within a paragraph, whatever stands before: line ends, in its own numbering, and stars and underscores. */
const SIGNS = [-5, -4, -3, 42, 95]

/** Lines indented by four blanks are prose here, not code. `told` hears of lines with words, whole hundreds that grow. */
export function parseMarkdown(text: string, told: ReadOptions['told']): ReturnType<typeof fromMarkdown> {
  const extensions: Syntax[] = [{ disable: { null: ['codeIndented'] } }]
  if (!told) return fromMarkdown(text, { extensions })
  const progress = new PassProgress(text, told)
  const signs = passing((line) => progress.reach(1, line))
  extensions.push({
    document: { null: passing((line) => progress.reach(0, line)) },
    text: Object.fromEntries(SIGNS.map((code) => [code, signs])),
  })
  const tree: ToTree = {
    enter: {
      paragraph(token) {
        progress.reach(2, token.start.line)
        this.enter({ type: 'paragraph', children: [] }, token)
      },
    },
  }
  return fromMarkdown(text, { extensions, mdastExtensions: [tree] })
}

/** Never what the parser looks for: it is asked wherever something could begin, and sees on which line that is. */
function passing(at: (line: number) => void): Construct {
  return {
    name: 'passing',
    tokenize(_, __, nok) {
      return (code) => {
        at(this.now().line)
        return nok(code)
      }
    },
  }
}

class PassProgress {
  readonly #lines: number
  /** Of these. */
  readonly #withWords: number
  readonly #told: (lines: number) => void
  #last = 0

  constructor(text: string, told: (lines: number) => void) {
    const lines = text.split('\n')
    this.#lines = lines.length
    this.#withWords = lines.filter((line) => line.trim() !== '').length
    this.#told = told
  }

  /** `pass` from 0; `line` from 1. */
  reach(pass: number, line: number): void {
    const share = (pass * this.#lines + line) / (PASSES * this.#lines)
    const read = Math.floor(share * this.#withWords)
    if (read < this.#last + TOLD_EVERY) return
    this.#last = read - (read % TOLD_EVERY)
    this.#told(this.#last)
  }
}
