/** What people see of what rules found in a line: not what is switched off, muted, dismissed, or said better by another rule. */
import { type Finding, findingKey, type Spot } from './finding.ts'
import type { ProseLine } from './prose-line.ts'
import type { Rule } from './rule.ts'
import type { Settings } from './settings.ts'

export interface Found {
  rule: Rule
  spot: Spot
}

export interface Unwanted {
  /** Names of rules. */
  off: { has(rule: string): boolean }
  /** Keys of findings. */
  dismissed: ReadonlySet<string>
  muteDialogue: Settings['muteDialogue']
}

/** By offset and rule; `at` is the line's number. */
export function shownFindings(line: ProseLine, at: number, found: readonly Found[], unwanted: Unwanted): Finding[] {
  const findings: Finding[] = []
  const heard = found.filter(
    ({ rule, spot }) => !unwanted.off.has(rule.name) && !isMuted(rule, line, spot, unwanted.muteDialogue),
  )
  for (const { rule, spot } of heard) {
    if (
      rule.givesWay &&
      heard.some((other) => !other.rule.givesWay && other.rule.level === rule.level && covers(other.spot, spot))
    )
      continue
    const key = findingKey(rule.name, line.text, spot.offset, spot.length)
    if (unwanted.dismissed.has(key)) continue
    const { name, level, kind } = rule
    const { offset, length, message, replacements = [], sure = false } = spot
    findings.push({ rule: name, level, kind, line: at, offset, length, message, replacements, sure, key })
  }
  return findings.sort((one, other) => one.offset - other.offset || (one.rule < other.rule ? -1 : 1))
}

function isMuted(rule: Rule, line: ProseLine, { offset }: Spot, mute: Settings['muteDialogue']): boolean {
  const { grammar, spelling } = mute
  if (!(rule.kind === 'spelling' ? spelling : grammar && (rule.kind === 'grammar' || rule.kind === 'style')))
    return false
  return line.isSpeech(offset)
}

function covers(one: Spot, other: Spot): boolean {
  return one.offset <= other.offset && one.offset + one.length >= other.offset + other.length
}
