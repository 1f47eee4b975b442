import { describe, expect, test } from 'vitest'
import { auxiliaryForm } from '../../../../shared/proof/rules/auxiliary-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('auxiliary-form', () => {
  test.each([
    ['He should be deport at once.', 'He should be deported at once.'],
    ['She was call away.', 'She was called away.'],
    ['He is know for his bread.', 'He is known for his bread.'],
    ['He has been work here for years.', 'He has been working here for years.'],
    ['It has stop turning.', 'It has stopped turning.'],
    ['She would forgot it by noon.', 'She would forget it by noon.'],
    ['He could not kept it, and they must stayed.', 'He could not keep it, and they must stay.'],
    ["Where did you learned that? Why didn't he told me?", "Where did you learn that? Why didn't he tell me?"],
    ['She tried to went home. I want to bought it.', 'She tried to go home. I want to buy it.'],
    ['He had never see the sea. They have eat it all.', 'He had never seen the sea. They have eaten it all.'],
    ['"You must has a rest. We should went," he said.', '"You must has a rest. We should go," he said.'],
    ['He can sings, and she will not comes.', 'He can sing, and she will not come.'],
    ['She doesn’t knows it. Why does he lies?', 'She doesn’t know it. Why does he lie?'],
    ['They could climbed it, and she would never moved.', 'They could climb it, and she would never move.'],
    ['He did not wanted it, and she did not had it.', 'He did not want it, and she did not have it.'],
    ['She asked him to helped her. He has to went.', 'She asked him to help her. He has to go.'],
    ['I have finish it. She had already tell him.', 'I have finished it. She had already told him.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(auxiliaryForm, wrong)).toBe(right)
  })

  test.each([
    'There had been work for all.',
    'All he wanted was call and answer.',
    'They would be thought fools. Should these lost ones return?',
    'He was about to fell the tree. He wanted to found a school.',
    'What did it? The sight he did saw through. All he did thought of nothing.',
    'She had the boy come in. He had let it go, and she had put it down.',
    'They have come, and it had become late. He had read it.',
    'Would it were so! Would that she had kept it!',
    'The man he could was gone. He did, thought Ann, look ill.',
    'Those who do works of charity. As she would used to do.',
    'He would left-hand it. They must saw the plank.',
    'All we had see them off was a flag.',
  ])('silent: %s', (right) => {
    expect(findWith(auxiliaryForm, right)).toEqual([])
  })
})
