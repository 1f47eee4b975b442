/** "a" before a consonant, "an" before a vowel: by sound, not by letter. */
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const article: LineRule = {
  name: 'article',
  level: 'default',
  kind: 'grammar',
  title: 'A or an',
  explain:
    '“An” stands before a vowel that is heard, “a” before a consonant that is heard: an hour, a university, an 8-year-old. Spelling does not count, sound does.',
  example: { wrong: 'It took a hour.', right: 'It took an hour.' },
  source: 'Chicago Manual of Style 17th ed. 7.33; New Hart’s Rules 21.',
  *check({ tokens }) {
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.kind !== 'word' || (token.lower !== 'a' && token.lower !== 'an')) continue
      // "grade A oranges", "plan A is": the letter.
      if (token.text === 'A' && at > 0 && tokens[at - 1]!.kind === 'word') continue
      const next = tokens[at + 1]!
      if (next.start !== token.end + 1) continue
      const isVowel = next.kind === 'word' || next.kind === 'number' ? beginsWithVowel(next) : null
      if (isVowel === null || isVowel === (token.lower === 'an')) continue
      const right = isVowel ? 'an' : 'a'
      yield {
        offset: token.start,
        length: token.end - token.start,
        message: `It is “${right} ${next.text}”: the sound decides.`,
        replacements: [token.shape === 'lower' ? right : isVowel ? 'An' : 'A'],
        sure: true,
      }
    }
  },
}

/** Null where it cannot be told: names, stutters, dropped letters, words that both are said with. */
function beginsWithVowel({ kind, lower, shape, text }: Token): boolean | null {
  if (kind === 'number') return numberBegins(lower)
  if (lower.length === 1) return shape === 'Capital' && lower !== 'i' ? LETTERS.includes(lower) : null
  if (lower[1] === '-') return shape === 'Capital' ? LETTERS.includes(lower[0]!) : null
  if (shape === 'UPPER' || shape === 'Mixed') return null
  if (!/^[a-z]/.test(lower) || LITTLE.has(lower) || EITHER.test(lower)) return null
  if (lower[0] === 'h') return SILENT_H.test(lower)
  if (lower[0] === 'e') return !/^(?:eu|ewe)/.test(lower)
  if (lower[0] === 'o') return !/^(?:one(?:$|[-'s])|once|ouija)/.test(lower)
  if (lower[0] === 'u') return shape === 'Capital' && text.length > 1 ? null : !YOU_SOUND.test(lower)
  if (lower[0] === 'y') return /^y[^aeiou]/.test(lower) ? null : false
  return 'ai'.includes(lower[0]!)
}

function numberBegins(number: string): boolean {
  return number[0] === '8' || /^1[18](?:$|[^\d.:]|,\d{3}(?:$|\D))/.test(number)
}

/** Letters whose names begin with a vowel. */
const LETTERS = 'aefhilmnorsx'

const SILENT_H = /^(?:hour|honest|honou?r|heir|hors$)/

const YOU_SOUND =
  /^(?:uni(?!m|nd|nf|nh|ni|ns|nt|nv|de|dentif|ss|r)|us(?:e|a|u)|ut(?:en|il|op|er)|ur(?:an|in)|ubi|ufo|uk|unan|ura|uvul|ewe|u$)/

/** h that old books leave out, and words said both ways. */
const EITHER =
  /^(?:hist|hyst|habit|hotel|hero[in]|hered|herb|homage|hundred|hallucin|harmon|horr|hilar|hypo|hypno|humb|hosp|hiatus|uh$|um$|er$|eh|ah|oh|mm|hm)/

/** After these "a" is no article, or "an" is "and" without its d. */
const LITTLE = new Set(
  "and as at is in of on or if are an a i i'm i'd i'll it it's its us am was were he she they we you the then that this there to so what when who how his her him them my your our be been by for from had has have do did will would can could".split(
    ' ',
  ),
)
