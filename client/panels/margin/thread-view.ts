/** <thread-view>: replies and reactions of a note or a suggestion, and the field to answer in. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Note, Reactions, Reply, Suggestion } from '../../../shared/review/state.ts'
import { REACTIONS, type Reaction } from '../../../shared/review/vocabulary.ts'
import { may } from '../../../shared/roles.ts'
import { newId } from '../../sync/new-id.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import '../../ui/pull-down.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'
import { drawBody } from './draw-body.ts'
import type { MarginContext } from './margin-context.ts'
import './words-field.ts'
import type { WordsField } from './words-field.ts'

@customElement('thread-view')
export class ThreadView extends LightElement {
  @property({ attribute: false }) thread!: Note | Suggestion
  @property({ attribute: false }) context!: MarginContext
  /** Null = no reply is being changed. */
  @state() private changing: { reply: string; words: string } | null = null
  @state() private words: string | null = null
  @query('.reply words-field') private readonly field!: WordsField | null

  /** Puts the keyboard into the field for a reply. */
  answer(): void {
    void this.updateComplete.then(() => this.field?.focusEnd())
  }

  protected override render() {
    const { thread, context } = this
    const talks = may(context.role, 'annotate') && !('deleted' in thread && thread.deleted)
    return html`${reactionRow(thread.reactions, null, thread.id, context, talks)}
      ${thread.replies.length === 0 ? nothing : html`<ol class="replies" aria-label="Replies">${thread.replies.map((reply) => this.reply(reply, talks))}</ol>`}
      ${talks ? this.form() : nothing}`
  }

  private form(): TemplateResult {
    const { thread, context } = this
    const words = this.words ?? context.drafts.reply(thread.id)
    return html`<form class="reply" @submit=${(event: Event) => {
      event.preventDefault()
      void this.send()
    }}>
      <words-field
        label="Reply"
        hint="Reply, or @ to name someone"
        .people=${context.people}
        .value=${words}
        .changed=${(typed: string) => {
          this.words = typed
          context.drafts.keepReply(thread.id, typed)
        }}
        .send=${() => void this.send()}
        .leave=${() => context.toWords(thread.id)}
      ></words-field>
      ${words.trim() === '' ? nothing : html`<div class="row"><span class="grow"></span><button class="btn primary tiny" title="Reply (Ctrl Enter)">Reply</button></div>`}
    </form>`
  }

  private reply(reply: Reply, talks: boolean): TemplateResult {
    const { context } = this
    const author = context.person(reply.by)
    const own = talks && reply.by === context.me && !reply.deleted
    const changing = this.changing?.reply === reply.id ? this.changing : null
    return html`<li>
      <header>
        ${avatar(author, { small: true })}<b>${author.name}</b>
        <time datetime=${reply.at} title=${exactTime(reply.at)}>${timeAgo(reply.at, context.now)}</time>
        ${reply.editedAt ? html`<span class="small hush" title="Changed ${exactTime(reply.editedAt)}">edited</span>` : nothing}
        <span class="grow"></span>
        ${
          own
            ? html`<pull-down label="More about this reply" look="btn icon-only tiny quiet" .face=${icon('ellipsis')} .items=${[
                {
                  label: 'Edit',
                  icon: 'pen-line',
                  run: () => {
                    this.changing = { reply: reply.id, words: reply.body }
                    void this.updateComplete.then(() => this.querySelector<WordsField>('li words-field')?.focusEnd())
                  },
                },
                {
                  label: 'Delete',
                  icon: 'trash-2',
                  danger: true,
                  run: () => void context.ask({ type: 'delete-reply', thread: this.thread.id, reply: reply.id }),
                },
              ]}></pull-down>`
            : nothing
        }
      </header>
      ${
        reply.deleted
          ? html`<p class="hush">Deleted.</p>`
          : changing
            ? this.changeForm(changing)
            : html`<div class="said">${drawBody(reply.body, context.people)}</div>
              ${reactionRow(reply.reactions, reply.id, this.thread.id, context, talks)}`
      }
    </li>`
  }

  private changeForm({ reply, words }: { reply: string; words: string }): TemplateResult {
    const save = async () => {
      const body = this.changing?.words ?? ''
      if (body.trim() === '') return
      const asked = this.context.ask({ type: 'edit-reply', thread: this.thread.id, reply, body })
      if (await asked) this.changing = null
    }
    return html`<words-field
        label="Change your reply"
        .people=${this.context.people}
        .value=${words}
        .changed=${(typed: string) => {
          this.changing = { reply, words: typed }
        }}
        .send=${() => void save()}
        .leave=${() => {
          this.changing = null
        }}
      ></words-field>
      <div class="row">
        <span class="grow"></span>
        <button class="btn tiny quiet" type="button" @click=${() => {
          this.changing = null
        }}>Cancel</button>
        <button class="btn tiny" type="button" @click=${() => void save()}>Save</button>
      </div>`
  }

  private async send(): Promise<void> {
    const { context, thread } = this
    const body = (this.words ?? context.drafts.reply(thread.id)).trim()
    if (body === '') return
    this.words = ''
    context.drafts.keepReply(thread.id, '')
    if (await context.ask({ type: 'reply', thread: thread.id, reply: newId(), body })) return
    // What was typed meanwhile comes first.
    this.words = [this.words, body].filter((part) => part !== '').join('\n\n')
    context.drafts.keepReply(thread.id, this.words)
  }
}

/** Who reacted how, and with whom one may join in. */
function reactionRow(
  reactions: Reactions,
  reply: string | null,
  thread: string,
  context: MarginContext,
  talks: boolean,
): TemplateResult | typeof nothing {
  const given = REACTIONS.flatMap((reaction) => {
    const accounts = reactions[reaction] ?? []
    return accounts.length > 0 ? [{ reaction, accounts }] : []
  })
  const react = (reaction: Reaction) => {
    const on = !(reactions[reaction] ?? []).includes(context.me)
    void context.ask({ type: 'react', thread, reply, reaction, on })
  }
  if (given.length === 0 && !talks) return nothing
  return html`<div class="reactions">
    ${given.map(({ reaction, accounts }) => {
      const names = accounts.map((account) => context.person(account).name).join(', ')
      return html`<button
        class="chip"
        aria-pressed=${accounts.includes(context.me) ? 'true' : 'false'}
        aria-disabled=${talks ? nothing : 'true'}
        aria-label="${reaction} by ${names}"
        title=${names}
        @click=${() => talks && react(reaction)}
      >${reaction} ${accounts.length}</button>`
    })}
    ${
      talks
        ? html`<pull-down
          label="React"
          look="btn icon-only tiny quiet"
          side="start"
          .face=${icon('smile-plus', { small: true })}
          .items=${REACTIONS.map((reaction) => ({ label: `${reaction} ${REACTION_WORDS[reaction]}`, run: () => react(reaction) }))}
        ></pull-down>`
        : nothing
    }
  </div>`
}

const REACTION_WORDS: Record<Reaction, string> = {
  '👍': 'Agreed',
  '❤️': 'Love it',
  '😄': 'Made me laugh',
  '🎉': 'Hurrah',
  '🤔': 'Not sure',
  '👀': 'Looking into it',
}

declare global {
  interface HTMLElementTagNameMap {
    'thread-view': ThreadView
  }
}
