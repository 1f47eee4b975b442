/** The style sheet as files to keep: what the menu beside it offers everybody who reads it. */
import { sheetToJson, sheetToMarkdown } from '../../../shared/proof/sheet-file.ts'
import { saveFile } from '../../ui/save-file.ts'
import type { ChecksContext } from './checks-context.ts'

export function sheetDownloads({ review, story }: Pick<ChecksContext, 'review' | 'story'>) {
  const entries = () => [...review.state.peek().style.values()]
  const name = `${story.title.replaceAll(/[\\/:*?"<>|]/g, ' ')} style sheet`
  const save = (ending: string, type: string, words: string) =>
    saveFile(`${name}.${ending}`, new Blob([words], { type: `${type};charset=utf-8` }))
  return [
    {
      label: 'Download as Markdown',
      run: () => save('md', 'text/markdown', sheetToMarkdown(story.title, entries())),
    },
    { label: 'Download as JSON', run: () => save('json', 'application/json', sheetToJson(entries())) },
  ]
}
