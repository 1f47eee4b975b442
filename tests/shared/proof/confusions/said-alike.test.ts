import { describe, expect, test } from 'vitest'
import { confusion } from '../../../../shared/proof/rules/confusion.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('words said alike', () => {
  test.each([
    ['“I can sea the lights,” she said.', '“I can see the lights,” she said.'],
    ['He wares the same coat in summer.', 'He wears the same coat in summer.'],
    ['He was board with the whole business.', 'He was bored with the whole business.'],
    ['His pail face turned to the window.', 'His pale face turned to the window.'],
    ['The cereal killer had struck again.', 'The serial killer had struck again.'],
    ['It was shear luck that they met.', 'It was sheer luck that they met.'],
    ['She fell asleep to the sound of heavy reign.', 'She fell asleep to the sound of heavy rain.'],
    ['He dropped the rains and jumped down.', 'He dropped the reins and jumped down.'],
    ['They drove a wooden steak into its chest.', 'They drove a wooden stake into its chest.'],
    ['“Good mourning,” he said.', '“Good morning,” he said.'],
    ['They talked all knight.', 'They talked all night.'],
    ['She walked down the isle in white.', 'She walked down the aisle in white.'],
    ['He slammed on the breaks.', 'He slammed on the brakes.'],
    ['The dog wagged its tale.', 'The dog wagged its tail.'],
    ['The wound began to heel.', 'The wound began to heal.'],
    ['The noise seized.', 'The noise ceased.'],
    ['She looked down at her feat.', 'She looked down at her feet.'],
    ['“My eldest sun is a fool.”', '“My eldest son is a fool.”'],
    ['She past me without a word.', 'She passed me without a word.'],
    ['We weighted for an answer.', 'We waited for an answer.'],
    ['“I want another peace of cake.”', '“I want another piece of cake.”'],
    ['I need some piece and quiet.', 'I need some peace and quiet.'],
    ['She felt it’s claws in her arm.', 'She felt its claws in her arm.'],
    ['All of the sudden it was dark.', 'All of a sudden it was dark.'],
    ['It was a blessing in the skies.', 'It was a blessing in disguise.'],
    ['They reeked havoc on the village.', 'They wreaked havoc on the village.'],
    ['He took her for granite.', 'He took her for granted.'],
  ])('%s is mended', (wrong, right) => {
    expect(fixWith(confusion, wrong)).toBe(right)
  })

  test.each([
    'He filled the pail and set it on the board.',
    'They went to sea in spring, and the sea was rough.',
    'The reign of the old king had ended; the reign was over.',
    'He was on board with it.',
    'The mourning lasted a year, and the mourning of the people was deep.',
    'They drove past right before dark.',
    'She wrapped the steak in paper.',
    'The tale of the two brothers was long.',
    'A fox’s tail hung from his hat.',
    'He had peace of mind at last.',
    'The fish had a good sole, and the sole of his boot was torn.',
    'The sun of the south had burned him.',
    'He took a bow, and she took a bough of the old tree.',
    'Its breath smelled, and it’s cold.',
    'His prey was gone; the wolf would prey on the sheep.',
    'He wept at the throne, thrown there by the guards.',
    'They seized the ship, and the storm ceased.',
    'The break in the clouds did not last.',
  ])('%s stands', (text) => {
    expect(findWith(confusion, text)).toEqual([])
  })
})
