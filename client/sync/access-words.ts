/** What is said to a person whose role in the open story has changed. */
import type { Role } from '../../shared/roles.ts'
import type { RoleFrame } from '../../shared/wire/frames.ts'

/** "Idris made you a reader at 14:05." */
export function roleSentence({ role, by, at }: RoleFrame): string {
  const time = new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return by === '' ? `You were made ${named(role)} at ${time}.` : `${by} made you ${named(role)} at ${time}.`
}

/** For a change that was found on coming back; who made it is not known here. */
export function awaySentence(role: Role): string {
  return `While you were away you were made ${named(role)}.`
}

function named(role: Role): string {
  return role === 'editor' ? 'an editor' : `a ${role}`
}
