/** Writing as a person does: keys, marks, undo, an input method and pasting, each looked for in the bytes of the exported file. */
import { expect, type Page, test } from '@playwright/test'
import { caretAt, linesOf } from '../kit/people.ts'
import { Stage } from '../kit/stage.ts'

let stage: Stage
let page: Page

test.beforeAll(async ({ browser }) => {
  stage = new Stage()
  await stage.open(browser, 'Ruth Adeyemi')
  page = stage.owner.page
  await stage.owner.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

test.afterAll(async () => {
  await stage.close()
})

const exported = async (id: string) => (await stage.exported(id)).toString()
const lines = () => linesOf(stage.owner)
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** A story of these words, with the caret at its end. */
async function atEndOf(words: string): Promise<string> {
  const id = await stage.write('draft.txt', words)
  await stage.owner.text.click()
  await press('Control+End')
  return id
}

/** A paste of these forms of the same words, as a browser hands it to the page. */
async function paste(forms: Record<string, string>): Promise<void> {
  await stage.owner.text.evaluate((element, forms) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(forms)) clipboardData.setData(type, words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, forms)
}

test('Enter, Shift Enter and the scene key leave 2, 1 and 3 line ends in the file; Backspace takes them back', async () => {
  const id = await atEndOf('One.\n\nTwo.\n')
  await press('Enter')
  await page.keyboard.type('Three.')
  await press('Shift+Enter')
  await page.keyboard.type('four')
  await press('Control+Alt+Enter')
  await page.keyboard.type('Five.')
  expect(await exported(id)).toBe('One.\n\nTwo.\n\nThree.\nfour\n\n\nFive.\n')
  await press('Home', 'Backspace')
  expect(await exported(id)).toBe('One.\n\nTwo.\n\nThree.\nfour\n\nFive.\n')
  await press('Backspace')
  expect(await exported(id)).toBe('One.\n\nTwo.\n\nThree.\nfourFive.\n')
  await press('Control+Home', 'End', 'Delete')
  expect(await exported(id)).toBe('One.Two.\n\nThree.\nfourFive.\n')
})

test('a paragraph split in the middle and joined again is the file as it was, byte for byte', async () => {
  const source = '\tOne  two.\r\n\r\n\r\nThree\u00a0four. \r\n\r\nFive.\r\n\r\nSix.'
  const id = await stage.write('odd.txt', source)
  await caretAt(stage.owner, 'four', 'before')
  await press('Enter')
  expect(await exported(id)).toBe(source.replace('four', '\r\n\r\nfour'))
  await press('Backspace')
  expect(await exported(id)).toBe(source)
})

test('bold, italic, strike and a heading by keys stand in the text, and the export says what a text file cannot hold', async () => {
  const id = await atEndOf('Chapter\n\nShe was ')
  await press('Control+b')
  await page.keyboard.type('not')
  await press('Control+b')
  await page.keyboard.type(' so ')
  await press('Control+i')
  await page.keyboard.type('very')
  await press('Control+i')
  await page.keyboard.type(' ')
  await press('Control+Shift+x')
  await page.keyboard.type('certain')
  await press('Control+Shift+x')
  await page.keyboard.type(' sure.')
  await press('Control+Home', 'Control+Alt+2')
  const { text } = stage.owner
  await expect(text.locator('strong')).toHaveText('not')
  await expect(text.locator('em')).toHaveText('very')
  await expect(text.locator('s')).toHaveText('certain')
  await expect(text.locator('h2')).toHaveText('Chapter')
  expect(await exported(id)).toBe('Chapter\n\nShe was not so very certain sure.')
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: /^Export/ })
  await expect(dialog).toContainText('Plain text has no bold, italic or strike: 3 passages are written without.')
  await expect(dialog).toContainText('Plain text has no headings: 1 is written as an ordinary line.')
  await expect(dialog.locator('ins')).toHaveText('not so very certain sure.')
  await press('Escape')
  await text.locator('h2').click()
  await press('Control+Alt+0', 'Control+a', 'Control+b', 'Control+b')
  await expect(text.locator('strong, h2')).toHaveCount(0)
})

