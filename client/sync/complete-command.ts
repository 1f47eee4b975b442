/**
 * Commands as a client makes them. The defaults are those of the schemas in shared/review/commands, which only the server
 * loads: tests/client/sync/complete-command.test.ts holds the two together.
 */
import { type Base, type Change, compact } from '../../shared/review/change.ts'
import type { Command, CommandGiven } from '../../shared/review/commands.ts'

type Proposed = Extract<CommandGiven, { type: 'propose' }>['change']

/** The command with everything said that may be left out. */
export function completed(command: CommandGiven): Command {
  switch (command.type) {
    case 'open-note':
      return {
        ...command,
        label: command.label ?? null,
        assigned: command.assigned ?? null,
        mustFix: command.mustFix ?? false,
        private: command.private ?? false,
      }
    case 'propose':
    case 'revise':
      return {
        ...command,
        reason: command.reason ?? '',
        base: command.base as Base,
        change: compact(command.change as Change),
      }
    case 'decide': {
      const decisions = command.decisions.map(({ amended = null, ...decision }) => ({
        ...decision,
        amended: amended && compact(amended as Change),
      }))
      return { ...command, reason: command.reason ?? '', decisions }
    }
    default:
      return command
  }
}

/** What the person wrote in it, to be shown and copied; "" when there is nothing to lose. */
export function wordsIn(command: CommandGiven): string {
  switch (command.type) {
    case 'open-note':
    case 'edit-note':
    case 'reply':
    case 'edit-reply':
      return command.body.trim()
    case 'set-label':
      return pieces(command.name, command.description)
    case 'propose':
    case 'revise':
      return pieces(inserted(command.change), command.reason)
    case 'decide':
      return pieces(...command.decisions.map(({ amended }) => inserted(amended ?? [])), command.reason)
    default:
      return ''
  }
}

function inserted(change: Proposed): string {
  return change.map((op) => ('insert' in op ? op.insert : '')).join('')
}

function pieces(...words: readonly (string | undefined)[]): string {
  return words
    .map((piece = '') => piece.trim())
    .filter((piece) => piece !== '')
    .join('\n')
}
