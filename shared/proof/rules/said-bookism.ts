/** Tags that show off: "he opined". One now and then is fine; a chapter full of them is not. */
import { tagsOf } from '../narration.ts'
import type { LineRule } from '../rule.ts'

export const saidBookism: LineRule = {
  name: 'said-bookism',
  level: 'style',
  kind: 'style',
  title: 'Showy speech tag',
  explain: '“Said” and “asked” are hardly seen by readers. Rarer verbs draw the eye away from the speech itself.',
  example: { wrong: '“Perhaps,” he opined.', right: '“Perhaps,” he said.' },
  source: 'A custom of modern fiction; no manual asks for it.',
  *check(line) {
    for (const tag of tagsOf(line)) {
      for (const { lower, start, end } of tag.slice(0, 4)) {
        if (!SHOWY.has(lower)) continue
        yield { offset: start, length: end - start, message: '“Said” may do here.' }
        break
      }
    }
  },
}

const SHOWY = new Set(
  'opined interjected ejaculated exclaimed queried inquired enquired retorted quipped intoned declared proclaimed announced asserted averred professed pronounced remarked commented uttered voiced articulated bellowed boomed chirped chimed cooed crooned croaked drawled barked snarled growled hissed purred rasped spat snapped snorted thundered trilled warbled wheezed simpered gushed effused elaborated countered conceded acquiesced admonished berated chastised implored beseeched entreated pleaded insisted persisted reasoned mused pondered reiterated rejoined chided teased taunted jeered sneered scoffed'.split(
    ' ',
  ),
)
