/** Rules that a person does not want to see in one story, kept in this browser. For everybody a rule is switched by the review. */

const keyOf = (account: string, story: string) => `galley/${account}/hidden-rules/${story}`

/** None where the browser keeps nothing for us. */
export function hiddenRules(account: string, story: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(account, story)) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((rule) => typeof rule === 'string') : [])
  } catch (error) {
    console.warn(error)
    return new Set()
  }
}

export function keepHiddenRules(account: string, story: string, rules: ReadonlySet<string>): void {
  try {
    if (rules.size === 0) localStorage.removeItem(keyOf(account, story))
    else localStorage.setItem(keyOf(account, story), JSON.stringify([...rules]))
  } catch (error) {
    // A full or forbidden store: then they are hidden for this visit.
    console.warn(error)
  }
}
