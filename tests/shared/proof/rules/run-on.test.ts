import { describe, expect, test } from 'vitest'
import { runOn } from '../../../../shared/proof/rules/run-on.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('run-on', () => {
  test.each([
    ['The dragon roared it was louder than thunder.', 'The dragon roared. It was louder than thunder.'],
    ['She didn’t answer she just stared at the wall.', 'She didn’t answer. She just stared at the wall.'],
    ['He couldn’t breathe he was going to die here.', 'He couldn’t breathe. He was going to die here.'],
    ['They were too late it was already gone.', 'They were too late. It was already gone.'],
    ['Nobody moved they were all looking at me.', 'Nobody moved. They were all looking at me.'],
    ['"I’m late. I know it I’m here."', '"I’m late. I know it. I’m here."'],
    ['The old man laughed he couldn’t help it.', 'The old man laughed. He couldn’t help it.'],
    ['She looked at me I could not move.', 'She looked at me. I could not move.'],
    ['They went inside it was dark.', 'They went inside. It was dark.'],
    ['She opened the box it was empty.', 'She opened the box. It was empty.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(runOn, wrong)).toBe(right)
  })

  test.each([
    'The man she loved was dead. Everything he had told her was a lie.',
    'She knew he was lying, and he knew she knew.',
    'I think it was the cat she saw. I swear I didn’t see it.',
    '"You know I love you," she said. "I told you he would come."',
    'He was so tired he could hardly stand. She was sure he was asleep.',
    'The minute she saw him she knew. Maybe it was the way he smiled.',
    'It struck me he might be right. I bet she knows already.',
    'She promised him she would come. He was glad she came.',
    'When the bell rang he ran. If he shook she would shake as well.',
    'The house they lived in was cold. All she wanted was to sleep.',
    'He shook. She couldn’t stop it. It shook; she couldn’t stop it.',
    'It was not of himself he was thinking.',
    'The doctor told me it was over. Everything in it was his. By then it was dark.',
    'He gave her all he could spare. The way she looked at him he was going to fall.',
    'It was clear he had gone. It struck me there was more of it. Whatever happened to him he could not say.',
  ])('silent: %s', (right) => {
    expect(findWith(runOn, right)).toEqual([])
  })

  test('the second offer is a semicolon, and I keeps its capital', () => {
    const [found] = findWith(runOn, 'The lamp shook I couldn’t stop it.')
    expect(found?.replacements).toEqual(['shook. I', 'shook; I'])
  })

  test('a title is none', () => {
    expect(findWith(runOn, 'The dragon roared, it was loud')).toEqual([])
  })
})
