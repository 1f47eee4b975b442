/**
 * Suggesting mode under input methods: Japanese, dead keys, phones that compose words anew. Judged as the scenes of
 * suggesting.e2e.ts are.
 */
import { test } from '@playwright/test'
import { scenesOn } from '../kit/suggesting-scenes.ts'

const scenes = scenesOn(test)

test.describe('input methods', () => {
  scenes([
    {
      title: 'composing in the text',
      lines: ['one two'],
      async act(at) {
        await at.select(5)
        await at.compose('n', 'に', 'にほ', '日本')
        await at.commit('日本')
      },
      shows: 'one [+日本]|two',
    },
    {
      title: 'composing right after, and before, struck words',
      lines: ['one two three'],
      async act(at) {
        await at.select(5, 8)
        await at.press('Delete')
        await at.compose('に', '日')
        await at.commit('日')
        await at.select(5)
        await at.compose('ほ', '本')
        await at.commit('本')
      },
      shows: 'one [+本]|[-two][+日] three',
    },
    {
      title: 'composing inside struck words',
      lines: ['abcdef'],
      async act(at) {
        await at.select(1, 7)
        await at.press('Delete')
        await at.select(4)
        await at.compose('n', 'に', '日')
        await at.commit('日')
      },
      shows: '[-abc][+日]|[-def]',
    },
    {
      title: 'composing over a selection',
      lines: ['one two three'],
      async act(at) {
        await at.select(5, 8)
        await at.compose('n', 'に', '日')
        await at.commit('日')
      },
      shows: 'one [-two][+日]| three',
    },
    {
      title: 'composing over a selection across lines',
      lines: ['one two', 'three'],
      async act(at) {
        await at.select(5, 11)
        await at.compose('n', 'に', '日')
        await at.commit('日')
      },
      shows: 'one [-two¶th][+日]|ree',
    },
    {
      title: 'composing in own words',
      lines: ['one'],
      async act(at) {
        await at.select(4)
        await at.type(' ab')
        await at.press('ArrowLeft')
        await at.compose('に', '日')
        await at.commit('日')
      },
      shows: 'one[+ a日]|[+b]',
    },
    {
      title: 'composing at a line start and in an empty proposed line',
      lines: ['one', 'two'],
      async act(at) {
        await at.select(5)
        await at.compose('に', '日')
        await at.commit('日')
        await at.press('Enter')
        await at.compose('ほ', '本')
        await at.commit('本')
      },
      shows: 'one¶[+日¶本]|two',
    },
    {
      title: 'a word of the text that is composed again, as phones do',
      lines: ['one tow three'],
      async act(at) {
        await at.select(8)
        await at.recompose(4, 7, 'two')
        await at.commit('two')
      },
      shows: 'one t[-ow][+wo]| three',
    },
    {
      title: 'an accent by a dead key',
      lines: ['caf'],
      async act(at) {
        await at.select(4)
        await at.compose('´')
        await at.commit('é')
      },
      shows: 'caf[+é]|',
    },
    {
      title: 'a composition that shrinks, and one that is cancelled',
      lines: ['one two'],
      async act(at) {
        await at.select(5)
        await at.compose('にほん', 'にほ', 'に')
        await at.commit('に')
        await at.compose('x', '')
        await at.commit('')
      },
      shows: 'one [+に]|two',
    },
    {
      title: 'typing at once after a composition',
      lines: ['one two'],
      async act(at) {
        await at.select(5)
        await at.compose('に', '日')
        await at.commit('日')
        await at.type('x ')
      },
      shows: 'one [+日x ]|two',
    },
    {
      title: 'two compositions one after the other, without a pause',
      lines: ['one two'],
      async act(at) {
        await at.select(5, 8)
        await at.compose('に', '日')
        await at.page
          .context()
          .newCDPSession(at.page)
          .then((cdp) => cdp.send('Input.insertText', { text: '日' }))
        await at.compose('ほ', '本')
        await at.commit('本')
      },
      shows: 'one [-two][+日本]|',
    },
    {
      title: 'others write in the composed line meanwhile',
      lines: ['one two'],
      async act(at) {
        await at.select(5)
        await at.compose('n', 'に')
        await at.desk('others', 1, 0, 'Well, ')
        await at.compose('にほ', '日本')
        await at.desk('others', 13, 1, 'X')
        await at.commit('日本')
      },
      shows: 'Well, one [+日本]|twX',
      text: 'Well, one twX',
    },
    {
      title: 'a decision during a composition',
      lines: ['one two'],
      async act(at) {
        await at.select(1)
        await at.type('A')
        await at.select(6)
        await at.desk('records')
        await at.compose('n', 'に')
        await at.desk('decide', 0, true)
        await at.compose('日')
        await at.commit('日')
      },
      shows: 'Aone [+日]|two',
      text: 'Aone two',
    },
    {
      title: 'undo of a composition',
      lines: ['one two'],
      async act(at) {
        await at.select(5, 8)
        await at.compose('に', '日')
        await at.commit('日')
        await at.press('Control+z')
      },
      shows: 'one two|',
      final: true,
    },
  ])
})
