/** Regular English verb forms from a base, for word lists that are kept as bases. Irregular ones are the lists' own business. */

/** `stop!` doubles its last letter: stopped, stopping. Past, third person and participle, not the base itself. */
export function regularForms(entry: string): readonly string[] {
  const doubled = entry.endsWith('!')
  const base = doubled ? entry.slice(0, -1) : entry
  const last = base[base.length - 1]!
  if (doubled) return [`${base}${last}ed`, `${base}s`, `${base}${last}ing`]
  if (last === 'e')
    return [`${base}d`, `${base}s`, /(?:ee|oe|ye)$/.test(base) ? `${base}ing` : `${base.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`, `${base.slice(0, -1)}ies`, `${base}ing`]
  return [`${base}ed`, /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`, `${base}ing`]
}
