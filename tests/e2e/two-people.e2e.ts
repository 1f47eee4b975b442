/**
 * The main job, as two people do it: the owner opens the link, invites an editor, both write in one story while the
 * network and the server fail, and the corrected text comes out as a file in which only the changed lines differ.
 */
import { readFileSync } from 'node:fs'
import { join as path, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { becomeOwner, caretAt, invite, join, linesOf, openStory, type Visitor, visitor } from '../kit/people.ts'
import { GalleyHouse, type RunningGalley } from '../kit/server-process.ts'

const SEED = '002_fd4c9f8caa6ae07a.txt'
const source = readFileSync(resolve(import.meta.dirname, '../../seeds', SEED), 'utf8')
const TITLE = /Sakura narrowed her eyes/

let house: GalleyHouse
let galley: RunningGalley
let ruth: Visitor
let june: Visitor

test.beforeEach(async ({ browser }) => {
  house = new GalleyHouse()
  galley = await house.start()
  ruth = await visitor(browser)
  june = await visitor(browser)
  await becomeOwner(ruth, galley.ownerLink, 'Ruth Adeyemi')
  await openStory(ruth, TITLE)
  await join(june, await invite(ruth, 'Editor'), 'June Park')
})

test.afterEach(async () => {
  expect([...ruth.faults, ...june.faults]).toEqual([])
  await ruth.context.close()
  await june.context.close()
  await house.stop()
})

async function agree(): Promise<string[]> {
  await expect(ruth.saved).toContainText('Saved', { timeout: 20_000 })
  await expect(june.saved).toContainText('Saved', { timeout: 20_000 })
  await expect(async () => expect(await linesOf(june)).toEqual(await linesOf(ruth))).toPass({ timeout: 10_000 })
  return linesOf(ruth)
}

async function exported(): Promise<string> {
  const id = new URL(ruth.page.url()).pathname.split('/').at(-1)
  return (await ruth.context.request.get(`${galley.url}/api/stories/${id}/export`)).text()
}

test('the owner’s link works once, and each sees the other inside, with the name', async ({ browser }) => {
  const late = await visitor(browser)
  await late.page.goto(galley.ownerLink ?? '')
  await late.page.getByLabel('Your name').fill('Mallory')
  await late.page.getByRole('button', { name: 'Begin' }).click()
  await expect(late.page.locator('main')).toContainText(/no longer|used|once/i)
  await late.context.close()
  await expect(ruth.page.locator('.outline')).toContainText('June Park')
  await june.text.locator('p').nth(1).click()
  await expect(ruth.text.locator('.caret')).toHaveAttribute('data-name', 'June Park')
})

test('one splits a paragraph while the other types in its tail; then it is joined again: nothing moves, nothing is lost', async () => {
  const before = await linesOf(ruth)
  await caretAt(ruth, 'She added a smile', 'before')
  await caretAt(june, 'scanning over the finished product', 'after')
  await Promise.all([ruth.page.keyboard.press('Enter'), june.page.keyboard.type(' she had made', { delay: 15 })])
  const split = await agree()
  expect(split.length).toBe(before.length + 1)
  expect(split[1]).toContain('scanning over the finished product she had made to confirm')

  await caretAt(ruth, 'She added a smile', 'before')
  await caretAt(june, 'pretty red ribbon', 'after')
  await Promise.all([ruth.page.keyboard.press('Backspace'), june.page.keyboard.type(' twice', { delay: 15 })])
  const joined = await agree()
  expect(joined.length).toBe(before.length)
  expect(joined[0]).toContain('pretty red ribbon twice into a neat bow')
  expect(joined[0]).toContain('product she had made to confirm')
})

test('undo takes back one’s own words and leaves the other’s', async () => {
  await caretAt(ruth, 'And so, without another word', 'before')
  await ruth.page.keyboard.type('Meanwhile. ', { delay: 10 })
  await agree()
  await caretAt(june, 'without another word', 'before')
  await june.page.keyboard.type('later, ', { delay: 10 })
  await agree()
  await ruth.page.keyboard.press('Control+z')
  const lines = await agree()
  expect(lines[3]).toMatch(/^And so, later, without/)
  await ruth.page.keyboard.press('Control+Shift+z')
  expect((await agree())[3]).toContain('Meanwhile.')
})

test('what is typed offline is kept across a reload and arrives later; the state says so all the while', async () => {
  await june.context.setOffline(true)
  await expect(june.saved).toContainText(/Offline, kept here/, { timeout: 20_000 })
  await caretAt(june, 'The annoying sound', 'before')
  await june.page.keyboard.type('Suddenly: ', { delay: 10 })
  await caretAt(ruth, 'And so, without another word', 'before')
  await ruth.page.keyboard.type('Then. ', { delay: 10 })
  await expect(june.saved).toContainText(/Offline, kept here/)
  await june.page.reload()
  await expect(june.text).toContainText('Suddenly: The annoying sound')
  expect((await linesOf(ruth)).join()).not.toContain('Suddenly')
  await june.context.setOffline(false)
  const lines = await agree()
  expect(lines.join('\n')).toContain('Then. And so')
  expect(lines.join('\n')).toContain('Suddenly: The annoying sound')
})

test('the server is killed while both type: all that was typed is there when it is back', async () => {
  await caretAt(ruth, 'And so, without another word', 'before')
  await caretAt(june, 'The annoying sound', 'before')
  const typing = [
    ruth.page.keyboard.type('one two three four five six ', { delay: 40 }),
    june.page.keyboard.type('seven eight nine ten eleven ', { delay: 40 }),
  ]
  await ruth.page.waitForTimeout(500)
  await house.kill()
  await Promise.all(typing)
  await expect(ruth.saved).toContainText('Offline, kept here', { timeout: 20_000 })
  galley = await house.start()
  const lines = await agree()
  expect(lines[3]).toMatch(/^one two three four five six And so/)
  expect(lines[4]).toMatch(/^seven eight nine ten eleven The annoying/)
  expect(await exported()).toContain('one two three four five six And so')
})

test('another tab of the same person is in step', async () => {
  const tab = await june.context.newPage()
  await tab.goto(june.page.url())
  await caretAt(june, 'And so, without another word', 'before')
  await june.page.keyboard.type('Two tabs. ')
  await expect(tab.locator('.ProseMirror')).toContainText('Two tabs. And so')
})

test('the difference is shown by words, and the written file differs in the changed lines alone', async () => {
  await ruth.page.getByRole('button', { name: 'Export' }).click()
  await expect(ruth.page.getByRole('dialog')).toContainText(/byte for byte|same as/i)
  await ruth.page.keyboard.press('Escape')

  await caretAt(june, 'And so, without another word', 'before')
  await june.page.keyboard.type('Thus ')
  await agree()
  await ruth.page.getByRole('button', { name: 'Export' }).click()
  const dialog = ruth.page.getByRole('dialog')
  await expect(dialog.locator('ins')).toContainText('Thus')
  const download = ruth.page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe(SEED)
  await dialog.getByRole('button', { name: 'Write to folder' }).click()
  await expect(ruth.page.getByText(/Written|exports/).first()).toBeVisible()
  const written = readFileSync(path(house.exports, SEED), 'utf8')
  expect(written).toBe(source.replace('And so, without another word', 'Thus And so, without another word'))
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(written)
})

test('a reader sees it live and cannot write', async ({ browser }) => {
  const reader = await visitor(browser)
  await join(reader, await invite(ruth, 'Reader'), 'Bo Lindqvist')
  await expect(reader.page.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await reader.text.locator('p').nth(1).click()
  await reader.page.keyboard.type('no')
  await caretAt(ruth, 'And so, without another word', 'before')
  await ruth.page.keyboard.type('Live. ')
  await expect(reader.text).toContainText('Live. And so')
  expect(await exported()).toBe(source.replace('And so, without', 'Live. And so, without'))
  await reader.context.close()
})
