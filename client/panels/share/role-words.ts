/** Roles in words. Only roles that differ in what they may do today are offered in an invitation. */
import type { Role } from '../../../shared/roles.ts'

export const INVITED: readonly Role[] = ['editor', 'reader', 'maintainer']

const NAMES: Record<Role, string> = {
  reader: 'Reader',
  commenter: 'Commenter',
  proofreader: 'Proofreader',
  editor: 'Editor',
  maintainer: 'Maintainer',
}

export function roleName(role: Role): string {
  return NAMES[role]
}

/** Goes on after "Whoever opens it chooses a name and". */
export function roleDoes(role: Role): string {
  if (role === 'maintainer') return 'edits the story, invites others, writes the file back and may delete the story.'
  return role === 'editor' ? 'edits the story together with you.' : 'reads the story, live. They cannot change it.'
}
