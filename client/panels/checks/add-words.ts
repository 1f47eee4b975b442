/** Puts words on a story's list on behalf of a person: for who decides at once, for others as a proposal; may be undone. */
import { may } from '../../../shared/roles.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { inCommands, type ListedWord } from './word-words.ts'

/** True when they are on the list or wait for it. */
export async function addWords(
  { review, role }: Pick<ChecksContext, 'review' | 'role'>,
  words: readonly ListedWord[],
): Promise<boolean> {
  const decides = may(role.peek(), 'decide')
  const type = decides ? 'allow-words' : 'propose-words'
  const before = review.state.peek().words
  const asked = inCommands(words).map((some) => ({ type, words: some }) as const)
  if (!(await askChecks(review, ...asked))) return false
  // What somebody had asked for before stays asked for.
  const own = words.flatMap(({ word }) => (before.has(word) ? [] : [word]))
  const many = counted(words.length, 'word')
  const said = decides
    ? `${many} ${words.length === 1 ? 'belongs' : 'belong'} to this story now.`
    : `${many} ${words.length === 1 ? 'waits' : 'wait'} for an editor.`
  const undo = () =>
    void askChecks(review, ...inCommands(own).map((some) => ({ type: 'drop-words', words: some }) as const))
  showToast(said, own.length > 0 ? { run: undo } : undefined)
  return true
}
