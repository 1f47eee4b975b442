import { expect, test } from 'vitest'
import { exampleLine } from '../../../../client/pages/account/token-example.ts'

test('the example asks for what the token may see: the list, or its one story', () => {
  expect(exampleLine('https://galley.example', 'gly_x', null)).toBe(
    'curl -H "Authorization: Bearer gly_x" "https://galley.example/api/stories"',
  )
  expect(exampleLine('https://galley.example', 'gly_x', 'abc')).toContain('/api/stories/abc/export?format=txt"')
})
