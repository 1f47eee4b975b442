/** What the page says of a save state: the words in the bar, what is spoken, and whether a callout is needed. */
import type { SaveState } from '../../sync/save-state.ts'
import type { IconName } from '../../ui/icons.ts'

export interface SaveWords {
  text: string
  icon: IconName
  tone: 'calm' | 'wait' | 'fail'
}

export function saveWords({ kind, count = 0 }: SaveState): SaveWords {
  switch (kind) {
    case 'saved':
      return { text: 'Saved', icon: 'check', tone: 'calm' }
    case 'saving':
      return { text: 'Saving…', icon: 'loader-circle', tone: 'calm' }
    case 'offline-kept':
      return { text: 'Offline, kept here', icon: 'cloud-off', tone: 'wait' }
    case 'sending':
      return { text: `Sending ${count} ${count === 1 ? 'change' : 'changes'}`, icon: 'cloud-upload', tone: 'wait' }
    case 'offline-not-kept':
      return { text: 'Offline, not kept: copy your words', icon: 'triangle-alert', tone: 'fail' }
    case 'left':
      return { text: `${count} ${count === 1 ? 'word' : 'words'} not saved`, icon: 'triangle-alert', tone: 'fail' }
    case 'not-saving':
      return { text: 'Not saving', icon: 'triangle-alert', tone: 'fail' }
  }
}

/** The state for somebody who asks for it: what is, what waits, and why. */
export function saveAnswer(state: SaveState): string {
  const { kind, count = 0, reason = '' } = state
  const waits =
    kind === 'offline-kept' && count > 0
      ? `${count} ${count === 1 ? 'change waits' : 'changes wait'} for the server.`
      : ''
  return [`${saveWords(state).text.replace('…', '')}.`, waits, reason].filter((part) => part !== '').join(' ')
}

/** A sentence when the state became worse or good again, or good at last for who `asked`; null when nothing need be said. */
export function saveSpoken(before: SaveState, now: SaveState, asked = false): string | null {
  const rank = (state: SaveState) => ({ calm: 0, wait: 1, fail: 2 })[saveWords(state).tone]
  if (rank(now) > rank(before)) return now.reason ? `${saveWords(now).text}. ${now.reason}` : `${saveWords(now).text}.`
  if (now.kind === 'saved' && rank(before) > 0) return 'Saved again.'
  return asked && now.kind === 'saved' ? 'Saved.' : null
}
