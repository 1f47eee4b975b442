/** The ways to the owner's pages, for menus and palettes; none for anybody else. */
import { mayInHouse } from '../../../shared/roles.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { go } from '../../router.ts'
import type { PullDownItem } from '../../ui/pull-down.ts'
import { session } from '../session.ts'

export const PEOPLE_PATH = '/people'
export const ACTIVITY_PATH = '/activity'

/** True when this browser's person may look after everybody who may come in. */
export function mayAdmit(): boolean {
  return mayInHouse(session.peek()?.owner ? 'owner' : 'guest', 'admit')
}

export function ownerCommands(): PaletteCommand[] {
  return ownerItems().map(({ label, run }) => ({ id: `owner/${label}`, group: 'Go', label, run }))
}

export function ownerItems(): PullDownItem[] {
  if (!mayAdmit()) return []
  return [
    { label: 'People in the library', icon: 'users', run: () => go(PEOPLE_PATH) },
    { label: 'Activity in the library', icon: 'list', run: () => go(ACTIVITY_PATH) },
  ]
}
