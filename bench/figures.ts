/** Figures of a bench: gathering, percentiles, the table at the end and the file they are kept in. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'

export interface Figure {
  name: string
  unit: string
  /** Contestant → value; null = it has no such thing. */
  values: Record<string, number | null>
}

export class Figures {
  readonly all: Figure[] = []

  set(name: string, unit: string, contestant: string, value: number | null): void {
    let figure = this.all.find((known) => known.name === name)
    if (!figure) {
      figure = { name, unit, values: {} }
      this.all.push(figure)
    }
    figure.values[contestant] = value
  }

  /** As Markdown, so that it can go into a page as it is. */
  table(contestants: readonly string[]): string {
    const rows = [
      ['', ...contestants],
      ['---', ...contestants.map(() => '---:')],
      ...this.all.map(({ name, unit, values }) => [
        unit ? `${name}, ${unit}` : name,
        ...contestants.map((contestant) => shown(values[contestant])),
      ]),
    ]
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
    const line = (row: string[]) => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
    return rows.map(line).join('\n')
  }

  /** Into bench/results/NAME.json, with what one needs to judge them. */
  keep(name: string, options: object): string {
    const folder = join(import.meta.dirname, 'results')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, `${name}.json`)
    const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model, load: loadavg() }
    writeFileSync(
      file,
      `${JSON.stringify({ at: new Date().toISOString(), machine, options, figures: this.all }, null, 2)}\n`,
    )
    return file
  }
}

/** The value below which `share` (0…1) of the samples lie; sorts them in place. NaN of nothing. */
export function percentile(samples: number[], share: number): number {
  samples.sort((a, b) => a - b)
  return samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? Number.NaN
}

export function median(samples: readonly number[]): number {
  return percentile([...samples], 0.5)
}

export function say(text: string): void {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)}  ${text}\n`)
}

function shown(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return String(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100)
}
