/** One server for a whole file of browser tests, with its owner inside: stories are made for each test, so none disturbs another. */
import { type Browser, expect } from '@playwright/test'
import type { Role } from '../../shared/roles.ts'
import { becomeOwner, type Visitor, visitor } from './people.ts'
import { GalleyHouse, type RunningGalley } from './server-process.ts'

export class Stage {
  readonly house = new GalleyHouse()
  galley!: RunningGalley
  owner!: Visitor

  /** Starts it and lets the owner in; no story is there unless `stories` names a folder of them. */
  async open(browser: Browser, name: string, stories = this.house.folder): Promise<void> {
    this.galley = await this.house.start({ stories })
    this.owner = await visitor(browser)
    await becomeOwner(this.owner, this.galley.ownerLink, name)
  }

  /** Ends all; fails when the owner's page had an uncaught error, broke its content policy or called another host. */
  async close(): Promise<void> {
    const faults = [...this.owner.faults]
    await this.owner.context.close()
    await this.house.stop()
    expect(faults).toEqual([])
  }

  /** Takes a file of these words in, in UTF-8; returns the id of the story. */
  async story(name: string, text: string): Promise<string> {
    const made = await this.owner.context.request.post(`${this.galley.url}/api/stories`, {
      multipart: { file: { name, mimeType: 'text/plain', buffer: Buffer.from(text) } },
      headers: { origin: this.galley.url },
    })
    expect(made.status()).toBe(201)
    return ((await made.json()) as { id: string }).id
  }

  /** Makes an invite link without the dialog. */
  async invite(story: string, role: Role): Promise<string> {
    const made = await this.owner.context.request.post(`${this.galley.url}/api/stories/${story}/invites`, {
      data: { role },
      headers: { origin: this.galley.url },
    })
    expect(made.status()).toBe(201)
    return ((await made.json()) as { url: string }).url
  }

  /** Opens the story in this person's page, until it can be read. */
  async enter(person: Visitor, story: string): Promise<void> {
    await person.page.goto(`${this.galley.url}/stories/${story}`)
    await expect(person.text.locator('p, h1, h2, h3').first()).toBeVisible()
  }

  /** Makes a story and opens it as the owner. */
  async write(name: string, text: string): Promise<string> {
    const id = await this.story(name, text)
    await this.enter(this.owner, id)
    return id
  }

  /** The story as a text file, once the owner's page says that all is saved. */
  async exported(story: string): Promise<Buffer> {
    await expect(this.owner.saved).toContainText('Saved')
    return this.bytes(story)
  }

  /** The story as a text file, as the server has it now. */
  async bytes(story: string): Promise<Buffer> {
    return (await this.owner.context.request.get(`${this.galley.url}/api/stories/${story}/export`)).body()
  }
}
