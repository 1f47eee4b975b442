import { describe, expect, test } from 'vitest'
import { agreement } from '../../../../shared/proof/rules/agreement.ts'
import { subjectVerb } from '../../../../shared/proof/rules/subject-verb.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('agreement', () => {
  test('never says what subject-verb says of the same words', () => {
    const slips = [
      'He were tired. She were late, and it were dark. He are here, because I are here.',
      'He have been here. She have never been there. It have until noon. They has time, and we has none.',
      'They was late. There was two men at the door. There was three of them. There was many men.',
      'They doesn’t know. I has a plan. You has one. We was there, because they is gone.',
    ]
    for (const slip of slips) {
      const own = findWith(agreement, slip).map(({ offset }) => offset)
      const others = findWith(subjectVerb, slip).map(({ offset }) => offset)
      expect(others.length).toBeGreaterThan(0)
      expect(own.filter((offset) => others.includes(offset))).toEqual([])
    }
  })

  test.each([
    ['Each of them were armed.', 'Each of them was armed.'],
    ['The sound of the drums were louder.', 'The sound of the drums was louder.'],
    ['Both of them was silent.', 'Both of them were silent.'],
    ['She and her brother was late.', 'She and her brother were late.'],
    ['Neither of the men were old.', 'Neither of the men was old.'],
    ['His eyes was red, and her hands was cold.', 'His eyes were red, and her hands were cold.'],
    ['Everybody were there. Nothing are lost.', 'Everybody was there. Nothing is lost.'],
    ['"There is not enough of them."', '"There are not enough of them."'],
    ['The door were shut. The boys was tired.', 'The door was shut. The boys were tired.'],
    [
      'There was men at the door. There was so many of them.',
      'There were men at the door. There were so many of them.',
    ],
    ['“And the army that protect the road is gone.”', '“And the army that protects the road is gone.”'],
    [
      '“My brother have two dogs, because the boy have no cat.”',
      '“My brother have two dogs, because the boy have no cat.”',
    ],
    [
      'Nobody turn round, as he was late. Each one have a name.',
      'Nobody turned round, as he was late. Each one has a name.',
    ],
    ['Every one of the iron golems were slow.', 'Every one of the iron golems was slow.'],
    ['Everybody know it. The children plays outside.', 'Everybody knows it. The children play outside.'],
    ['My brother have two dogs, because the boy have no cat.', 'My brother has two dogs, because the boy has no cat.'],
    [
      'The people in the village was afraid. The police was late.',
      'The people in the village were afraid. The police were late.',
    ],
    [
      'He is the one who have it. Each of the girls have one. My mother always say so.',
      'He is the one who has it. Each of the girls has one. My mother always says so.',
    ],
    ['The girl know it. The soldier want us.', 'The girl knows it. The soldier wants us.'],
    ['“She is the girl who write letters.”', '“She is the girl who writes letters.”'],
    ['“Tell the man who want to see me.”', '“Tell the man who wants to see me.”'],
    ['There were a soldier at the gate.', 'There was a soldier at the gate.'],
    ['It was late, and his men was tired.', 'It was late, and his men were tired.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(agreement, wrong)).toBe(right)
  })

  test.each([
    'One of the people in the village was afraid. The sight of the people in the village was odd. Would my brother have it? The boys’ plays.',
    'One of the men who were late. If each of the old golems were slow.',
    'The lamp store was shut. The girl child. The boy sat, and the man put it down. The door handle. The king came.',
    'On each of the sofas were cushions.',
    'The enemy were many. The audience were on their feet.',
    'There was so much to do. There was too little of it. One of the men on the ship who know it. The best people in the city who care.',
    '“Told the boy that work was over. The girl that help came from. The man who put it there.”',
    'The boy and the girl who live there. The father of the boy and girl who play. Gogol and Dr. Bull were not there.',
    'If each of them were armed! If he were you. Were he tired, he slept.',
    '"Each of them were armed. His eyes was red. He were that tired."',
    'The sight of her eyes was enough. What lay in her hands was a key.',
    'One of the boys was there. All of them were. As it were.',
    'Should he have until noon? Let her have a rest. Did she have a choice?',
    'Neither he nor they were there. There was many a man.',
    'Each of us, they were told, has one. Nobody but the boys were there.',
    'There were a few. There was a table and chairs. The father of the boys was old.',
    'If the door were shut, and were the boys tired. There was no boys school.',
    'Before his eyes was a sea. Behind the boys was a wall.',
  ])('silent: %s', (right) => {
    expect(findWith(agreement, right)).toEqual([])
  })
})
