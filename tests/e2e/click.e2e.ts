/** A click beside another person's caret puts one's own caret between the same two letters, on whichever side of it. */
import { expect, type Page, test } from '@playwright/test'
import { join, type Visitor, visitor } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

/** Wide letters: a few pixels are less than half of one. */
const LINE = 'Wow, mammoths swam homeward among warm meadow'
/** Pixels from the other's caret. */
const BESIDE = [-3, -1, -0.5, 0, 0.5, 1, 3]

let stage: Stage
let june: Visitor

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
  june = await visitor(browser)
})

test.afterAll(async () => {
  expect(june.faults).toEqual([])
  await june.context.close()
  await stage.close()
})

/** Where the person's caret stands: line from 0, and letters before it in the line. */
function caretIn({ text }: Visitor): Promise<{ line: number; offset: number }> {
  return text.evaluate((element) => {
    const { focusNode, focusOffset = 0 } = getSelection() ?? {}
    const line = [...element.children].findIndex((child) => focusNode && child.contains(focusNode))
    const before = document.createRange()
    before.selectNodeContents(element.children[line] ?? element)
    if (focusNode) before.setEnd(focusNode, focusOffset)
    return { line, offset: before.toString().length }
  })
}

/** Puts June's caret there by keys and waits until Ruth sees it. */
async function standAt(offset: number): Promise<void> {
  await june.text.locator('p').nth(1).click()
  await june.page.waitForTimeout(60)
  await june.page.keyboard.press('Home')
  for (let step = 0; step < offset; step += 1) await june.page.keyboard.press('ArrowRight')
  await expect
    .poll(() =>
      stage.owner.text.evaluate((element) => {
        const caret = element.querySelector('.caret')
        const line = caret?.closest('p')
        // Where she stood before may still be shown, in another line.
        if (!caret || !line || line !== element.querySelectorAll('p')[1]) return -1
        const before = document.createRange()
        before.selectNodeContents(line)
        before.setEndBefore(caret)
        return before.toString().length
      }),
    )
    .toBe(offset)
}

test('a click beside another’s caret stands where it was made: at the start, in the middle and at the end of a line', async () => {
  const story = await stage.write('walk.txt', `Before.\n\n${LINE}\n\nAfter.\n`)
  const { page, text } = stage.owner
  await join(june, await stage.invite(story, 'editor'), 'June Park')
  const found: string[] = []
  for (const offset of [0, 1, 7, 25, LINE.length]) {
    await standAt(offset)
    for (const away of BESIDE) {
      // Clicks that follow each other at one place are a double and a triple click, which select.
      await text.locator('p').last().click()
      const bar = await text.locator('.caret').evaluate((caret) => {
        const { left, top, height } = caret.getBoundingClientRect()
        return { left, middle: top + height / 2 }
      })
      await page.mouse.click(bar.left + away, bar.middle)
      const { line, offset: stood } = await caretIn(stage.owner)
      if (line !== 1 || stood !== offset) found.push(`${away} px from the caret at ${offset}: line ${line}, ${stood}`)
    }
  }
  expect(found).toEqual([])
})

/** From now on, until a key is up, the browser tells nobody that the selection has changed. */
async function tellLate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const late = (event: Event) => {
      if (event.isTrusted) event.stopImmediatePropagation()
    }
    addEventListener('selectionchange', late, { capture: true })
    addEventListener('keyup', () => removeEventListener('selectionchange', late, true), { once: true })
  })
}

test('a click stands while others write, however late the browser tells of it', async ({ browser }) => {
  const story = await stage.write('late.txt', `Before.\n\n${LINE}\n\nAfter.\n`)
  const { page, text } = stage.owner
  const tomas = await visitor(browser)
  await join(tomas, await stage.invite(story, 'editor'), 'Tomás Rey')
  await text.locator('p').first().click()
  await page.waitForTimeout(100)
  await tellLate(page)
  const { x, y, height } = (await text.locator('p').nth(1).boundingBox()) ?? { x: 0, y: 0, height: 0 }
  await page.mouse.click(x + 200, y + height / 2)
  const clicked = await caretIn(stage.owner)
  expect(clicked.line).toBe(1)
  await tomas.text.locator('p').last().click()
  await tomas.page.keyboard.press('End')
  await tomas.page.keyboard.type(' And more.')
  await expect(text.locator('p').last()).toContainText('After. And more.')
  await expect(text.locator('.caret')).toHaveCount(1)
  expect(await caretIn(stage.owner)).toEqual(clicked)
  await page.keyboard.type('!')
  await expect(text.locator('p').nth(1)).toHaveText(`${LINE.slice(0, clicked.offset)}!${LINE.slice(clicked.offset)}`)
  expect(tomas.faults).toEqual([])
  await tomas.context.close()
})

test('a click right after a composition stands as well, while one suggests', async ({ browser }) => {
  const story = await stage.write('composed.txt', `Before.\n\n${LINE}\n\nAfter.\n`)
  const cam = await visitor(browser)
  await join(cam, await stage.invite(story, 'proofreader'), 'Cam Ode')
  const { page, text } = cam
  await text.locator('p').first().click()
  await page.keyboard.press('End')
  const method = await page.context().newCDPSession(page)
  await method.send('Input.imeSetComposition', { text: 'ば', selectionStart: 1, selectionEnd: 1 })
  const { x, y, height } = (await text.locator('p').nth(1).boundingBox()) ?? { x: 0, y: 0, height: 0 }
  await tellLate(page)
  await method.send('Input.insertText', { text: 'ば' })
  await page.mouse.click(x + 200, y + height / 2)
  const clicked = await caretIn(cam)
  expect(clicked.line).toBe(1)
  await expect(text.locator('ins')).toHaveText('ば')
  await page.waitForTimeout(300)
  expect(await caretIn(cam)).toEqual(clicked)
  await page.keyboard.press('Backspace')
  await expect(text.locator('del')).toHaveText(LINE.slice(clicked.offset - 1, clicked.offset))
  expect(cam.faults).toEqual([])
  await cam.context.close()
})