test('a key acts on what is selected, however late the browser tells of it', async () => {
  const id = await atEndOf('The mud shone like a shell.')
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight')
  await page.waitForTimeout(100)
  await page.evaluate(() => {
    const late = (event: Event) => {
      if (event.isTrusted) event.stopImmediatePropagation()
    }
    addEventListener('selectionchange', late, { capture: true })
    addEventListener('keyup', ({ key }) => key === 'End' && removeEventListener('selectionchange', late, true))
  })
  for (let letter = 0; letter < 'ud shone '.length; letter += 1) await press('Shift+ArrowRight')
  await press('Control+x', 'End')
  expect(await exported(id)).toBe('The like a shell.')
})

test('undo takes one burst of typing at a time, and redo brings each back', async () => {
  const id = await atEndOf('The sea')
  await page.keyboard.type(' rose')
  await page.waitForTimeout(700)
  await page.keyboard.type(' and fell')
  await press('Control+z')
  expect(await exported(id)).toBe('The sea rose')
  await press('Control+z')
  expect(await exported(id)).toBe('The sea')
  await press('Control+z', 'Control+Shift+z')
  expect(await exported(id)).toBe('The sea rose')
  await press('Control+y')
  expect(await exported(id)).toBe('The sea rose and fell')
})

test('what a word processor puts on the clipboard comes in as paragraphs and marks, and nothing else of it', async () => {
  const id = await atEndOf('Before.\n')
  await press('Enter')
  await paste({
    'text/plain': 'not this one',
    'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style>
      <!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=EN-GB><!--StartFragment-->
      <h1 style='mso-list:none'><span lang=EN-US>Part Two<o:p></o:p></span></h1>
      <p class=MsoNormal><span lang=EN-GB style='font-family:"Times New Roman",serif'>He <b style='mso-bidi-font-weight:normal'>ran</b>
      to the <i>quay</i>.<o:p></o:p></span></p>
      <p class=MsoNormal><span style='mso-spacerun:yes'> </span><o:p>&nbsp;</o:p></p>
      <p class=MsoNormal style='margin-bottom:0cm'><span>It was <s>shut</s> empty.<o:p></o:p></span></p>
      <!--EndFragment--><script>document.title = 'stolen'</script></body></html>`,
  })
  const { text } = stage.owner
  await expect(text.locator('h1')).toHaveText('Part Two')
  await expect(text.locator('strong')).toHaveText('ran')
  await expect(text.locator('em')).toHaveText('quay')
  await expect(text.locator('s')).toHaveText('shut')
  expect((await lines()).filter((line) => line.trim() !== '')).toEqual([
    'Before.',
    'Part Two',
    'He ran to the quay.',
    'It was shut empty.',
  ])
  expect(await text.locator('span[style], o\\:p, [class*="Mso"]').count()).toBe(0)
  expect(await page.title()).not.toBe('stolen')
  expect((await exported(id)).startsWith('Before.\n\nPart Two\n\nHe ran to the quay.\n\n')).toBe(true)
  await press('Control+z')
  expect((await exported(id)).trimEnd()).toBe('Before.')
})

test('what Google Docs puts on the clipboard is not all bold, and keeps its own bold and italic', async () => {
  const id = await atEndOf('Before.\n')
  await press('Enter')
  await paste({
    'text/html': `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f"><p dir="ltr"
      style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal">The tide </span><span
      style="font-weight:700">turned</span><span style="font-weight:400">.</span></p><br /><p dir="ltr"><span
      style="font-weight:400;font-style:italic">Slowly.</span></p></b>`,
  })
  await expect(stage.owner.text.locator('strong')).toHaveText('turned')
  await expect(stage.owner.text.locator('em')).toHaveText('Slowly.')
  expect((await lines()).filter((line) => line !== '')).toEqual(['Before.', 'The tide turned.', 'Slowly.'])
  expect(await exported(id)).toContain('Before.\n\nThe tide turned.\n\n')
})

test('plain text comes in line by line, with verse, scene gaps and the platform’s line ends read as such', async () => {
  const id = await atEndOf('Before.\n')
  await press('Enter')
  await paste({ 'text/plain': 'One.\r\n\r\nTwo.\r\nand a half\r\n\r\nThree.\r\n\r\n\r\n\r\nFour & <b>five</b>.\r\n' })
  expect(await exported(id)).toBe('Before.\n\nOne.\n\nTwo.\nand a half\n\nThree.\n\n\nFour & <b>five</b>.\n')
})

test('two thousand lines are pasted, exported and undone in one step', async () => {
  const id = await atEndOf('Before.\n')
  await press('Enter')
  const pasted = Array.from({ length: 2000 }, (_, index) => `Line ${index + 1} of the ledger.`)
  await paste({ 'text/plain': pasted.join('\n\n') })
  await expect(stage.owner.text.locator('> p')).toHaveCount(2001)
  await page.keyboard.type(' End.')
  await expect(page.locator('.strip')).toContainText('Line 2,001 of 2,001')
  expect(await exported(id)).toBe(`Before.\n\n${pasted.join('\n\n')} End.\n`)
  await press('Control+z', 'Control+z')
  await expect(stage.owner.text.locator('> p')).toHaveCount(2)
})

test('copying gives the words with the file’s gaps and plain HTML, and the keys bring them back the same', async () => {
  const id = await atEndOf('One.\n\nTwo\nthree.\n\n\nFour.\n')
  await press('Control+Home', 'Shift+End', 'Control+b', 'Control+a')
  const copied = await stage.owner.text.evaluate((element) => {
    const clipboardData = new DataTransfer()
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
  })
  expect(copied.text).toBe('One.\n\nTwo\nthree.\n\n\nFour.')
  expect(copied.html).toContain('<strong>One.</strong>')
  expect(copied.html).not.toMatch(/class=|style=|<span|contenteditable/)
  await press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied.text)
  await press('Control+x')
  expect((await exported(id)).trim()).toBe('')
  await press('Control+v')
  expect(await exported(id)).toBe('One.\n\nTwo\nthree.\n\n\nFour.\n')
  await expect(stage.owner.text.locator('strong')).toHaveText('One.')
})

test('an input method composes in place: only the chosen characters stay, and undo knows them as one', async () => {
  const id = await atEndOf('She said ')
  const cdp = await stage.owner.context.newCDPSession(page)
  for (const text of ['n', 'に', 'にh', 'にほ', 'にほん']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await expect(stage.owner.text).toHaveText('She said にほん')
  await cdp.send('Input.insertText', { text: '日本' })
  await expect(stage.owner.text).toHaveText('She said 日本')
  await page.keyboard.type(' twice')
  expect(await exported(id)).toBe('She said 日本 twice')
  await cdp.send('Input.imeSetComposition', { text: 'ka', selectionStart: 2, selectionEnd: 2 })
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  expect(await exported(id)).toBe('She said 日本 twice')
  await cdp.detach()
})

test('one Backspace or Delete takes a whole emoji, whatever it is made of, and never half of one', async () => {
  const id = await atEndOf('x')
  for (const emoji of ['👩‍👩‍👧', '🇩🇪', '👍🏽', '😀', '🏳️‍🌈']) {
    await page.keyboard.insertText(`${emoji}y`)
    await press('ArrowLeft', 'Backspace')
    expect(await exported(id), `Backspace after ${emoji}`).toBe('xy')
    await page.keyboard.insertText(emoji)
    await press('ArrowLeft', 'Delete')
    expect(await exported(id), `Delete before ${emoji}`).toBe('xy')
    await press('Delete')
  }
})
