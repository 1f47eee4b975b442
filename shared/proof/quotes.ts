/**
 * Which quotation marks of a line open, which close, and which single ones are only apostrophes. Every later step
 * (tokens, speech, sentences) takes this file's word for it. It sees one line, so a mark may open and never close.
 *
 * A double mark is read off its neighbours (white space outside, text inside) and, where they do not tell, off what is
 * open. A single one opens only after white space, a dash, a bracket or a double mark, only when something later in the
 * line can close it, and never before a known elision ('em, 'tis, '90s). It closes at the end of a word only when no
 * better place follows: in 'the dogs' bones,' the last one closes.
 */
import { classAt, DIGIT, DOUBLE, isUpper, LETTER, SINGLE, SPACE } from './letters.ts'

export interface QuoteMark {
  /** UTF-16 code units in the line. */
  offset: number
  role: 'open' | 'close'
  double: boolean
  /** Quotations open around it. */
  depth: number
}

/** In the order of the line. Apostrophes, and inch and foot marks, are not among them. At most one double and one single are open at once. */
export function quoteMarks(text: string): readonly QuoteMark[] {
  const marks: QuoteMark[] = []
  /** What is open: true for double. */
  const open: boolean[] = []
  let singles: Singles | null = null
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // Everything between ' and « that is plain text, which is nearly everything.
    if (unit !== 0x22 && unit !== 0x27 && unit < 0xab) continue
    const found = classAt(text, at)
    if (found !== SINGLE && found !== DOUBLE) continue
    const double = found === DOUBLE
    if (!double) singles ??= singlesOf(text)
    const isOpen = open.includes(double)
    const role = double ? doubleRole(text, at, isOpen) : singleRole(text, at, isOpen, singles!)
    if (role === null) continue
    // A second one of a kind cannot begin within the first: that one was never closed.
    const last = open.lastIndexOf(double)
    if (last >= 0) open.length = last
    marks.push({ offset: at, role, double, depth: open.length })
    if (role === 'open') open.push(double)
  }
  return marks
}

function doubleRole(text: string, at: number, isOpen: boolean): 'open' | 'close' | null {
  const mark = text[at]!
  if (mark === '“' || mark === '„' || mark === '«') return 'open'
  if (mark === '”' || mark === '»') return 'close'
  const opens = mayOpen(text, at)
  const closes = mayClose(text, at)
  if (opens !== closes) {
    if (closes && !isOpen && classAt(text, at - 1) === DIGIT) return null
    return opens ? 'open' : 'close'
  }
  return isOpen ? 'close' : 'open'
}

function singleRole(text: string, at: number, isOpen: boolean, singles: Singles): 'open' | 'close' | null {
  const before = classAt(text, at - 1)
  const after = classAt(text, at + 1)
  const mark = text[at]!
  if (mark === '‘') return isElision(text, at + 1, singles) || after === SPACE ? null : 'open'
  if (isWordy(before) && isWordy(after)) return null
  if (isOpen && before !== SPACE && !isWordy(after)) {
    return isWordy(before) && singles.closingWell.has(at) ? null : 'close'
  }
  if (mark !== "'" || isOpen || !mayOpen(text, at) || after === SPACE || isElision(text, at + 1, singles)) return null
  if (at < singles.lastClosing) return 'open'
  return at === 0 && isUpper(text[1] ?? '') && !text.includes('"') && !text.includes('“') ? 'open' : null
}

interface Singles {
  /** The last one that can close. */
  lastClosing: number
  /** Those after which another one closes well, right behind punctuation, before any opens. */
  closingWell: ReadonlySet<number>
}

/** From the end of the line, so that a line of nothing but marks costs no more than another. */
function singlesOf(text: string): Singles {
  const closingWell = new Set<number>()
  let lastClosing = -1
  let closesWell = false
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (classAt(text, at) !== SINGLE) continue
    if (closesWell) closingWell.add(at)
    const before = classAt(text, at - 1)
    const isBeforeWord = isWordy(classAt(text, at + 1))
    if (lastClosing < 0 && before !== SPACE && !isBeforeWord && mayClose(text, at)) lastClosing = at
    if (before === SPACE || text[at] === '‘') closesWell = false
    else if (!isWordy(before) && !isBeforeWord) closesWell = true
  }
  return { lastClosing, closingWell }
}

function isWordy(found: number): boolean {
  return found === LETTER || found === DIGIT
}

/** White space, nothing, a dash, a bracket or another mark stands before it. */
function mayOpen(text: string, at: number): boolean {
  const before = text[at - 1]
  return before === undefined || classAt(text, at - 1) === SPACE || '([{—–-―"“\'‘/'.includes(before)
}

/** White space, nothing, punctuation, a dash, a bracket or another mark stands after it. */
function mayClose(text: string, at: number): boolean {
  const after = text[at + 1]
  return after === undefined || classAt(text, at + 1) === SPACE || ')]}.,;:!?…—–-―"”\'’/*'.includes(after)
}

/** The word at `at` has lost its beginning in speech, or is a decade. Where it may as well be whole, a mark that closes later decides. */
function isElision(text: string, at: number, singles: Singles): boolean {
  let end = at
  while (isWordy(classAt(text, end))) end += 1
  const word = text.slice(at, end).toLowerCase()
  if (ELISIONS.has(word) || /^\d\ds?$/.test(word)) return true
  return MAYBE_ELISIONS.has(word) && !singles.closingWell.has(at - 1)
}

const ELISIONS = new Set(
  'em tis twas twere twill twould tisn twasn cuz coz cept fraid scuse nuff neath gainst tween twixt nother bout ello'.split(
    ' ',
  ),
)

const MAYBE_ELISIONS = new Set(
  (
    'cause cos til till round kay n course pon sup morning mornin evening evenin night im er ere un ad ave ow ome ard alf ouse ' +
    'eard appen orse ead and ole phone member magine tude ras zactly specially less bye least'
  ).split(' '),
)
