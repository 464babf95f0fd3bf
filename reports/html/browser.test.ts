import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { requirement } from '../../contracts/register.ts'
import { certified, usually } from '../../suites/ytelse/testing/certified.ts'
import { goldenLetters } from '../golden/letters.ts'
import { golden, goldenTitles } from '../golden/record.ts'
import { redact } from '../redact/record.ts'
import { reportHtml } from './page.ts'
import { chromium, open } from './testing/chromium.ts'

const page = reportHtml(redact(golden), goldenTitles)
const withLetters = reportHtml(redact(goldenLetters), goldenTitles)
/** Six windows of an hour and a half of load, some of it slow. */
const withLoad = reportHtml(redact(await certified({ behaviour: (window) => usually(200, window) })), requirement)

/** The page with a script of the test, which its policy would refuse. What the script gives back comes out of the browser. */
function withScript(source: string, before: readonly string[] = [], report = page): string {
  const scripts = [...before, `(async () => { ${source} })().then(tell, (error) => tell(String(error)))`]
  const tell = `function tell(value) { const told = document.createElement('template'); told.id = 'told'
    told.setAttribute('data-told', encodeURIComponent(JSON.stringify(value))); document.body.append(told) }
    const hashChange = () => new Promise((passed) => addEventListener('hashchange', passed, { once: true }))`
  return report
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</body>', () => `${[tell, ...scripts].map((text) => `<script>${text}</script>`).join('')}</body>`)
}

async function told(document: string, search = '', more: readonly string[] = []): Promise<unknown> {
  const { dom } = await open(document, search, more)
  const [, value] = /id="told" data-told="([^"]*)"/.exec(dom) ?? []
  if (value === undefined) throw new Error('the script of the test did not come to its end')
  return JSON.parse(decodeURIComponent(value))
}

describe.skipIf(chromium === undefined)(
  `report.html in Chromium${chromium === undefined ? ' (skipped: no chromium in PATH or /usr/bin)' : ''}`,
  () => {
    it('renders in Norwegian without a word in the console, and nothing of the participant becomes an element', async () => {
      const { dom, console } = await open(page)
      expect(console).toEqual([])
      expect(dom).toMatch(/^<!DOCTYPE html>\s*<html lang="nb">/i)
      expect(dom).toContain(
        '<title>Prøvebanken &lt;b&gt;Sør&lt;/b&gt; &amp; Nord: Brudd på krav, 10 av 25 krav er vurdert – samsvar</title>',
      )
      expect([...dom.matchAll(/<script/g)]).toHaveLength(1)
      expect([...dom.matchAll(/<details[^>]* class="exchange/g)].length).toBeGreaterThan(5)
    })

    it('turns English, and opens the exchange that a link leads to', async () => {
      const { dom, console } = await open(page, '?lang=en#x3')
      expect(console).toEqual([])
      expect(dom).toMatch(/<html lang="en">/)
      expect(dom).toContain('Requirements breached, 10 of 25 requirements judged – samsvar</title>')
      expect(dom).toMatch(/<details class="exchange print" id="x3" open="">/)
    })

    it('changes all of its words, its language and its title when somebody chooses the other language', async () => {
      const source = `
        const shown = (name) => [...document.querySelectorAll('main .' + name + ', footer .' + name)]
          .filter((one) => getComputedStyle(one).display !== 'none').length
        const state = () => ({ nb: shown('nb') > 0, en: shown('en') > 0, lang: document.documentElement.lang,
          title: /judged/.test(document.title) })
        const before = state()
        document.getElementById('lang-en').click()
        const after = state()
        document.getElementById('lang-nb').click()
        return [before, after, state()]`
      const norwegian = { nb: true, en: false, lang: 'nb', title: false }
      const english = { nb: false, en: true, lang: 'en', title: true }
      expect(await told(withScript(source))).toEqual([norwegian, english, norwegian])
    })

    it('leads from the story to the look-up that it tells of', async () => {
      const source = `
        const [link] = document.querySelectorAll('.story a[href="#d3"]')
        const told = link.closest('li').textContent
        const led = hashChange()
        link.click()
        await led
        const deed = document.getElementById('d3')
        return [told.includes('NICS Sparebank'), deed.open, deed.textContent.includes('customer')]`
      expect(await told(withScript(source))).toEqual([true, true, true])
    })

    it('leads from a finding into its letter, and opens it where somebody has closed it', async () => {
      const source = `
        const [finding] = document.querySelectorAll('.finding a[href^="#o1-"]')
        const mark = document.getElementById(finding.hash.slice(1))
        const letter = mark.closest('details')
        const before = letter.open
        letter.open = false
        const led = hashChange()
        location.hash = finding.hash
        await led
        return [before, letter.open, mark.getBoundingClientRect().height > 0, mark.querySelector('a').hash.slice(1)
          === finding.closest('.finding').id]`
      expect(await told(withScript(source, [], withLetters))).toEqual([true, true, true, true])
      const { console, dom } = await open(withLetters)
      expect(console).toEqual([])
      expect(dom).not.toMatch(/<img|<b>Status/)
    })

    it.each<readonly [string, string, readonly string[], string]>([
      ['in Norwegian', '', [], page],
      ['in English', '?lang=en', [], page],
      ['in the dark', '', ['--force-dark-mode'], page],
      ['on a telephone', '', ['--window-size=500,900'], page],
      ['with letters', '', [], withLetters],
      [
        'with letters in the dark, on a telephone',
        '?lang=en',
        ['--force-dark-mode', '--window-size=500,900'],
        withLetters,
      ],
      ['with load for certification, in the dark', '?lang=en', ['--force-dark-mode'], withLoad],
      ['with load for certification, on a telephone', '', ['--window-size=500,900'], withLoad],
    ])('has nothing that WCAG 2.2 AA forbids, %s', async (_how, search, more, report) => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      const source = `
        for (const one of document.querySelectorAll('details')) one.open = true
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        const { violations, passes } = await axe.run(document, { runOnly: tags })
        return { dark: matchMedia('(prefers-color-scheme: dark)').matches, looked: passes.length > 20,
          violations: violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')) }`
      expect(await told(withScript(source, [axe], report), search, more)).toEqual({
        dark: more.includes('--force-dark-mode'),
        looked: true,
        violations: [],
      })
    })
  },
)
