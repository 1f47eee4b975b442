/** Findings by rule, as the panel lists them: the rules with the most findings first. */
import type { Finding, Kind, Level } from '../../../shared/proof/finding.ts'
import type { CheckedLine, RuleFacts } from '../../sync/checking.ts'
import { ruleTitle } from './finding-words.ts'

export interface FindingGroup {
  rule: string
  title: string
  kind: Kind
  /** In the order of the text. */
  findings: readonly Finding[]
}

/** Those of one level; every finding once. */
export function findingGroups(
  lines: readonly Pick<CheckedLine, 'findings'>[],
  rules: ReadonlyMap<string, Pick<RuleFacts, 'title'>>,
  level: Level,
): FindingGroup[] {
  const all = lines.flatMap(({ findings }) => findings.filter((finding) => finding.level === level))
  return [...byRule(all, ({ rule }) => rule)]
    .map(([rule, findings]) => ({ rule, title: ruleTitle(rule, rules), kind: findings[0]!.kind, findings }))
    .sort((one, other) => other.findings.length - one.findings.length || one.title.localeCompare(other.title))
}

/** In the order in which rules first come. */
export function byRule<Item>(items: readonly Item[], ruleOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const rule = ruleOf(item)
    const group = groups.get(rule)
    if (group) group.push(item)
    else groups.set(rule, [item])
  }
  return groups
}
