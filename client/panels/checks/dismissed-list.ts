/** What was dismissed in this story, by whom, and the way back. */
import { html, type TemplateResult } from 'lit'
import type { Dismissal } from '../../../shared/review/state.ts'
import type { RuleFacts } from '../../sync/checking.ts'
import { icon } from '../../ui/icons.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { ruleTitle } from './finding-words.ts'

export interface DismissedOptions {
  /** By the finding's key. */
  dismissed: ReadonlyMap<string, Dismissal>
  rules: ReadonlyMap<string, RuleFacts>
  checks: ChecksContext
  back: () => void
}

export function dismissedList({ dismissed, rules, checks, back }: DismissedOptions): TemplateResult {
  const now = Date.now()
  const newest = [...dismissed].reverse()
  return html`<div class="panel-turn"><button class="btn tiny quiet" @click=${back}>${icon('chevron-left', { small: true })}Findings</button><h2>Dismissed</h2></div>
    ${newest.length === 0 ? html`<p class="small hush">Nothing is dismissed.</p>` : ''}
    <ol class="dismissed">
      ${newest.map(
        ([key, { rule, words, by, at }]) => html`<li>
          <p><b>${words}</b><small>${ruleTitle(rule, rules)} · ${checks.person(by)}, <time datetime=${at} title=${exactTime(at)}>${timeAgo(at, now)}</time></small></p>
          <button class="btn tiny quiet" aria-label="Bring back “${words}”" @click=${() => void askChecks(checks.review, { type: 'dismiss', findings: [{ key, rule, words }], on: false })}>Bring back</button>
        </li>`,
      )}
    </ol>`
}
