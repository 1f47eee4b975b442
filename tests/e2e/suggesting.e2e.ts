/**
 * Suggesting mode under real keys and mouse. After every scene the text is what it was, the records give the document again,
 * the page shows what the editor holds, and undo leads back to where it began.
 */
import { test } from '@playwright/test'
import type { Draft } from '../../shared/story/draft.ts'
import { scenesOn } from '../kit/suggesting-scenes.ts'

const scenes = scenesOn(test)

const HEADING: [Draft] = [{ lines: [{ spans: [{ text: 'x' }] }, { block: 2, spans: [{ text: 'Tide' }] }] }]

test.describe('letters', () => {
  scenes([
    {
      title: 'typing proposes',
      lines: ['a brown fox'],
      async act(at) {
        await at.select(3)
        await at.type('quick ')
      },
      shows: 'a [+quick ]|brown fox',
    },
    {
      title: 'typing inside one’s own words edits them',
      lines: ['a fox'],
      async act(at) {
        await at.select(3)
        await at.type('red ')
        await at.press('ArrowLeft', 'ArrowLeft', 'Backspace')
        await at.type('a')
      },
      shows: 'a [+ra]|[+d ]fox',
    },
    {
      title: 'Backspace strikes and goes on',
      lines: ['one two'],
      async act(at) {
        await at.select(8)
        await at.press('Backspace', 'Backspace', 'Backspace')
      },
      shows: 'one |[-two]',
    },
    {
      title: 'Delete strikes and goes on',
      lines: ['one two'],
      async act(at) {
        await at.select(1)
        await at.press('Delete', 'Delete', 'Delete')
      },
      shows: '[-one]| two',
    },
    {
      title: 'Ctrl Backspace and Ctrl Delete strike words',
      lines: ['one two three'],
      async act(at) {
        await at.select(9)
        await at.press('Control+Backspace', 'Control+Delete')
      },
      shows: 'one [-two three]|',
    },
    {
      title: 'Backspace from the end of a line goes over what is struck',
      lines: ['abcdef'],
      async act(at) {
        await at.select(3, 5)
        await at.press('Delete', 'Backspace', 'Backspace')
      },
      shows: '|[-abcd]ef',
    },
    {
      title: 'replacing a selection, erasing a letter of the new word, going on',
      lines: ['a certain thing'],
      async act(at) {
        await at.select(3, 10)
        await at.type('sured')
        await at.press('Backspace')
        await at.type('ly')
      },
      shows: 'a [-certain][+surely]| thing',
    },
    {
      title: 'a letter typed inside struck words stands there',
      lines: ['abcdef'],
      async act(at) {
        await at.select(1, 7)
        await at.press('Delete')
        await at.select(4)
        await at.type('XY')
      },
      shows: '[-abc][+XY]|[-def]',
    },
    {
      title: 'a word corrected from a spell-check menu: only its letters that differ',
      lines: ['a borwn fox'],
      async act(at) {
        await at.desk('correct', 0, 2, 7, 'brown')
      },
      shows: 'a b[-or][+ro]wn| fox',
    },
    {
      title: 'everything selected and typed over',
      lines: ['one', 'two'],
      async act(at) {
        await at.press('Control+a')
        await at.type('new')
      },
      shows: '[-one¶two][+new]|',
    },
    {
      title: 'a triple click takes the line',
      lines: ['one', 'two words', 'three'],
      async act(at) {
        await at.page.locator('.ProseMirror p').nth(1).click({ clickCount: 3 })
        await at.type('X')
      },
      shows: 'one¶[-two words][+X]|¶three',
    },
    {
      title: 'arrows walk through struck words letter by letter',
      lines: ['abcd'],
      async act(at) {
        await at.select(2, 4)
        await at.press('Delete', 'ArrowLeft')
        await at.type('X')
      },
      shows: 'a[-b][+X]|[-c]d',
    },
    {
      // Not in the first line: just after a focus ProseMirror takes a caret at the very start for the browser's doing.
      title: 'Home and End reach the true ends of a line with struck ends',
      lines: ['x', 'abcd'],
      async act(at) {
        await at.select(5, 7)
        await at.press('Delete')
        await at.select(3, 4)
        await at.press('Delete', 'End')
        await at.type('Z')
        await at.press('Home')
        await at.type('A')
      },
      shows: 'x¶[+A]|[-a]b[-cd][+Z]',
    },
  ])
})

