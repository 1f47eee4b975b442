/** What the command palette offers and in which order: filtering by a few letters, recent ones first, digits as a place. */

export const GROUPS = ['Recent', 'Go', 'This selection', 'Decide', 'View', 'Story', 'Stories', 'People'] as const

export type Group = (typeof GROUPS)[number]

export interface PaletteCommand {
  /** The same for the same act in every visit, so that it can be found among the recent ones. */
  id: string
  group: Exclude<Group, 'Recent'>
  label: string
  /** As a person reads them: "Ctrl B". */
  keys?: string
  /** A short word at the right, e.g. the words of a chapter. */
  detail?: string
  /** Words of a story, shown in its face. */
  quoted?: boolean
  /** For what is on or off. */
  checked?: boolean
  run: () => void
}

export interface PaletteSection {
  group: Group
  commands: PaletteCommand[]
}

/** At most this many of a group are listed while nothing is typed. */
const FEW = 8
const MOST = 60

/**
 * Commands that fit the query, by group in the order of GROUPS, best first. An empty query gives recent ones (ids, the
 * latest first) and then some of each group; `@` gives people.
 */
export function arrange(
  commands: readonly PaletteCommand[],
  query: string,
  recent: readonly string[],
): PaletteSection[] {
  const asked = query.trim()
  if (asked === '') return arrangeAll(commands, recent)
  const people = asked.startsWith('@')
  const words = people ? asked.slice(1).trim() : asked
  const fitting = commands
    .filter(({ group }) => !people || group === 'People')
    .flatMap((command) => {
      const score = scoreOf(command.label, words)
      return score === null ? [] : [{ command, score: score + (recent.includes(command.id) ? 1 : 0) }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
  const best = new Map<Group, number>()
  for (const { command, score } of fitting) if (!best.has(command.group)) best.set(command.group, score)
  return [...best.keys()].map((group) => ({
    group,
    commands: fitting.filter(({ command }) => command.group === group).map(({ command }) => command),
  }))
}

/**
 * How well a label fits: every word of the query must begin a word of the label (3), stand inside it (2) or have its
 * letters there in order from the start of a word on (1). Null when one does not; letters' case and accents do not count.
 */
export function scoreOf(label: string, query: string): number | null {
  const text = plain(label)
  let score = 0
  for (const word of plain(query).split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(word)
    if (at === 0 || text.includes(` ${word}`)) score += 3
    else if (at > 0) score += 2
    else if (word.length > 1 && inOrder(text, word)) score += 1
    else return null
  }
  return score - text.length / 1000
}

/** "120" is line 120, "40%" the line 40 hundredths down; null for anything else. Clamped to 1…lines. */
export function placeIn(query: string, lines: number): number | null {
  const match = /^\s*(\d{1,7})\s*(%?)\s*$/.exec(query)
  if (!match) return null
  const number = Number(match[1])
  const line = match[2] ? Math.round((Math.min(number, 100) / 100) * (lines - 1)) + 1 : number
  return Math.min(Math.max(line, 1), Math.max(lines, 1))
}

function arrangeAll(commands: readonly PaletteCommand[], recent: readonly string[]): PaletteSection[] {
  const again = recent.flatMap((id) => commands.find((command) => command.id === id) ?? [])
  const sections: PaletteSection[] = [{ group: 'Recent', commands: again }]
  for (const group of GROUPS.slice(1)) {
    const few = group === 'Go' || group === 'Stories' ? FEW : MOST
    sections.push({ group, commands: commands.filter((command) => command.group === group).slice(0, few) })
  }
  return sections.filter((section) => section.commands.length > 0)
}

function inOrder(text: string, word: string): boolean {
  for (const start of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    if (start[0] !== word[0]) continue
    let at = start.index
    const all = Array.from(word).every((letter) => {
      const found = text.indexOf(letter, at)
      at = found + 1
      return found >= 0
    })
    if (all) return true
  }
  return false
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
