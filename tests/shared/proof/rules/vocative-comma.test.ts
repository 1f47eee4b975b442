import { describe, expect, test } from 'vitest'
import { vocativeComma } from '../../../../shared/proof/rules/vocative-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const CAST = '\n\nThere was Mara, and there was Kell, and Kell-san.'

describe('vocative-comma', () => {
  test.each([
    ['"Thank you Kell."', '"Thank you, Kell."'],
    ['"Thanks Kell-san," she said.', '"Thanks, Kell-san," she said.'],
    ['"I\'m sorry Mara," he said.', '"I\'m sorry, Mara," he said.'],
    ['"Hey Mara."', '"Hey, Mara."'],
    ['"Yes sir!"', '"Yes, sir!"'],
    ['"Good night Mom."', '"Good night, Mom."'],
    ['"Mara what are you doing?"', '"Mara, what are you doing?"'],
    ['"Kell I love you."', '"Kell, I love you."'],
    ['"Kell please stop."', '"Kell, please stop."'],
    ['"Kell you idiot!"', '"Kell, you idiot!"'],
    ['"Oh my god Kell."', '"Oh my god, Kell."'],
    ['"Hey Kell what\'s up?"', '"Hey, Kell, what\'s up?"'],
    ['"Oh, Kell I am late."', '"Oh, Kell, I am late."'],
    ['"What do you want Kell?"', '"What do you want, Kell?"'],
    ['"This is the last time Kell."', '"This is the last time, Kell."'],
    ['"You are crazy Kell!"', '"You are crazy, Kell!"'],
    ['"Stop it Kell!"', '"Stop it, Kell!"'],
    ['"Come here Kell."', '"Come here, Kell."'],
    ['"Wait, I love you Kell."', '"Wait, I love you, Kell."'],
    ['"Come on guys."', '"Come on, guys."'],
    ['"I will not do it again Mara."', '"I will not do it again, Mara."'],
  ])('%s', (wrong, right) => {
    expect(fixWith(vocativeComma, wrong + CAST)).toBe(right + CAST)
  })

  test.each([
    '"Thank you, Kell."',
    '"I saw Kell."',
    '"I love Kell."',
    '"Tell Kell I said so."',
    '"Kell is late."',
    '"Kell and I are late."',
    '"Mara and Kell wait for you."',
    '"My friend Kell."',
    '"You and Kell."',
    '"With you Kell is safe."',
    '"I was looking for Kell."',
    '"Did you find Kell?"',
    '"What did Kell want?"',
    '"Who do you like, Kell or Mara?"',
    '"I gave you Kell."',
    '"It is only Kell."',
    '"You are not Kell."',
    '"He is like Kell."',
    '"It was Kell."',
    '"Yes, Kell came."',
    '"No Kell today."',
    '"Oh Kell is fine."',
    '"Please Mara and you please me."',
    '"I know Kell is there."',
    '"I know Kell."',
    '"You know Kell."',
    '"I hate you and Kell."',
    '"You miss Mara."',
    '"I think Kell loves you."',
    '"The dude left. I have a buddy. Dear sir."',
    '"My mom is here."',
    '"I told you Kell would come."',
    '"Are you okay with Kell?"',
    '"Kell, what are you doing?"',
    '"What Kell wants I want."',
    '"Whatever Kell says you do."',
    '"What does he call Kell?"',
    '"It is thanks to Kell."',
    'Thank you Kell. She waved.',
    '"The man I love, Kell, is here."',
    '"Look at Kell."',
    '"Kell stopped. Kell comes here."',
    '"Kell will wait."',
    '"If it were Kell I would go."',
    '"That is the thing Kell said."',
    '"This time Kell will come."',
  ])('silent: %s', (right) => {
    expect(findWith(vocativeComma, right + CAST)).toEqual([])
  })
})
