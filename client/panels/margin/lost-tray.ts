/** The trays below the cards: notes that lost their words, and what the server did not take. */
import { html, nothing, type TemplateResult } from 'lit'
import { Refusal } from '../../../shared/refusals.ts'
import { judge } from '../../../shared/review/judge.ts'
import { completed } from '../../sync/complete-command.ts'
import type { ReviewHandle, Waiting } from '../../sync/review.ts'
import { copyText } from '../../ui/copy-text.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { counted, exactTime, timeAgo } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { drawBody } from './draw-body.ts'
import type { MarginContext } from './margin-context.ts'
import type { NoteEntry } from './margin-entries.ts'
import type { Offer } from './margin-source.ts'
import { KIND_WORDS, rightsOver, shortened } from './margin-words.ts'
import './put-back.ts'

/** Never drawn in the text; a person puts them back, nobody else does. */
export function lostTray(lost: readonly NoteEntry[], context: MarginContext): TemplateResult | typeof nothing {
  if (lost.length === 0) return nothing
  return html`<details class="tray" open>
    <summary>${icon('unlink', { small: true })}Lost their words <span class="count">${lost.length}</span></summary>
    <ul>
      ${lost.map((entry) => lostNote(entry, context))}
    </ul>
  </details>`
}

function lostNote({ id, thread: note }: NoteEntry, context: MarginContext): TemplateResult {
  const rights = rightsOver(note, context.me, context.role)
  const answers = note.replies.filter(({ deleted }) => !deleted).length
  return html`<li id="note-card-${id}" tabindex="-1">
    <p class="quote">“<del>${shortened(note.quote?.words ?? '', 200)}</del>”</p>
    <div class="said">${drawBody(note.body, context.people)}</div>
    <p class="small hush">
      ${context.person(note.by).name}, ${KIND_WORDS[note.kind].name.toLowerCase()},
      <time datetime=${note.at} title=${exactTime(note.at)}>${timeAgo(note.at, context.now)}</time>${answers > 0 ? `, ${counted(answers, 'reply', 'replies')}` : ''}
    </p>
    <div class="row">
      ${
        rights.move
          ? html`<put-back
                .quote=${note.quote}
                .source=${context.source}
                .chosen=${({ anchor, quote }: Offer) => void move(id, { anchor, quote }, context)}
              ></put-back>
              <button class="btn tiny" title="Select the words in the text first" @click=${() => putBack(id, context)}>Put on the selected words</button>`
          : nothing
      }
      ${rights.resolve ? html`<button class="btn tiny quiet" @click=${() => void context.ask({ type: 'resolve', note: id })}>Resolve</button>` : nothing}
    </div>
  </li>`
}

function putBack(thread: string, context: MarginContext): void {
  const selected = context.source.selection()
  if (!selected) showToast('Select the words in the text first, then press this again.')
  else void move(thread, selected, context)
}

/** Then it is the one in hand, with its card beside the words. */
async function move(
  thread: string,
  to: Pick<Offer, 'anchor' | 'quote'>,
  { source, ask }: MarginContext,
): Promise<void> {
  if (!(await ask({ type: 'move-anchor', thread, ...to, how: 'hand' }))) return
  source.setActive(thread)
  announce('Put back on its words.')
}

/** Words that were refused stay here until their author has sent them after all, or thrown them away. */
export function refusedTray(
  context: Pick<MarginContext, 'waiting' | 'now' | 'state' | 'me' | 'role'>,
  review: Pick<ReviewHandle, 'discard' | 'sendAgain'>,
): TemplateResult | typeof nothing {
  const refused = context.waiting.filter((one) => one.refused !== null)
  if (refused.length === 0) return nothing
  return html`<section class="tray refused" aria-label="Not sent">
    <h3>${icon('triangle-alert', { small: true })}Not sent <span class="count">${refused.length}</span></h3>
    <ul>
      ${refused.map((one) => {
        const { id, command, at, refused: reason } = one
        const words = wordsIn(command)
        return html`<li>
          <p class="said">${words}</p>
          <p class="small stale">${reason?.message} <time class="hush">${timeAgo(new Date(at).toISOString(), context.now)}</time></p>
          <div class="row">
            ${mayGoNow(one, context) ? html`<button class="btn tiny" @click=${() => review.sendAgain(id)}>Send again</button>` : nothing}
            ${words === '' ? nothing : html`<button class="btn tiny" @click=${() => void copy(words)}>Copy</button>`}
            <button class="btn tiny quiet" @click=${() => review.discard(id)}>Discard</button>
          </div>
        </li>`
      })}
    </ul>
  </section>`
}

/** These do not get better by being sent again. */
const AT_FAULT: readonly string[] = ['bad-request', 'malformed', 'too-large']

/** The role has come back, say, or what stood in its way is gone. */
function mayGoNow(
  { command, refused }: Waiting,
  { state, me, role }: Pick<MarginContext, 'state' | 'me' | 'role'>,
): boolean {
  if (AT_FAULT.includes(refused?.code ?? '')) return false
  try {
    judge(state, completed(command), { id: me, role })
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

function wordsIn(command: Waiting['command']): string {
  if ('body' in command) return command.body
  if (command.type === 'propose' || command.type === 'revise') {
    const inserted = command.change.flatMap((op) => ('insert' in op ? [op.insert] : []))
    return [inserted.join(' … '), command.reason ?? ''].filter((part) => part !== '').join('\n')
  }
  return 'reason' in command ? (command.reason ?? '') : ''
}

async function copy(words: string): Promise<void> {
  showToast((await copyText(words)) ? 'Copied.' : 'The browser would not copy. Select the words and copy them.')
}
