/** The words that a note is being written about, marked until it is sent or left. The mark moves with its characters. */
import { Decoration } from '@tiptap/pm/view'
import type { Anchor } from '../../../shared/review/anchor.ts'
import { standingsOf } from '../../../shared/story/places.ts'
import { DrawnLayer } from '../drawn-layer.ts'
import type { OpenText } from './open-text.ts'

export class WordsInHand {
  private readonly layer = new DrawnLayer('words-in-hand')
  readonly plugin = this.layer.plugin

  /** Null = none. Of a point, and of words that are gone, there is nothing to mark. */
  mark({ view, text, lines }: OpenText, anchor: Anchor | null): void {
    const place = anchor && standingsOf(text, new Map([['', anchor]])).get('')
    const marks: Decoration[] = []
    if (place) {
      for (let line = lines.lineOf(place.from); line <= lines.lineOf(Math.max(place.from, place.to - 1)); line += 1) {
        const letters = lines.lettersOf(line)
        const [from, to] = [Math.max(place.from, letters.from), Math.min(place.to, letters.to)]
        if (from < to) marks.push(Decoration.inline(lines.before(from), lines.behind(to), { class: 'in-hand' }))
      }
    }
    if (marks.length > 0) view.dispatch(this.layer.set(view.state.tr, marks))
    else this.layer.clear(view)
  }
}
