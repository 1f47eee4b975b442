/**
 * Reads a browser's own description of itself ("user agent"), so far as a person needs it to know a device again. It is
 * whatever the browser chose to send: good for telling one's devices apart, never for deciding anything.
 */

export interface Device {
  /** "Firefox on Windows", "Safari on iPhone", "curl", "An unknown browser". */
  name: string
  kind: 'phone' | 'computer'
}

/** The first that fits counts: most browsers also name those that they wish to be taken for. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPT\/|\bOpera\b/, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bDuckDuckGo\/|\bDdg\//, 'DuckDuckGo'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\/|\bChromium\/|\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
  [/\bAppleWebKit\//, 'A browser'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

/** A program that is no browser is called as it calls itself. */
const PROGRAM = /^([A-Za-z][\w.+-]{1,30})\/[\d.]/

export function deviceName(userAgent: string): Device {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1]
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1]
  const kind = /\bMobi|\biPhone\b|\biPad\b|\biPod\b|\bAndroid\b/.test(userAgent) ? 'phone' : 'computer'
  const program = /^Mozilla\//.test(userAgent) ? undefined : PROGRAM.exec(userAgent)?.[1]
  const name = browser ?? program ?? 'An unknown browser'
  return { name: system ? `${name} on ${system}` : name, kind }
}
