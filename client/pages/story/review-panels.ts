/** All that stands beside and over a story for its review, put together; loaded after the text is there. */
import { pressMarginKey } from '../../panels/margin/margin-keys.ts'
import type { StoryMargin } from '../../panels/margin/story-margin.ts'
import '../../panels/margin/story-margin.ts'
import type { SuggestionCard, SuggestionKey } from '../../panels/margin/margin-context.ts'
import type { MarginSource } from '../../panels/margin/margin-source.ts'
import { type RecordOptions, showRecord } from '../../panels/record/record-dialog.ts'
import '../../panels/since/since-you-left.ts'
import { Deciding } from '../../panels/suggestions/deciding.ts'
import { pressDecidingKey } from '../../panels/suggestions/deciding-keys.ts'
import '../../panels/suggestions/suggestion-batch.ts'
import { suggestionCard, suggestionKey } from '../../panels/suggestions/suggestion-card.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import type { ChecksBound } from './checks-bound.ts'
import { ChecksView } from './checks-view.ts'

export interface ReviewPanels {
  deciding: Deciding
  card: SuggestionCard
  key: SuggestionKey
  /** True when the key was one of the margin's or of decisions; then it is done. */
  press: (event: KeyboardEvent, margin: StoryMargin) => boolean
  record: (options: RecordOptions) => Promise<void>
}

/** The checker's way onto the page; it starts by itself. */
export function checksView(host: HTMLElement & { requestUpdate(): void }, bound: ChecksBound): ChecksView {
  return new ChecksView(host, bound)
}

export function reviewPanels(
  review: ReviewHandle,
  source: MarginSource,
  nameOf: (account: string) => string,
): ReviewPanels {
  const deciding = new Deciding({ review, source, nameOf })
  return {
    deciding,
    card: suggestionCard(deciding),
    key: suggestionKey(deciding),
    press: (event, margin) => pressMarginKey(event, margin) || pressDecidingKey(event, deciding),
    record: showRecord,
  }
}
