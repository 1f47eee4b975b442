import { describe, expect, test } from 'vitest'
import { tagComma } from '../../../../shared/proof/rules/tag-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** Makes Mara and Kell names of the story. */
const CAST = '\n\nThere was Mara, and there was Kell.'

describe('tag-comma', () => {
  test.each([
    ['"Rough morning" said somebody.', '"Rough morning," said somebody.'],
    [
      'Wren left. Wren came.\n\n"I only need thirty." Wren said.',
      'Wren left. Wren came.\n\n"I only need thirty," Wren said.',
    ],
    ['"Leave me." he said.', '"Leave me," he said.'],
    ['"Leave me." He said.', '"Leave me," he said.'],
    ['"It is late." I whispered.', '"It is late," I whispered.'],
    ['"It is late." she quietly said as she rose.', '"It is late," she quietly said as she rose.'],
    ['"It is late." Mara said, yawning. "Go home."', '"It is late," Mara said, yawning. "Go home."'],
    ['"It is late." said Kell.', '"It is late," said Kell.'],
    ['"It is late." Said Kell.', '"It is late," said Kell.'],
    ['"It is late." Kell attempted to joke.', '"It is late," Kell attempted to joke.'],
    ['"It is late." Mara gasped out.', '"It is late," Mara gasped out.'],
    ['"It is late." The old man muttered.', '"It is late," the old man muttered.'],
    ['"It is late." the old man added.', '"It is late," the old man added.'],
    ['"It is late." Mara\'s voice said from the hall.', '"It is late," Mara\'s voice said from the hall.'],
    ['“It is late.” she told him.', '“It is late,” she told him.'],
    ['“It is late.” he says.', '“It is late,” he says.'],
    ['"Go" he said.', '"Go," he said.'],
    ['"I can\'t" Mara whispered.', '"I can\'t," Mara whispered.'],
    ['"Go", he said.', '"Go," he said.'],
    ['"Go.", she said.', '"Go," she said.'],
    ['"Where?", she asked.', '"Where?" she asked.'],
    ['"No." she explained her plan to them.', '"No," she explained her plan to them.'],
    ['"I think." Mara said, "that you know."', '"I think," Mara said, "that you know."'],
    ['"And the goose." she asked.', '"And the goose?" she asked.'],
    ['"No." he would answer.', '"No," he would answer.'],
    ['"No." said the Eel.', '"No," said the Eel.'],
    ['"Rude." I say.', '"Rude," I say.'],
    ['"No thanks." I say, and close the door.', '"No thanks," I say, and close the door.'],
    ['"It is fine." I mutter under my breath.', '"It is fine," I mutter under my breath.'],
    ['"Wait" we whisper.', '"Wait," we whisper.'],
    ['"Duck." whispers Kell.', '"Duck," whispers Kell.'],
    ['"Never." hisses the old man.', '"Never," hisses the old man.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(tagComma, wrong + CAST)).toBe(right + CAST)
  })

  test.each([
    '"Leave me," he said.',
    '"Leave me!" he said.',
    '"Leave me." He sighed.',
    '"Leave me." She laughed softly.',
    '"Leave me." Mara smiled.',
    '"Here." She offered him her hand.',
    '"Fine." He called a cab.',
    '"Fine." He answered the telephone.',
    '"Fine." She continued walking.',
    '"Fine." She asked him to leave.',
    '"Fine." He said nothing more.',
    '"Fine." She told him about the boat.',
    '"Fine." He said he would come.',
    '"Fine." They agreed to meet at noon.',
    '"Rude." I say it all the time.',
    '"Yes." I say this to everyone.',
    '"Right." I note the time.',
    '"Bye." I call a cab.',
    '"Fine." Mara cried for an hour.',
    '"Fine." She added two spoons of sugar.',
    '"Wait." He said, "Go."',
    '"I miss him." She groaned.',
    '"Wait..." she said.',
    '"Fine." The door opened.',
    '"Fine." The man who said it left.',
    '"Fine." It was all he said.',
    '"Fine." Mara never said so again.',
    '"Fine." She began to sing.',
    'The word "go" he said twice.',
    'He had read "Jaws", she said.',
    'It was called "the boss", he said.',
    '"I know." Kell ordered a beer.',
    '"I know." She observed the street.',
    '"I know." He finished his tea.',
    '"I know." She repeated the trick.',
    '"I know." Kell bit his lip.',
    '"I know." He ground his teeth.',
    '"I know." Mara forced a smile.',
    '"I know." She thought of the sea.',
    '"I know." She whispered something in his ear.',
    '"Now." He offered her the pear.',
    '"Now." She would not answer.',
    '"Now." He would say so daily.',
    '"Now." She started to laugh.',
  ])('silent: %s', (right) => {
    expect(findWith(tagComma, right + CAST)).toEqual([])
  })

  test('in a story that speaks in single marks, a missing or an outer comma is seen as well', () => {
    const said = "'It is late.' 'Very late.' 'So late.'"
    expect(fixWith(tagComma, `${said}\n\n'They came' he said. 'They left', she said.`)).toBe(
      `${said}\n\n'They came,' he said. 'They left,' she said.`,
    )
    expect(findWith(tagComma, `${said}\n\nIt was a 'thing' he said. The 'Sea Wolf', she said, sank.`)).toEqual([])
  })

  test('only a small letter makes it sure', () => {
    expect(findWith(tagComma, '"Leave me." he said.')[0]?.sure).toBe(true)
    expect(findWith(tagComma, `"Leave me." Mara said.${CAST}`)[0]?.sure).toBe(false)
  })
})
