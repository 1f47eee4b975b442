/** <style-counts>: matters of taste as numbers, chapter by chapter, for who asked to see style. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ChapterStyle } from '../../../shared/proof/style-report.ts'
import { LightElement } from '../../ui/light-element.ts'
import { counted } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import type { ChecksContext } from './checks-context.ts'
import { ruleTitle } from './finding-words.ts'

@customElement('style-counts')
export class StyleCounts extends LightElement {
  @property({ attribute: false }) checks!: ChecksContext

  @state() private chapters: readonly ChapterStyle[] = []
  private readonly watch = new Watch(this)
  /** Of these lines the numbers are. */
  private asked: unknown = null

  protected override render(): TemplateResult | typeof nothing {
    const { checking } = this.checks
    const left = this.watch.read(checking.left)
    const lines = this.watch.read(checking.lines)
    const rules = this.watch.read(checking.rules)
    if (left === 0 && lines !== this.asked) void this.ask(lines)
    const told = this.chapters.filter(({ counts }) => Object.keys(counts).length > 0)
    if (told.length === 0) return nothing
    return html`<details class="group style-counts" open>
      <summary><span>By chapter</span><span class="grow"></span><span class="count">${told.length.toLocaleString('en')}</span></summary>
      <dl>
        ${told.map(
          (chapter) => html`<div>
            <dt>${chapterName(chapter, this.chapters)}<small class="hush">${counted(chapter.words, 'word')}</small></dt>
            <dd>${Object.entries(chapter.counts)
              .sort(([, one], [, other]) => other - one)
              .map(
                ([rule, count]) =>
                  html`<span class="chip">${ruleTitle(rule, rules)} ${count.toLocaleString('en')}</span> `,
              )}</dd>
          </div>`,
        )}
      </dl>
    </details>`
  }

  private async ask(lines: unknown): Promise<void> {
    this.asked = lines
    const chapters = await this.checks.checking.report()
    if (this.asked === lines) this.chapters = chapters
  }
}

/** "Low Water", "Low Water, scene 2", "Scene 2"; "The whole story" where it is one. */
export function chapterName(
  { title, scene }: Pick<ChapterStyle, 'title' | 'scene'>,
  all: readonly Pick<ChapterStyle, 'title' | 'scene'>[],
): string {
  if (all.length === 1) return title ?? 'The whole story'
  const parted = scene > 1 || all.some((other) => other.title === title && other.scene > 1)
  if (title === null) return parted ? `Scene ${scene}` : 'Beginning'
  return parted ? `${title}, scene ${scene}` : title
}

declare global {
  interface HTMLElementTagNameMap {
    'style-counts': StyleCounts
  }
}
