/**
 * Markdown with CriticMarkup: what is proposed stands in the text, who proposed it and why in a comment behind it, and so
 * do notes. Accepting or rejecting all of the marks gives the Markdown of the text accepted or as it stands.
 */
import { type Block, type BlockLine, blocksOf, type SceneBreak } from '../blocks.ts'
import type { Codec } from '../codec.ts'
import type { Edition, EditionItem, EditionNote, EditionReply, EditionText } from '../edition.ts'
import { encode } from '../encodings.ts'
import { decidedLeftOut, lossOf, withoutControls } from '../losses.ts'
import { commentText, criticText, type Piece, pushPiece } from './critic-pieces.ts'
import { markdownOf } from './emphasis.ts'
import { closedHeading, headingMark, marksLeftOut, sceneBreak } from './md.ts'

/**
 * Always UTF-8 with "\n". A note on words of more than one line, or on words that another note or proposal is about as
 * well, stands behind them, as the marks cannot overlap.
 */
export const critic: Codec = {
  format: 'critic',
  extension: '.md',
  views: ['marked'],
  write({ edition, form }) {
    const layout = blocksOf(edition, form)
    const writer = new CriticWriter(edition, layout.blocks)
    for (const block of layout.blocks) writer.block(block)
    if (layout.breaksLast) writer.drawBreak(layout.breaksLast)
    const { text, losses } = withoutControls(writer.text)
    return {
      bytes: encode(text, 'utf-8'),
      mediaType: 'text/markdown; charset=utf-8',
      losses: [...edition.losses, ...layout.losses, ...marksLeftOut(layout), ...writer.losses, ...losses],
    }
  },
}

interface Chunk {
  kind: 'plain' | 'insert' | 'delete' | 'highlight'
  suggestion: string | null
  texts: EditionText[]
  /** Said right behind it. */
  ends: EditionNote[]
}

class CriticWriter {
  readonly #edition: Edition
  readonly #notes: ReadonlyMap<string, EditionNote>
  readonly #pieces: Piece[] = []
  readonly #written = new Set<string>()
  readonly #lastPieces = new Map<string, number>()
  /** Lines whose end is proposed, to come or to go. */
  readonly #beforeProposal: ReadonlySet<BlockLine>
  #pointed = 0
  /** A heading has one line: no other may come to stand in it. */
  #mayJoinHeading = false

  constructor(edition: Edition, blocks: readonly Block[]) {
    this.#edition = edition
    const lines = blocks.flatMap((block) => block.lines)
    this.#beforeProposal = new Set(lines.filter((_, index) => lines[index + 1]?.opening))
    this.#notes = new Map(edition.notes.map((note) => [note.id, note]))
  }

  block({ kind, level, breaks, lines }: Block): void {
    const isFirst = this.#pieces.length === 0
    this.#mayJoinHeading = kind === 'heading' || (this.#mayJoinHeading && lines[0]!.opening !== null)
    for (const [index, line] of lines.entries()) {
      const between = (isFirst ? '' : '\n\n') + (breaks ? `${sceneBreak(breaks)}\n\n` : '')
      const before =
        index > 0 ? this.#lineBreak(lines[index - 1]!, line) : between + (kind === 'heading' ? headingMark(level) : '')
      this.#push(line.opening, before)
      this.#line(line, kind === 'heading')
    }
  }

