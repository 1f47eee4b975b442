/** The bar above and the strip below a story, as templates of what the page knows. */
import { html, nothing, type TemplateResult } from 'lit'
import { isPacked } from '../../../shared/codecs/readable.ts'
import { may } from '../../../shared/roles.ts'
import type { Person } from '../../../shared/wire/people.ts'
import { keyWords } from '../../panels/keys/key-words.ts'
import { peopleFaces } from '../../panels/people/people-here.ts'
import type { SaveState } from '../../sync/save-state.ts'
import { formWords } from '../../ui/form-words.ts'
import { icon } from '../../ui/icons.ts'
import { counted } from '../../ui/times.ts'
import { personMenu } from '../person-menu.ts'
import { loaded } from './late-part.ts'
import { MODES, modesOf } from './modes.ts'
import { formatMenu, type StoryActs, storyMenu } from './story-commands.ts'

export interface BarActs extends StoryActs {
  me: Person
  palette: (words: string) => void
  /** Null while it is not open. */
  closeFind: (() => void) | null
}

export function storyBar(acts: BarActs, save: SaveState): TemplateResult {
  const { story, mode } = acts
  return html`<header class="topbar story-bar${mode === 'suggest' ? ' suggesting' : ''}">
    <div class="named">
      <a class="btn quiet icon-only" href="/" aria-label="All stories" title="All stories">${icon('galley', { mark: true })}</a>
      <button class="btn quiet icon-only hide-wide" aria-label="Outline" title="Outline (${keyWords('Mod-Alt-O')})" @click=${acts.toggleOutline}>${icon('list')}</button>
      <h1 class="title" title=${story.title}>${story.title}</h1>
      <pull-down label="Story menu" side="start" look="btn quiet icon-only tiny" .face=${icon('chevron-down')} .items=${storyMenu(acts)}></pull-down>
      <save-mark .state=${save}></save-mark>
    </div>
    <div class="middle">
      ${modesOf(story.role).length > 1 ? modeSwitch(acts) : html`<span class="chip">${icon('book-open', { small: true })}Reading</span>`}
      ${mode !== 'read' ? html`<pull-down class="hide-phone" label="Format" side="start" look="btn quiet" .face=${html`${icon('bold', { small: true })}<span class="hide-narrow">Format</span>`} .items=${formatMenu(acts)}></pull-down>` : nothing}
    </div>
    <div>
      <span class="hide-phone">${peopleFaces(acts)}</span>
      <button class="btn icon-only quiet" aria-label="Find" title="Find (${keyWords('Mod-F')})" aria-pressed=${acts.closeFind ? 'true' : 'false'} @click=${acts.closeFind ?? (() => acts.find(false))}>${icon('search')}</button>
      ${tool('Export', 'download', 'Export', acts.exportFile, 'hide-phone')}
      ${tool('Commands', 'command', `Commands (${keyWords('Mod-K')})`, () => acts.palette(''))}
      ${
        may(story.role, 'invite')
          ? html`<button class="btn primary hide-phone" @click=${acts.share}>${icon('user-plus', { small: true })}Share</button>`
          : nothing
      }
      <span class="hide-phone own">${personMenu(acts.me, acts.keys)}</span>
    </div>
  </header>
  ${story.hasSource && may(story.role, 'writeBack') ? originNotice(story.id) : nothing}`
}

/** Few open what came from a file that they may write: it is no part of the first load. */
let isAsked = false

function originNotice(id: string): TemplateResult {
  if (!isAsked) void loaded(import('./origin-notice.ts'))
  isAsked = true
  return html`<origin-notice .story=${id}></origin-notice>`
}

export interface StripFacts {
  /** Words of the whole story. */
  words: number
  /** What there is to say of its review. */
  review: unknown
}

export function storyStrip(acts: BarActs, { words, review }: StripFacts): TemplateResult {
  const { text, people, followed, story } = acts
  const person = people.find(({ id }) => id === followed)
  return html`<footer class="strip" aria-label="About this place" tabindex="-1">
    <button title="Go to a line" @click=${() => acts.palette('')}><span>Line ${text.line.toLocaleString('en')}<span class="long"> of ${text.lines.toLocaleString('en')}</span></span></button>
    <span class="words">${text.selectedWords > 0 ? html`${text.selectedWords.toLocaleString('en')} of ${counted(words, 'word')}<span class="long"> selected</span>` : counted(words, 'word')}</span>
    <span class="hide-narrow">${isPacked(story.name) ? `From ${story.name}` : formWords(story.form)}</span>
    <span class="grow"></span>
    ${review}
    ${
      person
        ? html`<button class="following p${person.swatch}" @click=${() => acts.follow(null)}>${icon('eye', { small: true })}<span>Following<span class="long"> ${person.name}</span>. Stop</span></button>`
        : nothing
    }
  </footer>`
}

function modeSwitch({ story, mode, setMode }: StoryActs): TemplateResult {
  return html`<div class="seg" role="radiogroup" aria-label="What typing does" @keydown=${otherRadio}>
    ${modesOf(story.role).map(
      (value) => html`<button
        role="radio"
        aria-checked=${mode === value ? 'true' : 'false'}
        tabindex=${mode === value ? 0 : -1}
        title="${MODES[value].name} (${keyWords(MODES[value].keys)})"
        @click=${() => setMode(value)}
      >
        ${icon(MODES[value].icon, { small: true })}<span>${MODES[value].name}</span>
      </button>`,
    )}
  </div>`
}

function tool(
  name: string,
  sign: Parameters<typeof icon>[0],
  hint: string,
  run: () => void,
  kind = '',
): TemplateResult {
  return html`<button class="btn icon-only quiet ${kind}" aria-label=${name} title=${hint} @click=${run}>${icon(sign)}</button>`
}

/** Arrows move within a radio group, round its ends. */
function otherRadio(event: KeyboardEvent): void {
  if (!event.key.startsWith('Arrow')) return
  event.preventDefault()
  const radios = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="radio"]')]
  const at = radios.findIndex((radio) => radio.getAttribute('aria-checked') === 'true')
  const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1
  const other = radios[(at + by + radios.length) % radios.length]
  other?.click()
  other?.focus()
}
