/** Changes made out of words that a person typed: an amendment, and proposed words on a text that is another by now. */
import {
  type AttributeValue,
  apply,
  type Base,
  type Change,
  type ChangeAttributes,
  compact,
  wordsOf,
} from '../../../shared/review/change.ts'
import { LINE } from '../../../shared/story/attributes.ts'
import { differenceOf } from '../../../shared/story/difference.ts'

/** What leads from the base to `words` in place of what was proposed; what stays keeps its formatting, proposed or not. */
export function amended(base: Base, change: Change, words: string): Change {
  return changeBetween(base, retyped(apply(base, change), words))
}

/** The base with other words. New ones look like those whose place they take, else like what stands before them. */
export function retyped(base: Base, words: string): Base {
  const was = charactersOf(base)
  const wasTokens = tokensOf(wordsOf(base))
  const nowTokens = tokensOf(words)
  const target: Base = []
  let [at, wasToken, nowToken] = [0, 0, 0]
  const keep = (upto: number) => {
    for (; wasToken < upto; wasToken++, nowToken++) {
      for (let left = wasTokens[wasToken]?.length ?? 0; left > 0; left--, at++) {
        const kept = was[at]
        if (kept) target.push({ insert: kept.letter, attributes: kept.attributes })
      }
    }
  }
  for (const { wasFrom, wasTo, nowTo } of differenceOf(wasTokens, nowTokens)) {
    keep(wasFrom)
    const like = wasTo > wasFrom ? was[at] : was[at - 1]
    const looks = like && like.letter !== LINE ? like.attributes : {}
    for (; nowToken < nowTo; nowToken++) {
      const token = nowTokens[nowToken] ?? ''
      target.push({ insert: token, attributes: token === LINE ? {} : looks })
    }
    for (; wasToken < wasTo; wasToken++) at += wasTokens[wasToken]?.length ?? 0
  }
  keep(wasTokens.length)
  return target
}

/** The change that makes `target` of `base`, word by word. */
export function changeBetween(base: Base, target: Base): Change {
  const was = charactersOf(base)
  const now = charactersOf(target)
  const wasTokens = tokensOf(wordsOf(base))
  const nowTokens = tokensOf(wordsOf(target))
  const change: Change = []
  let [wasAt, nowAt, wasToken, nowToken] = [0, 0, 0, 0]
  const keep = (upto: number) => {
    for (; wasToken < upto; wasToken++, nowToken++) {
      for (let left = wasTokens[wasToken]?.length ?? 0; left > 0; left--, wasAt++, nowAt++) {
        change.push({ retain: 1, attributes: leading(was[wasAt]?.attributes ?? {}, now[nowAt]?.attributes ?? {}) })
      }
    }
  }
  for (const { wasFrom, wasTo, nowTo } of differenceOf(wasTokens, nowTokens)) {
    keep(wasFrom)
    for (; wasToken < wasTo; wasToken++) {
      const length = wasTokens[wasToken]?.length ?? 0
      change.push({ delete: length })
      wasAt += length
    }
    for (; nowToken < nowTo; nowToken++) {
      for (let left = nowTokens[nowToken]?.length ?? 0; left > 0; left--, nowAt++) {
        const { letter = '', attributes = {} } = now[nowAt] ?? {}
        change.push({ insert: letter, attributes: attributes as ChangeAttributes })
      }
    }
  }
  keep(wasTokens.length)
  return compact(change)
}

interface Character {
  /** One UTF-16 code unit. */
  letter: string
  attributes: Record<string, unknown>
}

function charactersOf(base: Base): Character[] {
  return base.flatMap(({ insert, attributes = {} }) => insert.split('').map((letter) => ({ letter, attributes })))
}

/** Words, and everything else character by character. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|[\s\S]/gu) ?? []
}

/** What has to be set to make `was` into `now`. */
function leading(was: Record<string, unknown>, now: Record<string, unknown>): ChangeAttributes {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])]
  return Object.fromEntries(
    keys.filter((key) => was[key] !== now[key]).map((key) => [key, (now[key] ?? null) as AttributeValue]),
  )
}
