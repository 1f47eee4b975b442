/** Which rules run in this story: a switch for each, and what it looks for. Who may not decide hides rules from themself. */
import { html, type TemplateResult } from 'lit'
import { may, type Role } from '../../../shared/roles.ts'
import type { RuleFacts } from '../../sync/checking.ts'
import { icon } from '../../ui/icons.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { ruleTitle } from './finding-words.ts'

export interface RuleListOptions {
  rules: ReadonlyMap<string, RuleFacts>
  /** Off for everybody. */
  off: ReadonlyMap<string, { by: string }>
  hidden: ReadonlySet<string>
  role: Role | null
  checks: ChecksContext
  back: () => void
}

export function ruleList(options: RuleListOptions): TemplateResult {
  const rules = [...options.rules.values()].sort((one, other) => one.title.localeCompare(other.title))
  const part = (level: RuleFacts['level'], title: string) => {
    const some = rules.filter((rule) => rule.level === level)
    return some.length === 0
      ? ''
      : html`<h3 class="rules-title">${title}</h3><ul class="rules">${some.map((rule) => ruleRow(rule, options))}</ul>`
  }
  return html`<div class="panel-turn"><button class="btn tiny quiet" @click=${options.back}>${icon('chevron-left', { small: true })}Findings</button><h2>Which rules run</h2></div>
    <p class="small hush">${may(options.role, 'decide') ? 'For everybody, in this story.' : 'What you turn off is hidden from you alone, in this browser.'}</p>
    ${part('default', 'Certain')} ${part('style', 'Style')} ${others(options)}`
}

/** Of another proofreader only those that are off: there are hundreds, and they explain themselves in what they find. */
function others(options: RuleListOptions): TemplateResult | string {
  const { rules, off, hidden } = options
  const names = [...new Set([...off.keys(), ...hidden])].filter((name) => !rules.has(name)).sort()
  if (names.length === 0) return ''
  return html`<h3 class="rules-title">Second opinion</h3><ul class="rules">${names.map(
    (name) =>
      html`<li><span class="grow">${ruleTitle(name, rules)}</span>${switchOf({ name, title: ruleTitle(name, rules) }, options)}</li>`,
  )}</ul>`
}

function ruleRow(rule: RuleFacts, options: RuleListOptions): TemplateResult {
  return html`<li>
    <details>
      <summary><span class="stitch" aria-hidden="true"><span class="find ${rule.kind}">a</span></span><span>${rule.title}</span></summary>
      <p>${rule.explain}</p>
      <p class="rule-example"><del>${rule.example.wrong}</del> <ins>${rule.example.right}</ins></p>
      <p class="small hush">${rule.source}</p>
    </details>
    ${switchOf(rule, options)}
  </li>`
}

function switchOf(
  rule: Pick<RuleFacts, 'name' | 'title'>,
  { off, hidden, role, checks }: RuleListOptions,
): TemplateResult {
  const decides = may(role, 'decide')
  const offFor = off.get(rule.name)
  const on = offFor === undefined && !hidden.has(rule.name)
  const turn = (event: Event) => {
    const wanted = (event.target as HTMLInputElement).checked
    if (hidden.has(rule.name) && wanted) checks.hide(rule.name, false)
    else if (decides) void askChecks(checks.review, { type: 'switch-rule', rule: rule.name, on: wanted })
    else checks.hide(rule.name, !wanted)
  }
  const blocked = offFor !== undefined && !decides
  const said =
    offFor === undefined ? (hidden.has(rule.name) ? 'Hidden from you' : '') : `Off: ${checks.person(offFor.by)}`
  return html`<span class="small hush">${said}</span>
    <input type="checkbox" role="switch" class="switch" aria-label=${rule.title} .checked=${on} ?disabled=${blocked} @change=${turn} />`
}
