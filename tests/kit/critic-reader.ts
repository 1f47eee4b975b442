/** A reader of CriticMarkup as most of them are: five patterns, each as short as it can be, comments gone. */

/** The Markdown that is left when all marks are accepted, or all rejected. */
export function decided(source: string, verdict: 'accept' | 'reject'): string {
  const kept = verdict === 'accept'
  return source.replace(
    /\{\+\+([\s\S]*?)\+\+\}|\{--([\s\S]*?)--\}|\{~~([\s\S]*?)~>([\s\S]*?)~~\}|\{==([\s\S]*?)==\}|\{>>[\s\S]*?<<\}/g,
    (_, come?: string, gone?: string, was?: string, now?: string, lit?: string) =>
      lit ?? (kept ? (come ?? now) : (gone ?? was)) ?? '',
  )
}
