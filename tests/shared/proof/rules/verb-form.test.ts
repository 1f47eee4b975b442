import { describe, expect, test } from 'vitest'
import { verbForm } from '../../../../shared/proof/rules/verb-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('verb-form', () => {
  test.each([
    ['The knots were coming undid.', 'The knots were coming undone.'],
    ['He told me where he gotten it.', 'He told me where he got it.'],
    ['He lay it on the counter.', 'He laid it on the counter.'],
    ['I won’t let anybody lie a hand on you.', 'I won’t let anybody lay a hand on you.'],
    ['On top of it laid a phone.', 'On top of it lay a phone.'],
    ['He laid on the bed all day.', 'He lay on the bed all day.'],
    ['We’d took the wrong road.', 'We’d taken the wrong road.'],
    ['He had ran her off.', 'He had run her off.'],
    ["I've recently came to a realization.", "I've recently come to a realization."],
    ['"You should have went home."', '"You should have gone home."'],
    ['She would never have saw it.', 'She would never have seen it.'],
    ['Had he knew, he would have left.', 'Had he known, he would have left.'],
    ['He was took away at dawn.', 'He was taken away at dawn.'],
    ["She didn't knew him.", "She didn't know him."],
    ["They couldn't went on.", "They couldn't go on."],
    ['Did you saw her? If I would have known it!', 'Did you see her? If I had known it!'],
    ['I have twenty years old, and she has 9 years old.', 'I am twenty years old, and she is 9 years old.'],
    ['The window was broke. He will can help us.', 'The window was broken. He will be able to help us.'],
    ['She started to running. I am knowing him.', 'She started to run. I know him.'],
    ['Her expression lit up when she seen him.', 'Her expression lit up when she saw him.'],
    [
      'He shook his head and took the card laying across the top.',
      'He shook his head and took the card lying across the top.',
    ],
    ['She was laying on the bed.', 'She was lying on the bed.'],
    ['He laid down on the couch and slept.', 'He lay down on the couch and slept.'],
    ['"Go lay down," he said.', '"Go lie down," he said.'],
    ['They had laid there for hours.', 'They had lain there for hours.'],
    ['Sitting the box on the table, he left.', 'Setting the box on the table, he left.'],
    ['She stepped back and sat the box of chocolates down.', 'She stepped back and set the box of chocolates down.'],
    ['He rose an eyebrow.', 'He raised an eyebrow.'],
    ['She raised to her feet.', 'She rose to her feet.'],
    ['"I don\'t know anything," she grit out.', '"I don\'t know anything," she gritted out.'],
    ['She layed there in the grass.', 'She lay there in the grass.'],
    ['He layed his axe down. It was layed out.', 'He laid his axe down. It was laid out.'],
    [
      'It is the worst thing that anybody has ever did to me.',
      'It is the worst thing that anybody has ever done to me.',
    ],
    ['The wire was laying just beneath the moss.', 'The wire was lying just beneath the moss.'],
    ['He had lain her scarf over the lamp.', 'He had laid her scarf over the lamp.'],
    ['By noon the water had begun to raise.', 'By noon the water had begun to rise.'],
    ['Smoke was raising from the barn.', 'Smoke was rising from the barn.'],
    ['There use to be a mill. It just raised, like a kite.', 'There used to be a mill. It just rose, like a kite.'],
    ['Everybody had starting to laugh. What did you saw?', 'Everybody had started to laugh. What did you see?'],
    [
      '“How long do you have these?” “How long do you know him?”',
      '“How long have you had these?” “How long have you known him?”',
    ],
    ['It begun on a Monday. Then he taken the boat out.', 'It began on a Monday. Then he took the boat out.'],
    ['She set there among the sprouts.', 'She sat there among the sprouts.'],
    [
      'It was the best she had ever saw. She made him cried and let her went.',
      'It was the best she had ever seen. She made him cry and let her go.',
    ],
    [
      'The house was build in May. He was bite by it. The sun had rose.',
      'The house was built in May. He was bitten by it. The sun had risen.',
    ],
    [
      'I am not understand. It is depend on you. I want to thanks you.',
      'I do not understand. It depends on you. I want to thank you.',
    ],
    ['He payed the man.', 'He paid the man.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(verbForm, wrong)).toBe(right)
  })

  test.each([
    'He had run, and she had come, and they had gone.',
    'All she had fell to the floor.',
    'Everything that he had went up in smoke.',
    'The only friend I have came back.',
    'The man he was took over.',
    "Those who didn't went hungry.",
    '"I seen him," said the old man. "I done it."',
    'Had she seen him? What has he seen the most?',
    'He was laying bricks. She was laying the table. They were laying down the law.',
    'He laid the sword down. He laid it there. She laid her head on it.',
    'On the table sat the box. He sat down. Beside her sat the cup.',
    'They were lying there. He lay down. He lied to her.',
    'The sun rose. He raised his hand. He was raised from the ground.',
    'She rose from her chair, and rose again.',
    'He had a broken arm. They have rose petals.',
    "He didn't see it and didn't know.",
    'She had, it seemed, gone.',
    'He did it. What he had done was wrong.',
    'The knife they use to be safe. How long do you have? How long do you have it for? He had reading to do. He just raised the lid. And he gone to sea.',
    'There was fear in it. They had rose petals. There was talk by the fire.',
    'They were broke. He was broke. They asked if I would have known. The shop will can fruit. I have two children. We had a horse ten years old.',
    'He had lain the whole night. She has lain a long time in bed. They had lain there.',
    'What good it had never did not matter. The water was raising the boats. It began to raise the water.',
    'He was laying about him with a stick. They were laying in coal. He was laying the cloth.',
  ])('silent: %s', (right) => {
    expect(findWith(verbForm, right)).toEqual([])
  })

  test.each([
    ['He runned all the way home.', 'He ran all the way home.'],
    ['She had throwed it into the sea.', 'She had thrown it into the sea.'],
    ['I knowed it was him.', 'I knew it was him.'],
    ['He bended down to pick it up.', 'He bent down to pick it up.'],
    ['She teared the letter in two.', 'She tore the letter in two.'],
  ])('an irregular verb made regular: %s', (wrong, right) => {
    expect(fixWith(verbForm, wrong)).toBe(right)
  })

  test.each([
    'On bended knee he asked for her hand.',
    'Her eyes teared up.',
    'A seed fell among the putted balls, and he was hanged.',
    '“It ain’t so,” he said. “I knowed it.”',
  ])('no verb made regular, or dialect: %s', (text) => {
    expect(findWith(verbForm, text)).toEqual([])
  })

  test.each([
    ['She started screamed at the top of her lungs.', 'She started screaming at the top of her lungs.'],
    ['He kept stared at the empty chair.', 'He kept staring at the empty chair.'],
    ['Without looked back, he left the room.', 'Without looking back, he left the room.'],
    ['Instead of answered, she turned away.', 'Instead of answering, she turned away.'],
  ])('the past for the form with -ing: %s', (wrong, right) => {
    expect(fixWith(verbForm, wrong)).toBe(right)
  })

  test.each([
    'He kept locked what he could, and kept closed the door that led below.',
    'Without thought she went on, without armed guards and without left luggage.',
    'Instead of baked beans they had fried eggs, and instead of tired men fresh ones.',
    'They began armed and finished exhausted.',
  ])('right after such words: %s', (text) => {
    expect(findWith(verbForm, text)).toEqual([])
  })
})
