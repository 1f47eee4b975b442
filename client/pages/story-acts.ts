/** What can be done to a story from its menu: rename, download, write to the folder, delete with a way back. */
import type { Encoding } from '../../shared/story/file-form.ts'
import type { Story, WrittenAnswer } from '../../shared/wire/api.ts'
import { ApiError, deleteStory, renameStory, restoreStory, sayError } from '../sync/api.ts'
import { getExport, writeToFolder } from '../sync/file-api.ts'
import { askName } from '../ui/ask-name.ts'
import { saveFile } from '../ui/save-file.ts'
import { counted, sized } from '../ui/times.ts'
import { showToast } from '../ui/toast.ts'
import { withPart } from './story/late-part.ts'

/** Asks for another title; `renamed` gets the story as it is after. */
export async function renameWithAsking(story: Story, renamed: (story: Story) => void): Promise<void> {
  const hint = story.titled
    ? 'Leave it empty to take the title from the text again.'
    : `The file keeps its name, ${story.name}.`
  const title = await askName('Rename the story', 'Title', story.title, { hint, mayBeEmpty: story.titled })
  if (title === null || title === story.title) return
  try {
    renamed(await renameStory(story.id, title === '' ? null : title))
  } catch (error) {
    showToast(sayError(error))
  }
}

/** Downloads the story as text. */
export async function downloadStory(id: string, encoding: Encoding | null = null): Promise<void> {
  try {
    const { name, bytes } = await getExport(id, { format: 'txt', encoding })
    saveFile(name, bytes)
  } catch (error) {
    sayRefused(error, encoding, () => downloadStory(id, 'utf-8'))
  }
}

/** Another version of the story, from a file; its card in the library follows by itself. */
export function bringIntoStory(story: Story): void {
  withPart(import('../panels/bring-in/bring-in-dialog.ts'), (part) => part.showBringIn(story))
}

/** Writes the file into the export folder and says where. */
export async function writeStory(id: string, encoding: Encoding | null = null): Promise<void> {
  try {
    showToast(sayWritten(await writeToFolder(id, { format: 'txt', encoding })))
  } catch (error) {
    sayRefused(error, encoding, () => writeStory(id, 'utf-8'))
  }
}

/** Where the words do not fit the file's encoding, the way out is beside the reason. */
function sayRefused(error: unknown, encoding: Encoding | null, asUtf8: () => Promise<void>): void {
  const misfit = encoding === null && error instanceof ApiError && error.code === 'cannot-encode'
  showToast(sayError(error), misfit ? { label: 'As UTF-8', run: () => void asUtf8() } : undefined)
}

export function sayWritten({ file, folder, bytes, unchanged }: WrittenAnswer): string {
  const place = folder === '' ? `${file} in the export folder` : `${folder}/${file}`
  return unchanged ? `${place} held this text already.` : `Written: ${place}, ${sized(bytes)}.`
}

/** Deletes the story, and offers to bring it back. Resolves to false, with the reason on the screen, when refused. */
export async function deleteWithUndo(story: Story, restored: (story: Story) => void): Promise<boolean> {
  try {
    await deleteStory(story.id)
  } catch (error) {
    showToast(sayError(error))
    return false
  }
  const undo = async () => {
    try {
      restored(await restoreStory(story.id))
      showToast(`“${story.title}” is back.`)
    } catch (error) {
      showToast(sayError(error))
    }
  }
  showToast(`Deleted “${story.title}”, ${counted(story.words, 'word')}.`, { run: () => void undo() })
  return true
}
