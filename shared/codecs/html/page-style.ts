/** How a story's page looks, and the hash that its policy allows it by (CSP Level 3, "hash-source"). */

export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f1d1a; --paper: #fbfaf7; --quiet: #6b655c; --come: #1c6b3a; --gone: #a3302a; --lit: #f6e7a8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e1d8; --paper: #1b1a18; --quiet: #a39c90; --come: #7fcf9a; --gone: #f0938c; --lit: #574a12; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 Literata, Charter, Georgia, serif; }
article { max-width: 34em; margin: 0 auto; padding: 3rem 1.25rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 1em; text-wrap: balance; }
header h1 { margin-top: 0; }
p, h1, h2, h3, h4, h5, h6 { white-space: pre-wrap; overflow-wrap: break-word; unicode-bidi: plaintext; }
p { margin: 0 0 1em; }
hr { border: 0; margin: 2em 0; text-align: center; color: var(--quiet); }
hr::before { content: "* * *"; }
hr[data-mark]::before { content: attr(data-mark); }
hr.gap { margin: 0; height: 2em; }
hr.gap::before { content: none; }
ins { color: var(--come); text-decoration: underline; text-underline-offset: 0.15em; }
del { color: var(--gone); }
.line-end::after { content: "\\00b6"; }
.line-look::after { content: "[" attr(data-look) "]"; margin-right: 0.4em; font-size: 0.8rem; font-weight: normal; }
mark { background: var(--lit); color: inherit; }
sup { line-height: 0; font-size: 0.7em; }
a { color: inherit; }
section { border-top: 1px solid var(--quiet); margin-top: 3rem; padding-top: 1rem; font-size: 0.9rem; }
aside { display: flow-root; margin-bottom: 1rem; }
aside > a { float: left; margin-right: 0.5em; }
aside p { margin: 0; }
aside time { color: var(--quiet); }
@media print { body { background: none; color: #000; font-size: 11pt; } article { max-width: none; padding: 0; } }
`

export const PAGE_STYLE_HASH = 'sha256-DXk2ytusJqBVDorBhr6IlwPGAxkhYsIoeSIp9PmdTp0='
