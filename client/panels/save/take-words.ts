/** Copy, download, discard: what can be done with words that are not saved. */
import { discardWords } from '../../sync/kept-aside.ts'
import { type LeftWords, leftWordsFile } from '../../sync/left-words.ts'
import { askFirst } from '../../ui/ask-first.ts'
import { copyText } from '../../ui/copy-text.ts'
import { saveFile } from '../../ui/save-file.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'

/** Puts them on the clipboard, and says what came of it. */
export async function copyWords(words: string): Promise<void> {
  if (words === '') showToast('Your unsaved changes are deletions or formats; they have no words to copy.')
  else if (await copyText(words)) showToast('Your unsaved words are on the clipboard.')
  else showToast('The browser did not allow copying. Select the text and copy it by hand.')
}

/** A .txt with the story's title, the time, and each piece in its line. */
export function downloadWords(left: LeftWords): void {
  const { name, text } = leftWordsFile(left)
  saveFile(name, new Blob([text], { type: 'text/plain;charset=utf-8' }))
}

/** Asks first. Resolves to true when they are gone from this browser. */
export async function discardAfterAsking({ kept, count }: LeftWords): Promise<boolean> {
  const what = 'They are kept in this browser alone and cannot be brought back.'
  if (!(await askFirst(`Discard ${counted(count, 'word')}?`, what, 'Discard'))) return false
  if (kept !== null) await discardWords({ kept })
  return true
}
