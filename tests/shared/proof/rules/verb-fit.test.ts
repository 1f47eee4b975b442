import { describe, expect, test } from 'vitest'
import { check, NO_TOOLS } from '../../../../shared/proof/checker.ts'
import { verbFit } from '../../../../shared/proof/rules/verb-fit.ts'
import { verbForm } from '../../../../shared/proof/rules/verb-form.ts'
import { USUAL } from '../../../../shared/proof/settings.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('verb-fit', () => {
  test.each([
    // The past, or the plain form.
    ['He turned around and see a man in the doorway.', 'He turned around and saw a man in the doorway.'],
    ['He tried to opened the door, but it was stuck.', 'He tried to open the door, but it was stuck.'],
    ['He could heard footsteps in the hall above.', 'He could hear footsteps in the hall above.'],
    ['The old man ask me where I had been.', 'The old man asked me where I had been.'],
    ['He turned to looked at the others.', 'He turned to look at the others.'],
    // The participle.
    ['Nobody had spoke to him since the trial.', 'Nobody had spoken to him since the trial.'],
    ['The gate was tore off its hinges.', 'The gate was torn off its hinges.'],
    ['The house was build by her grandfather.', 'The house was built by her grandfather.'],
    ['She had manage to hide the letter.', 'She had managed to hide the letter.'],
    ['My brother and I swum out to the island that morning.', 'My brother and I swam out to the island that morning.'],
    // The form with -ing.
    ['He was stood in the doorway, dripping wet.', 'He was standing in the doorway, dripping wet.'],
    // One or several.
    ['The soldiers was tired and hungry.', 'The soldiers were tired and hungry.'],
    ['The lights in the hall was still on.', 'The lights in the hall were still on.'],
    ['My sister were still asleep on the couch.', 'My sister was still asleep on the couch.'],
  ])('%s', (wrong, right) => {
    // A story that is told in the past.
    const told = 'It was late, and the house was quiet. He was tired, and she did not want to talk.\n\n'
    expect(fixWith(verbFit, told + wrong)).toBe(told + right)
  })

  test.each([
    'All she had went into that house, and what he was took years to learn.',
    'She insisted that he leave. He demanded that she be told. Though he come, I go.',
    'If I were you, I would run. He spoke as though he were asleep.',
    'I saw him close the door. They let him see the child. She had the boy fetch water.',
    'Not once did he look back. Never have I seen such a thing. Little did they know.',
    'The boy, running across the yard, fell. Walking home, she sang. He sat surrounded by guards.',
    'The look in his eyes was cold. The looks on their faces were enough.',
    'There was a man and a woman at the door. What mattered was the children.',
    'As if, the man thought, he were not a stranger. Suppose, that was, that he were a spy.',
    'She swayed, trying to pull herself up, wishing she weren’t so tired. You couldn’t go back to carts. There weren’t enough of either.',
    'Giving these people tools was fine, but it was more important to give them time.',
    'His family were all asleep. A number of people were waiting.',
    'Mr. Will Hale saw Mrs. Hale enter the room and heard her laugh.',
    '“I hain’t seen her,” he said. “He says he knows where they was.”',
    'Down came the rain. On the table lay two knives. Beyond the hills lies the sea.',
    'She was used to walking home and looked forward to hearing from him.',
    'She is late. He opens the door and looks at her. I laugh and say no.',
    'constructor and toString were words of theirs.',
  ])('%s', (text) => {
    expect(findWith(verbFit, text)).toEqual([])
  })

  test('gives way to a rule that knows the very words', () => {
    const lines = [{ text: 'She had went home and he could heard the rain.' }]
    const rules = check(lines, USUAL, NO_TOOLS, [verbFit, verbForm]).map(({ rule }) => rule)
    expect(rules).toEqual(['verb-form', 'verb-fit'])
  })
})
