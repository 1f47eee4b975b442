import { describe, expect, test } from 'vitest'
import { confusion } from '../../../../shared/proof/rules/confusion.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('contractions without their apostrophe, and apostrophes where none belongs', () => {
  test.each([
    ['Shes late, and I think hes asleep. Whats wrong?', "She's late, and I think he's asleep. What's wrong?"],
    ['Come on, lets run. Okay, lets see it.', "Come on, let's run. Okay, let's see it."],
    ['Maybe ill call her. I think id like that.', "Maybe I'll call her. I think I'd like that."],
    [
      'Well be there by noon. If you wait, well go together.',
      "We'll be there by noon. If you wait, we'll go together.",
    ],
    ['I hope shell understand. He promised hell be here.', "I hope she'll understand. He promised he'll be here."],
    ['Wed better go. They said wed never make it.', "We'd better go. They said we'd never make it."],
    ['She said shed be home. Because shed seen it.', "She said she'd be home. Because she'd seen it."],
    ['He wont listen. You cant go. Cant you see?', "He won't listen. You can't go. Can't you see?"],
    ['I think were lost. I guess were going home.', "I think we're lost. I guess we're going home."],
    [
      "Ya'll come back. That coat is her's. Is it your's or our's?",
      "Y'all come back. That coat is hers. Is it yours or ours?",
    ],
    [
      'Its March, and its Monday again. It was somebody elses.',
      "It's March, and it's Monday again. It was somebody else's.",
    ],
    ["Their's was the bigger house. Their's no way out.", "Theirs was the bigger house. There's no way out."],
    [
      'I thought its better this way. When its over we can go.',
      "I thought it's better this way. When it's over we can go.",
    ],
  ])('%s', (wrong, right) => {
    expect(fixWith(confusion, wrong)).toBe(right)
  })

  test.each([
    'She shed a tear. He shed his coat. The shed had been empty. In the shed she had tools.',
    'They were wed in June. What the hell is that? Go to hell. The shell broke, and the shell had cracks.',
    'He was ill. Ill news travels fast. Well, go on. The well was dry. If all goes well, go home. Well done.',
    'He lets her in. She lets go. The wont of men. As was his wont. Is it cant, monsieur?',
    'His id was lost. The hes and shes of it. The wheres and hows.',
    'They were going home. The ones I think were lost came back. “Oh, yes!” were not the words.',
    'Its tail was long. Its very presence. Its only reason.. Think of its own good.',
    'That coat is hers. Theirs was bigger. It was the best of ours.',
  ])('silent: %s', (right) => {
    expect(findWith(confusion, right)).toEqual([])
  })
})