  drawBreak(breaks: SceneBreak): void {
    pushPiece(this.#pieces, { kind: 'plain', text: `${this.#pieces.length === 0 ? '' : '\n\n'}${sceneBreak(breaks)}` })
  }

  get text(): string {
    if (this.#pieces.length === 0) return ''
    pushPiece(this.#pieces, { kind: 'plain', text: '\n' })
    return criticText(this.#commented())
  }

  get losses() {
    const { notes } = this.#edition
    const written = notes.filter(({ id }) => this.#written.has(id))
    const more = written.filter(
      ({ kind, label, mustFix, assigned }) => kind !== 'comment' || label || mustFix || assigned,
    )
    const is = ['note is', 'notes are'] as const
    return [
      ...lossOf(
        'resolved',
        notes.length - written.length,
        ...is,
        (them) => `${them} left out: resolved, or without a place in the text.`,
      ),
      ...lossOf(
        'note-places',
        this.#pointed,
        ...is,
        (them) => `${them} put behind the words and not on them: marks cannot overlap here.`,
      ),
      ...lossOf(
        'note-details',
        more.length,
        ...is,
        (them) => `${them} written as plain comments: kinds, tags and assignments have no marks here.`,
      ),
      ...lossOf(
        'pieces',
        this.#pieced.size,
        'suggestion is',
        'suggestions are',
        (them) => `${them} written in pieces, as no mark spans what stays between them: other programs decide on each.`,
      ),
      ...decidedLeftOut(this.#edition),
    ]
  }

  /** Suggestions that stand in more than one place, with a number for each. */
  get #pieced(): ReadonlyMap<string, number> {
    const [seen, again] = [new Set<string>(), new Set<string>()]
    let last: string | null = null
    for (const piece of this.#pieces) {
      const suggestion = 'suggestion' in piece ? piece.suggestion : null
      if (suggestion !== null && suggestion !== last) (seen.has(suggestion) ? again : seen).add(suggestion)
      last = suggestion
    }
    return new Map([...again].map((suggestion, index) => [suggestion, index + 1]))
  }

  #push(proposal: { kind: 'insert' | 'delete'; suggestion: string } | null, text: string): void {
    pushPiece(this.#pieces, proposal ? { ...proposal, text } : { kind: 'plain', text })
    if (proposal && text !== '') this.#lastPieces.set(proposal.suggestion, this.#pieces.length - 1)
  }

  #line(line: BlockLine, isHeading: boolean): void {
    const chunks = chunksOf(line.items, (id) => this.#openNote(id))
    const isWord = ({ kind, texts }: Chunk) =>
      (kind === 'plain' || kind === 'highlight') && texts.some(({ text }) => text.trim())
    for (const [index, chunk] of chunks.entries()) {
      const edges = {
        first: !chunks.slice(0, index).some(isWord),
        last: !chunks.slice(index + 1).some(isWord),
        critic: true,
        abuts: {
          before: index > 0 || line.opening !== null,
          after: index < chunks.length - 1 || chunk.ends.length > 0 || this.#beforeProposal.has(line),
        },
      }
      const written = markdownOf(chunk.texts, edges)
      const text = isHeading && edges.last ? closedHeading(written) : written
      if (chunk.kind === 'insert' || chunk.kind === 'delete')
        this.#push({ kind: chunk.kind, suggestion: chunk.suggestion! }, text)
      else pushPiece(this.#pieces, { kind: chunk.kind, text })
      for (const note of chunk.ends) {
        if (chunk.kind !== 'highlight' && note.place && note.place.from < note.place.to) this.#pointed += 1
        this.#say(note, chunk.kind !== 'highlight')
      }
    }
  }

  /** A backslash would break no line, and stand for itself, where nothing is left before or behind it. */
  #lineBreak(one: BlockLine, other: BlockLine): string {
    const stays = ({ items }: BlockLine) =>
      items.some((item) => 'text' in item && item.proposal === null && item.text.trim() !== '')
    return stays(one) && stays(other) && !this.#mayJoinHeading ? '\\\n' : '<br />'
  }

  #openNote(id: string): EditionNote | null {
    const note = this.#notes.get(id)
    return note && !note.resolved ? note : null
  }

  #say(note: EditionNote, alone: boolean): void {
    this.#written.add(note.id)
    this.#pieces.push({ kind: 'comment', text: this.#comment(note), alone })
    for (const reply of note.replies) this.#pieces.push({ kind: 'comment', text: this.#comment(reply), alone: false })
  }

  #comment({ by, at, body }: Pick<EditionReply, 'by' | 'at' | 'body'>, change: number | null = null): string {
    return commentText(this.#edition.people.get(by) ?? '', at, body, change)
  }

  /** The pieces with the words of each proposal's thread behind its last piece, and its author behind each other one; by the number there they are one again. */
  #commented(): Piece[] {
    const suggestions = new Map(this.#edition.suggestions.map((suggestion) => [suggestion.id, suggestion]))
    const pieced = this.#pieced
    const out: Piece[] = []
    for (const [index, piece] of this.#pieces.entries()) {
      out.push(piece)
      if (piece.kind !== 'insert' && piece.kind !== 'delete') continue
      const next = this.#pieces[index + 1]
      const goesOn = next && 'suggestion' in next && next.suggestion === piece.suggestion
      const suggestion = suggestions.get(piece.suggestion)
      if (goesOn || !suggestion) continue
      const isLast = this.#lastPieces.get(piece.suggestion) === index
      const body = isLast ? suggestion.reason : ''
      const text = this.#comment({ ...suggestion, body }, pieced.get(suggestion.id) ?? null)
      out.push({ kind: 'comment', text, alone: false })
      if (!isLast) continue
      for (const reply of suggestion.replies) out.push({ kind: 'comment', text: this.#comment(reply), alone: false })
    }
    return out
  }
}

/** Stretches of a line that are alike in what is proposed, parted also where an open note is said or highlighted. */
function chunksOf(items: readonly EditionItem[], openNote: (id: string) => EditionNote | null): Chunk[] {
  const chunks: Chunk[] = []
  const add = (kind: Chunk['kind'], suggestion: string | null): Chunk => {
    const chunk: Chunk = { kind, suggestion, texts: [], ends: [] }
    chunks.push(chunk)
    return chunk
  }
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!
    if ('text' in item) {
      const kind = item.proposal?.kind === 'insert' || item.proposal?.kind === 'delete' ? item.proposal.kind : 'plain'
      const suggestion = item.proposal?.suggestion ?? null
      const last = chunks.at(-1)
      const joins = last && last.kind === kind && last.suggestion === suggestion && last.ends.length === 0
      ;(joins ? last : add(kind, suggestion)).texts.push(item)
      continue
    }
    if ('starts' in item) {
      const words = openNote(item.starts) ? highlightedBy(items, at) : []
      if (words.length === 0) continue
      add('highlight', null).texts.push(...words)
      at += words.length
      continue
    }
    const note = openNote(item.ends)
    if (note) (chunks.at(-1) ?? add('plain', null)).ends.push(note)
  }
  return chunks
}

/** The words between the start of a note at `at` and its end; [] where anything else starts, ends or is proposed there. */
function highlightedBy(items: readonly EditionItem[], at: number): EditionText[] {
  const start = items[at]!
  const words: EditionText[] = []
  for (const item of items.slice(at + 1)) {
    if (!('text' in item)) return 'starts' in start && 'ends' in item && item.ends === start.starts ? words : []
    if (item.proposal !== null) return []
    words.push(item)
  }
  return []
}
