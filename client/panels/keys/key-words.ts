/** Keys as people call them: "Mod-Alt-1" is "Ctrl Alt 1", and "Ctrl Cmd 1" on a Mac. */

const MAC = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)

export function keyWords(key: string, mac = MAC): string {
  return key
    .replace('Mod-Alt-', mac ? 'Ctrl Cmd ' : 'Ctrl Alt ')
    .replace('Mod-', mac ? 'Cmd ' : 'Ctrl ')
    .replaceAll('-', ' ')
}
