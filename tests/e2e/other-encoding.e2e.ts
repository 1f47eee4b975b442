/** New words that the file's own encoding cannot hold: said in words where one exports, with UTF-8 as the way out. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { Stage } from '../kit/stage.ts'

const stage = new Stage()

test.beforeAll(async ({ browser }) => stage.open(browser, 'Ruth Adeyemi'))
test.afterAll(async () => stage.close())

test('a Windows-1252 file with a new letter from elsewhere is refused in words, and exported as UTF-8 on demand', async () => {
  const { owner, galley } = stage
  const { page } = owner
  const made = await owner.context.request.post(`${galley.url}/api/stories`, {
    multipart: {
      encoding: 'windows-1252',
      file: {
        name: 'caf\u00e9.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x0a]),
      },
    },
    headers: { origin: galley.url },
  })
  const { id } = (await made.json()) as { id: string }
  await stage.enter(owner, id)
  await owner.text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(' \u0101')
  await expect(owner.saved).toContainText('Saved')
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('The words no longer fit a Windows-1252 file')
  await expect(dialog).toContainText('“ā” (U+0101)')
  await dialog.getByRole('link', { name: 'Download' }).click()
  await expect(dialog).toContainText('Tick “Export as UTF-8”')
  await dialog.getByLabel('Export as UTF-8').check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Download' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('café. ā\n')
})
