/** Light, dark, or as the system says; remembered in this browser. */
import { type ReadonlySignal, signal } from '@preact/signals-core'

export const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const KEY = 'galley/theme'
const now = signal<Theme>('system')

export const theme: ReadonlySignal<Theme> = now

export function setTheme(next: Theme): void {
  now.value = next
  localStorage.setItem(KEY, next)
  show(next)
}

/** To be called once, before the first page is drawn. */
export function beginTheme(): void {
  const kept = THEMES.find((name) => name === localStorage.getItem(KEY)) ?? 'system'
  now.value = kept
  show(kept)
}

function show(name: Theme): void {
  document.documentElement.classList.toggle('light', name === 'light')
  document.documentElement.classList.toggle('dark', name === 'dark')
}
