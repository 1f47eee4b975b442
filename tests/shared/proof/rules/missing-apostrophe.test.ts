import { describe, expect, test } from 'vitest'
import { missingApostrophe } from '../../../../shared/proof/rules/missing-apostrophe.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('missing-apostrophe', () => {
  test.each([
    [
      'Kessa ran. He saw Kessa and Kessa. It was Kessas turn.',
      "Kessa ran. He saw Kessa and Kessa. It was Kessa's turn.",
    ],
    ['My mothers verse and the sheriffs dogs.', "My mother's verse and the sheriff's dogs."],
    [
      'She had thirty years experience and two weeks notice.',
      "She had thirty years' experience and two weeks' notice.",
    ],
    [
      'Yesterdays paper lay on the table. It was in todays news.',
      "Yesterday's paper lay on the table. It was in today's news.",
    ],
    ['She heard her mothers voice. He took the girls hand.', "She heard her mother's voice. He took the girl's hand."],
    ['She crept into my brothers room and sat on his bed.', "She crept into my brother's room and sat on his bed."],
    ['My moms car was gone. It was my dads turn to cook.', "My mom's car was gone. It was my dad's turn to cook."],
    ['Her best friends wedding was on Saturday.', "Her best friend's wedding was on Saturday."],
    [
      'He borrowed his friends bike, and kissed the girls cheek.',
      "He borrowed his friend's bike, and kissed the girl's cheek.",
    ],
    [
      'He knew his fathers old coat. A mothers love is blind.',
      "He knew his father's old coat. A mother's love is blind.",
    ],
    ['The womans face was white. It was a childrens book.', "The woman's face was white. It was a children's book."],
    ['It was nobodys fault. Everyones eyes were on her.', "It was nobody's fault. Everyone's eyes were on her."],
    ['They met outside the boys changing room.', "They met outside the boys' changing room."],
    ['The grooms mother is here.', "The groom's mother is here."],
    [
      'Henderson and Henderson and Henderson. It stood over the Hendersons garage.',
      "Henderson and Henderson and Henderson. It stood over the Hendersons' garage.",
    ],
    ['She had seen yesterdays storm.', "She had seen yesterday's storm."],
    ['A dragons egg lay on the table.', "A dragon's egg lay on the table."],
    ['The ships engines coughed and died.', "The ship's engines coughed and died."],
    ['The villagers fear was easy to smell.', "The villagers' fear was easy to smell."],
    ['My parents bedroom was empty.', "My parents' bedroom was empty."],
    ['Everybodys here.', "Everybody's here."],
    ['Marcus sat. It was Marcus. He looked at Marcus hair.', "Marcus sat. It was Marcus. He looked at Marcus's hair."],
  ])('%s', (wrong, right) => {
    expect(fixWith(missingApostrophe, wrong)).toBe(right)
  })

  test.each([
    'My brothers face the wall. The boys book a room. The girls dress their dolls.',
    'The mothers sang. My sisters and I. The kings of old.',
    'She had lived there thirty years alone. After two hours work it out.',
    'He met the Kessas and both Kessas. Anna and Annas.',
    'Two years rest on it. All the yesterdays of her life.',
    'The girls hand in their work. The witches head home. The girls dress well. My friends bike to school.',
    'She heard the girls laugh. He saw the guards turn. We watched the boys head for the gate.',
    'He bought his sons hats. She gave the girls lunch. She showed the boys letters. He told the children stories.',
    'My parents house six dogs. The boys voice their anger. She made the boys face each other.',
    'Italians understand. The Luydens were gloomy. He kept the girls company. They drove the cows home.',
    'He claimed the guards sleep in shifts. Behind him the boys room with the dogs.',
    'She gave the boys money for the bus. A sports coat and his pants pocket.',
    'The friends cook well. He saw the horses stamp.',
    'Marcus sat. It was Marcus. Marcus eyes the door. The Marcus house.',
  ])('silent: %s', (right) => {
    expect(findWith(missingApostrophe, right)).toEqual([])
  })
})
