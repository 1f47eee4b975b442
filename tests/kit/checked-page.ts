/** What the checker shows of itself on a story's page, for the browser tests. */
import { expect, type Locator } from '@playwright/test'
import type { Visitor } from './people.ts'

/** The lines under words; under just these words, wherever they stand. */
export const threads = ({ text }: Visitor, words?: RegExp): Locator =>
  text.locator('.find').filter(words ? { hasText: words } : {})
/** In the foot: how many findings there are; pressing it opens the panel. */
export const count = ({ page }: Visitor): Locator => page.locator('checks-count button')
export const card = ({ page }: Visitor): Locator => page.getByRole('dialog', { name: /^Finding:/ })
export const panel = ({ page }: Visitor): Locator => page.locator('checks-panel .checks')
/** The preview of a fix of many places. */
export const batch = ({ page }: Visitor): Locator => page.locator('fix-batch .batch')

/** Until the text has been read through; the checker's tables take seconds to load on a small machine. */
export async function readThrough(person: Visitor): Promise<void> {
  await expect(count(person)).toHaveText(/finding/, { timeout: 30_000 })
}

export async function openChecks(person: Visitor): Promise<void> {
  await readThrough(person)
  if ((await count(person).getAttribute('aria-pressed')) === 'false') await count(person).press('Enter')
  await expect(panel(person)).toBeVisible()
}
