/** The line that shows what a token is good for. */

/** `story`: the one story that the token is for, null = all. */
export function exampleLine(origin: string, token: string, story: string | null): string {
  const path = story === null ? '/api/stories' : `/api/stories/${story}/export?format=txt`
  return `curl -H "Authorization: Bearer ${token}" "${origin}${path}"`
}
