/**
 * Stands in the built client for those of StarterKit's extensions that `schema.ts` switches off: the kit imports them all,
 * and a bundler cannot know that they are never configured. See `resolve.alias` in vite.config.ts.
 */
const leftOut = {
  /** Throws: whoever switches one of these on takes it out of here first. */
  configure(): never {
    throw new Error('This extension is left out of the build. Take it off the list in vite.config.ts.')
  },
}

export {
  leftOut as Blockquote,
  leftOut as BulletList,
  leftOut as Code,
  leftOut as CodeBlock,
  leftOut as HardBreak,
  leftOut as HorizontalRule,
  leftOut as Link,
  leftOut as ListItem,
  leftOut as ListKeymap,
  leftOut as OrderedList,
  leftOut as Underline,
}
