/** What pages and books of our own have beside words, for readers of ours: HTML of others may have none of it. */

/** What they say that they are made by. */
export const GENERATOR = 'Galley'

/** Of the header that holds a page's title and no words of the text. */
export const TITLE_CLASS = 'story-title'

/** Of a proposed line end, which has no words. */
export const LINE_END_CLASS = 'line-end'

/** Of how a line is proposed to stand, before its first word; it has no words. What it says is there only where it is to be otherwise. */
export const LINE_LOOK_CLASS = 'line-look'
/** The level of a heading, or "" for none. */
export const LOOK_BLOCK = 'data-block'
/** Line ends before it, or "" for as many as is usual. */
export const LOOK_GAP = 'data-gap'
/** The same for people. */
export const LOOK_WORDS = 'data-look'

/** Of the element that holds what somebody said, and nothing about it. */
export const WORDS_CLASS = 'words'

/** Of a rule that draws nothing: a gap between scenes. */
export const GAP_CLASS = 'gap'
/** Its number of line ends, where that is another than WIDE_GAP. */
export const GAP_ENDS = 'data-ends'
/** Line ends of a gap between scenes, where paragraphs are two apart. */
export const WIDE_GAP = 3

/** What a rule draws, where that is something else than DRAWN_BREAK. */
export const BREAK_MARK = 'data-mark'
/** How a line that only parts two scenes is drawn where nothing else is said. */
export const DRAWN_BREAK = '* * *'
