/**
 * What was done, as a sentence for each entry of the activity log: who, then what. Names of people, links and titles
 * are quoted as they are; when it was is the list's.
 */
import { ROLES } from '../../../shared/roles.ts'
import type { Activity, ActivityName } from '../../../shared/wire/people.ts'
import { counted } from '../../ui/times.ts'

export const KINDS = ['people', 'text', 'accounts', 'refused'] as const

export type Kind = (typeof KINDS)[number]

export const KIND_NAMES: Record<Kind, string> = {
  people: 'People and links',
  text: 'Text and files',
  accounts: 'Signing in and accounts',
  refused: 'Refused',
}

interface Words {
  kind: Kind
  /** Goes on after the name of who did it. */
  said: (entry: Activity) => string
}

const WORDS: Record<ActivityName, Words> = {
  joined: {
    kind: 'people',
    said: ({ story, detail }) =>
      `joined ${story ? '' : 'the whole library '}as ${bare(detail.role)} by ${detail.by ? belonging(detail.by) : 'the terminal’s'} link`,
  },
  visited: { kind: 'people', said: ({ detail }) => `came in by the story’s address, as ${bare(detail.role)}` },
  role: { kind: 'people', said: roleChange },
  removed: {
    kind: 'people',
    said: ({ who, about, story }) =>
      who !== null && who.id === about?.id
        ? 'left the story'
        : `removed ${nameOf(about)} from the ${story ? 'story' : 'library, for good'}`,
  },
  invited: {
    kind: 'people',
    said: ({ story, detail }) =>
      `made a link ${story ? '' : 'to the whole library '}for ${bare(detail.role)}s, ${terms(detail.days, detail.mostUses)}`,
  },
  revoked: {
    kind: 'people',
    said: ({ story, detail }) => `revoked a link ${story ? '' : 'to the whole library '}for ${bare(detail.role)}s`,
  },
  address: {
    kind: 'people',
    said: ({ detail }) =>
      detail.role
        ? `opened the story by its address: anybody with it is ${withArticle(detail.role)}`
        : 'closed the story’s address',
  },
  added: {
    kind: 'text',
    said: ({ detail }) => (detail.file ? `added the story, from ${detail.file}` : 'added the story'),
  },
  'brought-in': {
    kind: 'text',
    said: ({ detail }) => `brought ${detail.file || 'a file'} in, as suggestions and notes`,
  },
  renamed: {
    kind: 'text',
    said: ({ detail }) =>
      detail.title ? `gave the story the title “${detail.title}”` : 'let the story’s title be taken from its text',
  },
  exported: {
    kind: 'text',
    said: ({ detail }) =>
      `took a copy as a file${detail.file ? `, ${detail.file}` : detail.format ? `, ${detail.format}` : ''}`,
  },
  written: {
    kind: 'text',
    said: ({ detail }) => `wrote the text into the export folder${detail.file ? `, as ${detail.file}` : ''}`,
  },
  'written-back': { kind: 'text', said: ({ detail }) => `wrote the text back into ${detail.file || 'its file'}` },
  deleted: { kind: 'text', said: () => 'deleted the story' },
  restored: { kind: 'text', said: () => 'brought the story back' },
  owner: {
    kind: 'accounts',
    said: ({ who }) => (who ? 'opened the owner’s link' : 'printed a new owner’s link'),
  },
  'signed-in': { kind: 'accounts', said: ({ detail }) => `signed in with ${wayOf(detail.way)}` },
  'sign-in-failed': {
    kind: 'refused',
    said: ({ detail }) =>
      `did not get in with ${wayOf(detail.way, 'wrong')}${detail.login ? `, as “${detail.login}”` : ''}${times(detail.count)}`,
  },
  'signed-out': { kind: 'accounts', said: () => 'signed out' },
  'session-ended': {
    kind: 'accounts',
    said: ({ detail }) => `ended a session on another device${detail.browser ? `, ${detail.browser}` : ''}`,
  },
  credential: {
    kind: 'accounts',
    said: ({ detail, about }) =>
      detail.way === 'owner link'
        ? 'made a fresh owner’s link'
        : detail.way === 'sign-in link'
          ? `made a link that lets ${nameOf(about)} back in`
          : `${detail.done === 'removed' ? 'removed' : 'set'} ${wayOf(detail.way)} for coming back`,
  },
  token: {
    kind: 'accounts',
    said: ({ detail }) =>
      `${detail.done === 'revoked' ? 'revoked' : 'made'} the access token${detail.name ? ` “${detail.name}”` : ''}${detail.role ? `, for what ${withArticle(detail.role)} may` : ''}`,
  },
  refused: {
    kind: 'refused',
    said: ({ detail }) =>
      `was refused${times(detail.count)}${detail.message ? `: ${detail.message.replace(/\.$/, '')}` : ''}`,
  },
  'webhook-failed': {
    kind: 'text',
    said: ({ detail }) =>
      `could not deliver${detail.host ? ` to ${detail.host}` : ''}${times(detail.count)}${detail.message ? `: ${detail.message}` : ''}; what happens waits`,
  },
  'webhook-back': {
    kind: 'text',
    said: ({ detail }) => `delivers${detail.host ? ` to ${detail.host}` : ''} again${times(detail.count)}`,
  },
}

export function kindOf(act: ActivityName): Kind {
  return WORDS[act].kind
}

/** "June Park" and "joined as commenter by Idris’ link"; in the log of the whole house the story is named by the list. */
export function sentenceOf(entry: Activity): { who: string; did: string } {
  return { who: entry.who?.name ?? nobody(entry), did: WORDS[entry.act].said(entry) }
}

/** What was asked for and refused, for a tooltip; "" for all else. */
export function technicalOf({ act, detail }: Activity): string {
  return act === 'refused' ? [detail.what, detail.code].filter(Boolean).join(', ') : ''
}

/** Without an account it was the terminal, or somebody who did not get in. */
function nobody({ act }: Activity): string {
  if (act.startsWith('webhook')) return 'The webhook'
  return WORDS[act].kind === 'refused' ? 'Somebody without an account' : 'The terminal'
}

function roleChange({ about, story, detail }: Activity): string {
  const where = story ? '' : ' in the whole library'
  if (!detail.role) return `took ${belonging(nameOf(about))} role${where} away`
  const was = detail.was ? `, before that ${bare(detail.was)}` : ''
  return `made ${nameOf(about)} ${withArticle(detail.role)}${where}${was}`
}

function terms(days = '', mostUses = ''): string {
  const people = mostUses === '' ? 'any number of people' : counted(Number(mostUses), 'person', 'people')
  return days === '' ? `for ${people}` : `for ${counted(Number(days), 'day')} and ${people}`
}

function wayOf(way = '', quality = ''): string {
  const a = quality === '' ? 'a' : `a ${quality}`
  if (way === 'password' || way === 'passkey') return `${a} ${way}`
  if (way === 'link') return 'a link that was made for them'
  return way === 'provider' ? `${a === 'a' ? 'an' : a} account at the provider` : `${a} way in`
}

function times(count = ''): string {
  return Number(count) > 1 ? `, ${counted(Number(count), 'time')}` : ''
}

function nameOf(about: Activity['about']): string {
  return about?.name ?? 'somebody'
}

/** "Idris’", "June’s". */
function belonging(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`
}

/** The name of a role as the log has it; a role of another version stays as it was written. */
function bare(role = ''): string {
  return ROLES.find((one) => one === role) ?? (role || 'somebody')
}

function withArticle(role: string): string {
  return `${/^[aeiou]/.test(bare(role)) ? 'an' : 'a'} ${bare(role)}`
}
