import { describe, expect, test } from 'vitest'
import { saveAnswer, saveSpoken, saveWords } from '../../../../client/panels/save/save-words.ts'

describe('the save state in words', () => {
  test('counts what is being sent', () => {
    expect(saveWords({ kind: 'sending', count: 1 }).text).toBe('Sending 1 change')
    expect(saveWords({ kind: 'sending', count: 14 }).text).toBe('Sending 14 changes')
  })

  test('is spoken when it worsens, with the reason', () => {
    expect(saveSpoken({ kind: 'saved' }, { kind: 'offline-kept', count: 2 })).toBe('Offline, kept here.')
    expect(saveSpoken({ kind: 'offline-kept' }, { kind: 'not-saving', reason: 'It was deleted.' })).toBe(
      'Not saving. It was deleted.',
    )
  })

  test('answers who asks with what is true, and never says saved before it is', () => {
    expect(saveAnswer({ kind: 'saved' })).toBe('Saved.')
    expect(saveAnswer({ kind: 'saving', quiet: true })).toBe('Saving.')
    expect(saveAnswer({ kind: 'offline-kept', count: 2 })).toBe('Offline, kept here. 2 changes wait for the server.')
    expect(saveAnswer({ kind: 'not-saving', count: 1, reason: 'The disk is full.' })).toBe(
      'Not saving. The disk is full.',
    )
  })

  test('is spoken once more when all is saved again, and not while one types', () => {
    expect(saveSpoken({ kind: 'not-saving' }, { kind: 'sending', count: 3 })).toBeNull()
    expect(saveSpoken({ kind: 'sending', count: 3 }, { kind: 'saved' })).toBe('Saved again.')
    expect(saveSpoken({ kind: 'saved' }, { kind: 'saving' })).toBeNull()
    expect(saveSpoken({ kind: 'saving' }, { kind: 'saved' })).toBeNull()
  })

  test('is spoken at its end to who asked while it was not saved', () => {
    expect(saveSpoken({ kind: 'saving' }, { kind: 'saved' }, true)).toBe('Saved.')
    expect(saveSpoken({ kind: 'saved' }, { kind: 'saving' }, true)).toBeNull()
    expect(saveSpoken({ kind: 'sending', count: 2 }, { kind: 'saved' }, true)).toBe('Saved again.')
  })
})
