/** Puts text on the clipboard, also on plain http where browsers hide their clipboard interface. */

/** False when the browser refused; then the text must be shown so that a person can select it. */
export async function copyText(text: string): Promise<boolean> {
  if (isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused, or the page is not in front; the older way may still be allowed.
    }
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  // A modal dialog makes everything outside itself inert.
  const place = document.querySelector('dialog:modal') ?? document.body
  place.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