test.describe('lines', () => {
  scenes([
    {
      title: 'Enter in a line',
      lines: ['one two'],
      async act(at) {
        await at.select(4)
        await at.press('Enter')
        await at.type('X')
      },
      shows: 'one[+¶X]| two',
    },
    {
      title: 'Enter at the start and at the end of a line',
      lines: ['one'],
      async act(at) {
        await at.select(4)
        await at.press('Enter')
        await at.select(1)
        await at.press('Enter')
      },
      shows: '[+¶]|one[+¶]',
    },
    {
      title: 'Enter at the start of a heading opens a paragraph above it',
      lines: HEADING,
      async act(at) {
        await at.select(3)
        await at.press('Enter')
      },
      shows: 'x[~¶][+¶]|Tide',
    },
    {
      title: 'Backspace at a line start proposes a join, and goes on in the line above',
      lines: ['one', 'two'],
      async act(at) {
        await at.select(5)
        await at.press('Backspace', 'Backspace')
      },
      shows: 'on|[-e¶]two',
    },
    {
      title: 'Delete at a line end proposes a join, and goes on in the line below',
      lines: ['one', 'two'],
      async act(at) {
        await at.select(4)
        await at.press('Delete', 'Delete')
      },
      shows: 'one[-¶t]|wo',
    },
    {
      title: 'a proposed line is really joined again',
      lines: ['one two'],
      async act(at) {
        await at.select(4)
        await at.press('Enter', 'Backspace')
      },
      shows: 'one| two',
    },
    {
      title: 'a selection over own words and a line end',
      lines: ['one two', 'three'],
      async act(at) {
        await at.select(5)
        await at.type('new ')
        await at.select(3, 15)
        await at.press('Backspace')
      },
      shows: 'on[-e two¶th]|ree',
    },
  ])
})

test.describe('formatting', () => {
  scenes([
    {
      title: 'bold on a word and off again leaves nothing',
      lines: ['one two'],
      async act(at) {
        await at.select(5, 8)
        await at.press('Control+b', 'Control+b')
      },
      shows: 'one two|',
      final: true,
    },
    {
      title: 'bold on a word',
      lines: ['one two'],
      async act(at) {
        await at.select(5, 8)
        await at.press('Control+b')
      },
      shows: 'one [~two]|',
    },
    {
      title: 'bold at the caret is for what is typed next',
      lines: ['one'],
      async act(at) {
        await at.select(4)
        await at.press('Control+b')
        await at.type('xy')
      },
      shows: 'one[+xy]|',
    },
  ])
})

test.describe('clipboard', () => {
  scenes([
    {
      title: 'words cut and pasted elsewhere',
      lines: ['one two three'],
      async act(at) {
        await at.select(1, 5)
        await at.press('Control+x')
        await at.select(9)
        await at.press('Control+v')
      },
      shows: '[-one ]two [+one ]|three',
    },
    {
      title: 'a copy of mixed words is what would be accepted',
      lines: ['one two three'],
      async act(at) {
        await at.select(5, 8)
        await at.type('2')
        await at.select(1, 15)
        await at.press('Control+c', 'End')
        await at.settled()
        await at.press('Control+v')
      },
      shows: 'one [-two][+2] three[+one 2 three]|',
    },
    {
      title: 'lines pasted over a selection',
      lines: ['one', 'two', 'three'],
      async act(at) {
        await at.select(2, 7)
        await at.press('Control+c')
        await at.select(10, 12)
        await at.press('Control+v')
      },
      shows: 'one¶two¶t[-hr][+ne¶tw]|ee',
    },
    {
      title: 'words dragged with the mouse',
      lines: ['one two three four'],
      async act(at) {
        await at.select(5, 9)
        const box = (index: number) =>
          at.page.evaluate((offset) => {
            const range = document.createRange()
            const text = document.querySelector('.ProseMirror p')!.firstChild!
            range.setStart(text, offset)
            range.setEnd(text, offset + 1)
            const { left, top, height, width } = range.getBoundingClientRect()
            return { x: left + width / 4, y: top + height / 2 }
          }, index)
        const [from, to] = [await box(5), await box(14)]
        await at.page.mouse.move(from.x, from.y)
        await at.page.mouse.down()
        await at.page.mouse.move(to.x - 20, to.y, { steps: 5 })
        await at.page.mouse.move(to.x, to.y, { steps: 5 })
        await at.page.mouse.up()
      },
      shows: 'one [-two ]three [+two ]|four',
    },
  ])
})

