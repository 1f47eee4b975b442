/** What the people of an edition are called: by their names, or, where those are left out, as reviewers by number. */
import { outsiderName } from '../review/outsiders.ts'

export interface People {
  /** The key by which the edition knows somebody; from then on they are in `named`. */
  keyOf(account: string): string
  nameOf(account: string): string
  /** What somebody wrote, with people mentioned in it ("@Ann Lee") as the edition calls them. */
  words(body: string): string
  /** Key → name, in order of appearance. */
  readonly named: ReadonlyMap<string, string>
}

/** `names`: of accounts. Whom it does not have, and no file names, is "Somebody". */
export function peopleByName(names: ReadonlyMap<string, string>): People {
  const named = new Map<string, string>()
  const nameOf = (account: string) => outsiderName(account) ?? (names.get(account) || 'Somebody')
  return {
    named,
    nameOf,
    keyOf: (account) => {
      named.set(account, nameOf(account))
      return account
    },
    words: (body) => body,
  }
}

/** Numbered as they appear. `others`: people without an account whom somebody may have mentioned. */
export function peopleByNumber(names: ReadonlyMap<string, string>, others: Iterable<string>): People {
  const keys = new Map<string, string>()
  const named = new Map<string, string>()
  const keyOf = (account: string) => {
    const key = keys.get(account) ?? `reviewer-${keys.size + 1}`
    keys.set(account, key)
    named.set(key, `Reviewer ${key.slice('reviewer-'.length)}`)
    return key
  }
  const nameOf = (account: string) => named.get(keyOf(account)) ?? ''
  const known = new Map(names)
  for (const account of others) {
    const name = outsiderName(account)
    if (name !== null) known.set(account, name)
  }
  const mentioned = [...known]
    .filter(([, name]) => name !== '')
    .map(([account, name]) => ({ account, name: name.toLowerCase() }))
    .sort((one, other) => other.name.length - one.name.length)
  const words = (body: string) => {
    let out = ''
    let from = 0
    for (const { index } of body.matchAll(MENTION)) {
      const person = mentioned.find(({ name }) => startsWithName(body, index + 1, name))
      if (!person) continue
      out += `${body.slice(from, index + 1)}${nameOf(person.account)}`
      from = index + 1 + person.name.length
    }
    return out + body.slice(from)
  }
  return { named, keyOf, nameOf, words }
}

/** As the margin finds them: not within an address, by the longest name that fits, as a whole. */
const MENTION = /(?<![\p{L}\p{N}])@/gu

function startsWithName(text: string, from: number, name: string): boolean {
  if (text.slice(from, from + name.length).toLowerCase() !== name) return false
  return !/^[\p{L}\p{N}]/u.test(text.slice(from + name.length))
}
