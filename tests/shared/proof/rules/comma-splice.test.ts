import { describe, expect, test } from 'vitest'
import { commaSplice } from '../../../../shared/proof/rules/comma-splice.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const name = 'He saw Sakura, and then Naruto.\n\n'

describe('comma-splice', () => {
  test.each([
    ['He had no time for her, he had a duty to fulfill.', 'He had no time for her; he had a duty to fulfill.'],
    [
      'Sakura was nice to him, she had given him this present.',
      'Sakura was nice to him; she had given him this present.',
    ],
    [
      'His heart boiled in his chest, he was angry at himself.',
      'His heart boiled in his chest; he was angry at himself.',
    ],
    [
      'The door was shut in her face, she had seen it coming.',
      'The door was shut in her face; she had seen it coming.',
    ],
    [
      'Maybe he was right about her, maybe Sakura was just another girl.',
      'Maybe he was right about her; maybe Sakura was just another girl.',
    ],
    [
      'Of course, she knew he would not show it, he was that way.',
      'Of course, she knew he would not show it; he was that way.',
    ],
    [
      'When he came in, she left the room at once, she was still angry.',
      'When he came in, she left the room at once; she was still angry.',
    ],
    ['But she could not step back, her feet would not move.', 'But she could not step back; her feet would not move.'],
    [
      'Everything was white and roaring, she could not breathe.',
      'Everything was white and roaring; she could not breathe.',
    ],
    [
      'They weren’t plugged in, they weren’t even out of the boxes.',
      'They weren’t plugged in; they weren’t even out of the boxes.',
    ],
    ['That was the good thing about him, he did not ask.', 'That was the good thing about him; he did not ask.'],
    [
      'Mrs. Cray had seen it all before, she was not afraid of it.',
      'Mrs. Cray had seen it all before; she was not afraid of it.',
    ],
    [
      'It was dark in the hall, he felt the cold on his neck.',
      'It was dark in the hall; he felt the cold on his neck.',
    ],
    [
      'They were very kind to her, she knew that they meant it.',
      'They were very kind to her; she knew that they meant it.',
    ],
    [
      'He drew his old bow at last, it had never felt so heavy.',
      'He drew his old bow at last; it had never felt so heavy.',
    ],
    ['She had no time for this, she had a train to catch.', 'She had no time for this; she had a train to catch.'],
    ['It’s warm under the roof, he’s asleep in the straw.', 'It’s warm under the roof; he’s asleep in the straw.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(commaSplice, name + wrong)).toBe(name + right)
  })

  test('of a row of long parts the first is shown', () => {
    const row = 'He had a duty to his clan, he had to take his revenge, he had no time for silly things.'
    expect(fixWith(commaSplice, row)).toBe(row.replace('clan,', 'clan;'))
  })

  test('the second offer is a full stop', () => {
    const [finding] = findWith(commaSplice, 'She walked to the door, it was locked from inside.')
    expect(finding?.replacements).toEqual(['; it', '. It'])
  })

  test.each([
    'He put it down very carefully, the way you put down a cup.',
    'It was quiet, it was. He came, he saw, he left.',
    '"He had no time for her, he had a duty to fulfill," she said.',
    'When he came to the door, he was angry at himself.',
    'In the morning of that day, he was angry at himself.',
    'She knew that when he came home, he would be angry.',
    'It was too late for her, she knew it well.',
    'It was, she thought, too late.',
    'It was too late for her, she knew that only too well.',
    'It was too late for her, he told the others.',
    'It was just like Ellen, Mrs. Cray’s tired voice implied, to be late.',
    'That is to say, she was better at it now.',
    'He was taller than I, that was all there was to it.',
    'As he sat there, his chin propped on his hands, he felt the cold.',
    'They waited there for an hour, but nothing moved.',
    'The thing was, he did not care for it.',
    'She was so tired that day, she could hardly stand.',
    'It was not a threat at all, it was a promise.',
    'He came, he saw, he went.',
    'He could wait for the ferry, he could swim the whole way over.',
    'They had already rented the farm, they had moved into the town by then.',
    'It had been red, it was turning white.',
    'It had been red, it was grey now.',
    'Her hair was of a dull brown, her eyes were as grey as slate.',
    'He could not tell the others, it had been so strange.',
    'She liked the old nurse, she was so patient with all of them.',
    'Of all the sailors, he told himself, she was the only one like him.',
    'Some fine day, she consoled herself, they will be sorry for it.',
    'He was the talk of the town, the stranger who had bought the mill.',
    'He lit a pipe in the nursery, a thing that was never allowed.',
    'They met the old crowd from the mill, the people she had worked with.',
    'He stood there for a minute, then he shook his head at her.',
    'She opened the door at last, he came in behind her, and they sat down.',
    'He came in at noon, and she left the house.',
    'The moment he came in, she left the room.',
    'He walked to the door, his hand cold on the latch.',
    'She was not angry at him, she was tired.',
    'Had he known it then, he would have left.',
    'Running to the door, she was caught.',
    'Her mother, Sakura was told, had left.',
    'If, as he said, she was there, he would see her.',
    'Tired of it all, he had left the house.',
    'He was tired of it, wasn’t he?',
  ])('silent: %s', (right) => {
    expect(findWith(commaSplice, name + right)).toEqual([])
  })
})