test.describe('undo', () => {
  scenes([
    {
      title: 'typing, undo, redo',
      lines: ['one'],
      async act(at) {
        await at.select(4)
        await at.type(' two')
        await at.press('Control+z', 'Control+Shift+z')
      },
      shows: 'one[+ two]|',
    },
    {
      title: 'a struck word comes back with one undo',
      lines: ['one two'],
      async act(at) {
        await at.select(8)
        await at.press('Backspace', 'Backspace', 'Backspace', 'Control+z')
      },
      shows: 'one two|',
      final: true,
    },
    {
      title: 'undo after others wrote in between',
      lines: ['one two'],
      async act(at) {
        await at.select(5, 8)
        await at.type('2')
        await at.desk('others', 1, 0, 'Well, ')
        await at.press('Control+z')
      },
      shows: 'Well, one two|',
      text: 'Well, one two',
    },
    {
      title: 'undo of what was accepted proposes to take it back',
      lines: ['one two'],
      async act(at) {
        await at.select(5)
        await at.type('new ')
        await at.desk('decide', 0, true)
        await at.press('Control+z')
      },
      shows: 'one |[-new ]two',
      text: 'one new two',
    },
    {
      title: 'undo after a rejection',
      lines: ['one two'],
      async act(at) {
        await at.select(5)
        await at.type('new ')
        await at.select(1)
        await at.type('X')
        await at.desk('decide', 0, false)
        await at.press('Control+z')
      },
      shows: 'one |two',
      final: true,
    },
  ])
})

test.describe('decisions and modes', () => {
  scenes([
    {
      title: 'accepted with the caret inside: it stays in its word, and typing goes on',
      lines: ['a certain thing'],
      async act(at) {
        await at.select(3, 10)
        await at.type('sure')
        await at.press('ArrowLeft', 'ArrowLeft')
        await at.desk('decide', 0, true)
        await at.type('X')
      },
      shows: 'a su[+X]|re thing',
      text: 'a sure thing',
    },
    {
      title: 'rejected with the caret inside',
      lines: ['a certain thing'],
      async act(at) {
        await at.select(3, 10)
        await at.type('sure')
        await at.desk('decide', 0, false)
        await at.type('X')
      },
      shows: 'a certain[+X]| thing',
      final: true,
    },
    {
      title: 'to editing and back: the caret stays, the records are there again, undo is empty',
      lines: ['a certain thing'],
      async act(at) {
        await at.select(3, 10)
        await at.type('sure')
        await at.press('End', 'ArrowLeft')
        await at.desk('toggle')
        await at.desk('toggle')
        await at.press('Control+z')
      },
      shows: 'a [-certain][+sure] thin|g',
      final: true,
    },
    {
      title: 'in editing the same keys write the text',
      lines: ['one'],
      async act(at) {
        await at.select(4)
        await at.type('x')
        await at.desk('toggle')
        await at.press('End')
        await at.type('Y')
        await at.desk('toggle')
      },
      shows: 'one[+x]Y|',
      text: 'oneY',
    },
  ])
})
