/** One rule's findings in the checks panel: a few of them in their words, and what can be done about all. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Finding } from '../../../shared/proof/finding.ts'
import { may } from '../../../shared/roles.ts'
import type { CheckedLine } from '../../sync/checking.ts'
import { icon } from '../../ui/icons.ts'
import type { ChecksContext, FixWay } from './checks-context.ts'
import type { FindingGroup } from './finding-groups.ts'
import { around } from './finding-words.ts'

export interface GroupOptions {
  checks: ChecksContext
  lines: readonly CheckedLine[]
  active: Finding | null
  ways: readonly FixWay[]
  opened: boolean
  turned: (open: boolean) => void
  /** All findings are listed. */
  whole: boolean
  showWhole: () => void
}

/** Findings listed before "12 more". */
const FEW = 3

export function findingGroup(group: FindingGroup, options: GroupOptions): TemplateResult {
  const { findings } = group
  const turned = ({ target }: Event) => options.turned((target as HTMLDetailsElement).open)
  return html`<details class="group" data-rule=${group.rule} ?open=${options.opened} @toggle=${turned}>
    <summary>${icon('chevron-right', { small: true })}<span class="stitch" aria-hidden="true"><span class="find ${group.kind}">a</span></span><span>${group.title}</span><span class="grow"></span><span class="count">${findings.length.toLocaleString('en')}</span></summary>
    ${options.opened ? inside(group, options) : nothing}
  </details>`
}

/** Made only when it is seen: a long story has findings of forty rules. */
function inside(group: FindingGroup, options: GroupOptions): TemplateResult {
  const { findings } = group
  const few = options.whole ? findings : findings.slice(0, FEW)
  const more = findings.length - few.length
  return html`<ol>${few.map((finding) => hit(finding, options))}</ol>
    ${more > 0 ? html`<button class="btn tiny quiet hits-more" @click=${options.showWhole}>${more.toLocaleString('en')} more</button>` : nothing}
    ${foot(group, options)}`
}

function hit(finding: Finding, { checks, lines, active, ways }: GroupOptions): TemplateResult {
  const { before, words, after } = around(finding, lines[finding.line] ?? { text: '', findings: [] }, {
    before: 16,
    after: 32,
  })
  const [first] = ways
  const [replacement] = finding.replacements
  const isActive = active !== null && active.key === finding.key && active.line === finding.line
  const does = first === 'write' ? 'Fix' : 'Propose'
  const named = `“${words}”, line ${finding.line + 1}`
  return html`<li class="hit${isActive ? ' active' : ''}">
    <button class="there" title=${finding.message} @click=${() => checks.source.reveal(finding)}>${before}<b>${words}</b>${after}</button>
    <span class="row"><span class="does">
      ${
        first && replacement !== undefined
          ? html`<button class="btn icon-only tiny quiet good" aria-label="${does} ${named}" title="${does}: ${replacement.replaceAll('\n', ' ¶ ') || 'take it away'}" @click=${() => void checks.fix([{ finding, replacement }], first)}>${icon('check')}</button>`
          : nothing
      }
      <button class="btn icon-only tiny quiet" aria-label="Dismiss ${named}" title="Dismiss" @click=${() => void checks.dismiss([finding])}>${icon('x')}</button>
    </span><span class="num">${(finding.line + 1).toLocaleString('en')}</span></span>
  </li>`
}

function foot({ rule, title, findings }: FindingGroup, { checks, ways }: GroupOptions): TemplateResult {
  const fixable = findings.filter(({ replacements }) => replacements.length > 0)
  const decides = may(checks.role.peek(), 'decide')
  const does = ways[0] === 'write' ? 'Fix all' : 'Propose all'
  return html`<div class="groupfoot">
    ${
      ways.length > 0 && fixable.length > 1
        ? html`<button class="btn tiny" @click=${() => checks.showBatch(fixable, title)}>${does} ${fixable.length.toLocaleString('en')}…</button>`
        : nothing
    }
    <button class="btn tiny quiet" title=${decides ? 'For everybody, in this story' : 'From you, in this browser'} @click=${() => void checks.dismissRule(rule)}>${decides ? 'Turn off here' : 'Hide from me'}</button>
  </div>`
}
