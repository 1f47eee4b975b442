/** The menu behind one's own name: profile, theme, keys, sign out; the same acts as commands for the palette. */
import { html, type TemplateResult } from 'lit'
import type { Person } from '../../shared/wire/people.ts'
import type { PaletteCommand } from '../panels/palette/palette-commands.ts'
import { go } from '../router.ts'
import { sayError } from '../sync/api.ts'
import { askFirst } from '../ui/ask-first.ts'
import { avatar } from '../ui/avatar.ts'
import { icon } from '../ui/icons.ts'
import type { PullDownEntry } from '../ui/pull-down.ts'
import '../ui/pull-down.ts'
import { setTheme, THEMES, type Theme, theme } from '../ui/theme.ts'
import { counted, firstName } from '../ui/times.ts'
import { showToast } from '../ui/toast.ts'
import './profile-dialog.ts'
import { signInPath } from './account/own-path.ts'
import { signOutWords } from './account/way-back.ts'
import { ownerCommands, ownerItems } from './people/owner-commands.ts'
import { leave, session } from './session.ts'

const THEME_NAMES: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

export function personMenu(person: Person, keys: () => void): TemplateResult {
  const items: PullDownEntry[] = [
    { label: 'Your page', icon: 'key-round', run: () => go('/you') },
    { label: 'Name and colour…', icon: 'pen-line', run: openProfile },
    ...ownerItems(),
    { label: 'Keys', icon: 'command', key: '?', run: keys },
    'Theme',
    ...THEMES.map((name) => ({
      label: THEME_NAMES[name],
      checked: theme.value === name,
      run: () => setTheme(name),
    })),
    null,
    { label: 'Sign out', icon: 'log-out', run: () => void signOutHere() },
  ]
  return html`<pull-down
    .label=${`You: ${person.name}`}
    .look=${'btn quiet'}
    .items=${items}
    .face=${html`${avatar(person)}<span class="hide-3">${firstName(person.name)}</span>${icon('chevron-down', { small: true })}`}
  ></pull-down>`
}

export function personCommands(keys: () => void): PaletteCommand[] {
  return [
    ...THEMES.map(
      (name): PaletteCommand => ({
        id: `theme-${name}`,
        group: 'View',
        label: `Theme: ${THEME_NAMES[name].toLowerCase()}`,
        checked: theme.value === name,
        run: () => setTheme(name),
      }),
    ),
    { id: 'keys', group: 'Go', label: 'Keys', keys: '?', run: keys },
    ...accountCommands(),
  ]
}

/** One's own account alone, for a page that has the rest among its own commands. */
export function accountCommands(): PaletteCommand[] {
  if (session.peek()?.person === null) {
    return [{ id: 'sign-in', group: 'Go', label: 'Sign in', run: () => go(signInPath(location.pathname)) }]
  }
  return [
    ...ownerCommands(),
    { id: 'profile', group: 'Go', label: 'Your name and colour', run: openProfile },
    { id: 'you', group: 'Go', label: 'Your page', run: () => go('/you') },
    { id: 'you-back', group: 'Go', label: 'Your password and passkeys', run: () => go('/you#back') },
    { id: 'you-devices', group: 'Go', label: 'Your devices', run: () => go('/you#devices') },
    { id: 'you-tokens', group: 'Go', label: 'Your access tokens', run: () => go('/you#tokens') },
    { id: 'sign-out', group: 'Go', label: 'Sign out', run: () => void signOutHere() },
  ]
}

export function openProfile(): void {
  void document.createElement('profile-dialog').show()
}

/** Asks first, and says what that means for the words kept here. */
export async function signOutHere(): Promise<void> {
  const { returns = false, owner = false } = session.peek() ?? {}
  const way = signOutWords(returns, owner)
  if (!(await askFirst('Sign out at this browser?', way, 'Sign out'))) return
  try {
    const stay = await leave()
    go('/')
    showToast(
      stay === 0
        ? 'You are signed out at this browser; it keeps nothing of the stories.'
        : `You are signed out. Words that are not saved stay in this browser, of ${counted(stay, 'story', 'stories')}.`,
    )
  } catch (error) {
    showToast(sayError(error))
  }
}
