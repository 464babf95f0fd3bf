import type { Said } from '../words.ts'

/** The only way in which text becomes markup: whatever is put into the template is escaped, unless it is markup itself. */

const made = new WeakSet<object>()

export interface Markup {
  readonly text: string
}
export type Part = Markup | string | number | readonly Part[]

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.reduce((all, string, at) => `${all}${at === 0 ? '' : render(parts[at - 1] ?? '')}${string}`, '')
  return trusted(text)
}

/** For constants of this folder only: style and script. */
export function trusted(text: string): Markup {
  const markup = { text }
  made.add(markup)
  return markup
}

function render(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  if ('text' in part) {
    if (!made.has(part)) throw new TypeError('markup must come from the html template')
    return part.text
  }
  return part.map(render).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Control characters become their pictures; what would turn the direction of the text around, or hide in it, becomes
 * U+FFFD: nobody who is judged writes on this page.
 */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>"']/g, (one) => entities[one] ?? one)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be shown as pictures
      .replace(/[\u0000-\u0008\u000b-\u001f]/g, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)))
      .replace(/[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
  )
}

/** The same in both languages; the page shows one of them. */
export const say = ({ nb, en }: Said): Markup =>
  nb === en ? html`${nb}` : html`<span class="nb" lang="nb">${nb}</span><span class="en" lang="en">${en}</span>`

/** Titles of requirements mark names of the interface with backticks. */
export const ticked = (text: string): Markup =>
  html`${text.split('`').map((part, at, all) => (at % 2 === 1 && at < all.length - 1 ? html`<code>${part}</code>` : `${at % 2 === 1 ? '`' : ''}${part}`))}`

export const sayTicked = ({ nb, en }: Said): Markup =>
  nb === en
    ? ticked(nb)
    : html`<span class="nb" lang="nb">${ticked(nb)}</span><span class="en" lang="en">${ticked(en)}</span>`

/** A file or path, to be broken behind a slash. */
export const path = (text: string): Markup =>
  html`<code>${text.split('/').map((part, at) => html`${at === 0 ? '' : html`/<wbr>`}${part}`)}</code>`
