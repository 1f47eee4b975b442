/** Suggestion cards in the real margin, the batch bar, the record and the news, on a review without a server. */
import './no-evaluation.ts'
import { html, render } from 'lit'
import '../../../../client/ui/tokens.css'
import '../../../../client/ui/ground.css'
import '../../../../client/ui/controls.css'
import '../../../../client/ui/dialog.css'
import './page.css'
import '../../../../client/panels/margin/story-margin.ts'
import { showRecord } from '../../../../client/panels/record/record-dialog.ts'
import '../../../../client/panels/since/since-you-left.ts'
import { Deciding } from '../../../../client/panels/suggestions/deciding.ts'
import { pressDecidingKey } from '../../../../client/panels/suggestions/deciding-keys.ts'
import '../../../../client/panels/suggestions/suggestion-batch.ts'
import { suggestionCard, suggestionKey } from '../../../../client/panels/suggestions/suggestion-card.ts'
import type { Role } from '../../../../shared/roles.ts'
import { placed, ReviewDesk, sourceOf } from '../../../client/panels/suggestions/review-desk.ts'

const people = [
  { id: 'ruth-adeyemi', name: 'Ruth Adeyemi', swatch: 1 },
  { id: 'june-park', name: 'June Park', swatch: 2 },
  { id: 'tomas-weil', name: 'Tomás Weil', swatch: 3 },
]
const person = (account: string) => people.find(({ id }) => id === account) ?? { name: 'Somebody', swatch: 8 }
const role = (new URLSearchParams(location.search).get('role') ?? 'editor') as Role
const review = new ReviewDesk('ruth-adeyemi')
review.role = role

await review.propose('suggest-a', 'june-park', [{ insert: 'various different' }], [{ delete: 17 }], 10, 'Wordy')
review.seenBefore.value = 1
await review.propose(
  'suggest-b',
  'tomas-weil',
  [{ insert: 'counting under his breath' }],
  [{ delete: 25 }, { insert: 'moving his lips' }],
  50,
)
await review.propose('suggest-c', 'ruth-adeyemi', [{ insert: 'his' }], [{ delete: 3 }, { insert: 'its' }], 65)
await review.propose(
  'suggest-d',
  'tomas-weil',
  [{ insert: 'bell of the buoy' }],
  [{ retain: 5 }, { delete: 2 }, { insert: 'on' }, { retain: 9 }],
  90,
)
await review.propose(
  'suggest-e',
  'june-park',
  [{ insert: 'said. ' }],
  [{ retain: 5 }, { insert: '\n' }, { retain: 1 }],
  120,
)
review.stale.set('suggest-d', [{ insert: 'bell on the inner buoy' }])
const { source: flat } = sourceOf([
  placed('suggest-a', 19, 10, 'various different'),
  placed('suggest-b', 22, 50, 'counting under his breath'),
  placed('suggest-c', 22, 65, 'his'),
  placed('suggest-d', 23, 90, 'bell on the inner buoy', 'changed'),
  placed('suggest-e', 25, 120, 'said. '),
])
const source = { ...flat, topOf: (id: string) => 30 * (flat.placed.peek().findIndex((one) => one.id === id) + 1) }
const deciding = new Deciding({ review, source, nameOf: (account) => person(account).name })
addEventListener('keydown', (event) => void pressDecidingKey(event, deciding))

/** Decided together; null = no batch bar. */
let batch: readonly string[] | null = null
const main = document.querySelector('main')
if (main) draw(main)

function draw(place: HTMLElement): void {
  const turn = (ids: readonly string[] | null) => {
    batch = ids
    draw(place)
  }
  render(
    html`<button class="btn" @click=${() => turn(place.querySelector('story-margin')?.openSuggestions.map(({ id }) => id) ?? [])}>Decide all</button>
      <button class="btn" @click=${() => void showRecord({ review, source, storyId: 'lamp', person, go: () => undefined })}>Record</button>
      <since-you-left .review=${review} .source=${source} .person=${person}></since-you-left>
      <aside class="margin" aria-label="Margin">
        <story-margin .review=${review} .source=${source} .people=${people} .person=${person} .role=${role} .story=${'lamp'}
          .suggestionCard=${suggestionCard(deciding)} .suggestionKey=${suggestionKey(deciding)}></story-margin>
      </aside>
      ${batch ? html`<suggestion-batch .deciding=${deciding} .ids=${batch} .closed=${() => turn(null)}></suggestion-batch>` : null}`,
    place,
  )
}

/** For the tests. */
Object.assign(window, { events: review.events })
