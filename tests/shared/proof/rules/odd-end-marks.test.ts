import { describe, expect, test } from 'vitest'
import { oddEndMarks } from '../../../../shared/proof/rules/odd-end-marks.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('odd-end-marks', () => {
  test.each([
    ['“Monday”. She scratched her chin.', '“Monday.” She scratched her chin.'],
    ['"And which one am I". He looked up.', '"And which one am I?" He looked up.'],
    ['Is he dying?.!', 'Is he dying?!'],
    ['Is he dying?. No.', 'Is he dying? No.'],
    ['"Go!." She left.', '"Go!" She left.'],
    ["It screamed 'You are late!'. It did.", "It screamed 'You are late!' It did."],
    ['"Go.". She left.', '"Go." She left.'],
    ['“Go,”. She left.', '“Go.” She left.'],
    ['He left,. She stayed.', 'He left. She stayed.'],
    ['He left., she stayed.', 'He left, she stayed.'],
    ['He left,, and came back.', 'He left, and came back.'],
    ['He left.. She stayed.', 'He left. She stayed.'],
    ['He left.. and came back.', 'He left... and came back.'],
    ['"What?," he asked.', '"What?" he asked.'],
    ['What is it.?', 'What is it?'],
    ['Apples, pears, etc.. He left.', 'Apples, pears, etc. He left.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(oddEndMarks, wrong)).toBe(right)
  })

  test.each([
    'He called it “the Beast”. She read “Monday”. “No,” he said.',
    'What?! No!! Really?? Go!!!!!',
    'Well... no.... Yes...? No...! And..... so',
    'Well…? So…! Then…. Or…, no',
    'Apples etc., and pears. At 5 p.m., they left. J., the son.',
    'Was it 5 p.m.? Is this the U.S.?',
    '"Go!" "Go." She said \'no.\' He left.',
    '“He said ‘go.’”',
    'He said "go".',
    'Mr. and Mrs. Ash. Mr., Mrs.',
    'What?... No?.. Well.',
    'He saw 3.5 and .5, and 1,000.',
    'She... , no',
    'Wait. . . what?',
    'See ../notes and ./this.',
    'Wait...,” he said.',
  ])('silent: %s', (right) => {
    expect(findWith(oddEndMarks, right)).toEqual([])
  })
})
