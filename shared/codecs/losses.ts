/** Losses that several formats share: what they say, and how they are counted. */
import type { Edition } from './edition.ts'
import type { Loss } from './loss.ts'
import { countImpossible, possible } from './xml/write-xml.ts'

/** `[loss]`, or nothing where the count is 0. `message` is told how many: "1 note is", "2 notes are". */
export function lossOf(
  kind: string,
  count: number,
  one: string,
  many: string,
  message: (subject: string) => string,
): Loss[] {
  if (count === 0) return []
  return [{ kind, count, message: message(count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`) }]
}

/** Of a format that has no place for notes. */
export function notesLeftOut(edition: Pick<Edition, 'notes'>): Loss[] {
  return lossOf('notes', edition.notes.length, 'note is', 'notes are', (subject) => `${subject} not in this file.`)
}

/**
 * Of a text without marks: as it stands, what is proposed stays behind; as if all were accepted, why it was proposed and what
 * was said of it. A view tells itself what it could not take.
 */
export function openLeftOut({ view, suggestions }: Pick<Edition, 'view' | 'suggestions'>): Loss[] {
  const open = view === 'marked' ? [] : suggestions.filter(({ status }) => status === 'open')
  if (view === 'now') {
    const say = (subject: string) => `${subject} not in this view.`
    return lossOf('suggestions', open.length, 'open suggestion is', 'open suggestions are', say)
  }
  return lossOf(
    'reasons',
    open.filter(({ reason, replies }) => reason !== '' || replies.length > 0).length,
    'suggestion',
    'suggestions',
    (subject) => `The reasons and replies of ${subject} are not in this file.`,
  )
}

/** Of a format that has notes, and no place for whom they are for. */
export function assignedLeftOut({ notes }: Pick<Edition, 'notes'>): Loss[] {
  const count = notes.filter(({ assigned }) => assigned !== null).length
  return lossOf('assigned', count, 'note is', 'notes are', (subject) => `${subject} written without whom it is for.`)
}

/** Of a format that marks what is open and does not tell what became of the rest. */
export function decidedLeftOut({ suggestions }: Pick<Edition, 'suggestions'>): Loss[] {
  const count = suggestions.filter(({ status }) => status !== 'open').length
  const say = (subject: string) => `${subject} not in this format.`
  return lossOf('decided', count, 'decided suggestion is', 'decided suggestions are', say)
}

/** A written text without what XML cannot hold, which Markdown spoils as well. */
export function withoutControls(text: string): { text: string; losses: Loss[] } {
  return { text: possible(text), losses: charactersLeftOut(countImpossible(text)) }
}

/** Of a format that escapes words as XML does, and so leaves out what that cannot hold. */
export function controlsLeftOut({ title, lines }: Pick<Edition, 'title' | 'lines'>): Loss[] {
  let count = countImpossible(title)
  for (const { items } of lines) for (const item of items) if ('text' in item) count += countImpossible(item.text)
  return charactersLeftOut(count)
}

function charactersLeftOut(count: number): Loss[] {
  const say = (subject: string) => `${subject} left out: this format cannot hold such characters.`
  return lossOf('characters', count, 'control character is', 'control characters are', say)
}
