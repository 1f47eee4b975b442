/** What typing does: edits the text, suggests changes of it, or nothing; and which of these a role has. */
import { may, type Role } from '../../../shared/roles.ts'
import type { WritingMode } from '../../editor/story-editor.ts'
import type { IconName } from '../../ui/icons.ts'

export const MODES: Record<WritingMode, { name: string; doing: string; keys: string; icon: IconName }> = {
  edit: { name: 'Edit', doing: 'Editing', keys: 'Mod-Alt-E', icon: 'pen-line' },
  suggest: { name: 'Suggest', doing: 'Suggesting', keys: 'Mod-Alt-S', icon: 'message-square-diff' },
  read: { name: 'Read', doing: 'Reading', keys: 'Mod-Alt-R', icon: 'book-open' },
}

export function mayBeIn(mode: WritingMode, role: Role): boolean {
  return mode === 'read' || may(role, mode === 'edit' ? 'write' : 'propose')
}

/** All that a role has, in the order in which they are offered. */
export function modesOf(role: Role): WritingMode[] {
  return (Object.keys(MODES) as WritingMode[]).filter((mode) => mayBeIn(mode, role))
}

/** The one that a story opens in. */
export function bestMode(role: Role): WritingMode {
  return modesOf(role)[0] ?? 'read'
}
