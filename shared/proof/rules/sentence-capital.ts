/** A small letter where a sentence or a speech begins. */
import type { Spot } from '../finding.ts'
import type { ProseLine } from '../prose-line.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const sentenceCapital: LineRule = {
  name: 'sentence-capital',
  level: 'default',
  kind: 'grammar',
  title: 'Small letter at the beginning',
  explain:
    'A sentence begins with a capital, and so does a speech, wherever it stands. Speech that goes on after “she said” is left alone.',
  example: { wrong: 'She left. he stayed.', right: 'She left. He stayed.' },
  source: 'Chicago Manual of Style 17th ed. 6.12, 13.13–13.16 (capitals in quotations).',
  *check(line, { previous }) {
    if (line.heading) return
    const { tokens } = line
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.shape !== 'lower' || !/^\p{Ll}/u.test(token.text)) continue
      if (at === 0 ? beginsLine(line, previous) : beginsSentence(line, at) || beginsSpeech(line, at, previous))
        yield capital(token)
    }
  },
}

function capital({ start, end, text }: Token): Spot {
  const right = text[0]!.toUpperCase() + text.slice(1)
  return {
    offset: start,
    length: end - start,
    message: `Here begins a sentence: “${right}”.`,
    replacements: [right],
    sure: true,
  }
}

function beginsLine({ gap, text }: ProseLine, previous: ProseLine | null): boolean {
  return (
    gap === 2 && previous !== null && isFinished(previous.text) && /[.!?…]["'”’]?\s*$/u.test(text) && text.length > 25
  )
}

/** After one full stop that belongs to no short form. */
function beginsSentence({ tokens, text }: ProseLine, at: number): boolean {
  const token = tokens[at]!
  const stop = tokens[at - 1]!
  const last = tokens[at - 2]
  if (stop.text !== '.' || last === undefined || last.end !== stop.start) return false
  if (token.start !== stop.end + 1 && !/^ {2}$/.test(text.slice(stop.end, token.start))) return false
  if (last.kind === 'word')
    return last.text.length > 1 && !SHORT.has(last.lower) && !(last.shape === 'Capital' && last.text.length < 4)
  return last.kind === 'close'
}

function beginsSpeech(line: ProseLine, at: number, previous: ProseLine | null): boolean {
  const { tokens, text } = line
  const open = tokens[at - 1]!
  if (open.kind !== 'open' || open.end !== tokens[at]!.start) return false
  const quotation = line.quotations.find(({ start }) => start === open.start)
  if (quotation === undefined || !quotation.speech || quotation.depth > 0 || !quotation.closed) return false
  if (!/[.!?…,—-]/.test(text[quotation.end - 2] ?? '')) return false
  const before = tokens[at - 2]
  if (before === undefined) return line.gap === 2 && previous !== null && isFinished(previous.text)
  if (before.text === '.') return tokens[at - 3]?.kind === 'word' && !SHORT.has(tokens[at - 3]!.lower)
  if (before.text === '?' || before.text === '!') return tokens[at - 3]?.kind === 'word'
  // "I think," he said, "you should": only a first speech begins after its tag.
  return (
    before.text === ',' &&
    SAYS.has(tokens[at - 3]?.lower ?? '') &&
    !tokens.slice(0, at - 1).some(({ kind }) => kind === 'close')
  )
}

/** Nothing is left open at its end. */
function isFinished(text: string): boolean {
  return /(?:[\p{L}\d][.!?]|[.!?]["'”’])\s*$/u.test(text) && !/(?:\.\.|…|\. \.)["'”’]?\s*$/u.test(text)
}

const SAYS = new Set('said asked cried shouted whispered called replied answered muttered yelled added'.split(' '))

/** Short forms after which a sentence goes on. */
const SHORT = new Set(
  'mr mrs ms mx dr st prof sgt capt cpt lt col gen maj cmdr adm rev hon fr sr jr messrs mme mlle mt vs cf etc eg ie viz al no nos vol pp ch sec fig ave rd ltd inc co corp dept approx hr hrs min mins ft lb lbs oz in yd am pm jan feb mar apr jun jul aug sept oct nov dec'.split(
    ' ',
  ),
)
