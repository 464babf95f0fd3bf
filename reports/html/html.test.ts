// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of a shell, not of ours
import { describe, expect, it } from 'vitest'
import { golden, goldenTitles } from '../golden/record.ts'
import { redact } from '../redact/record.ts'
import { curl } from './curl.ts'
import { html, type Markup, ticked } from './markup.ts'
import { reportHtml } from './page.ts'

const redacted = redact(golden)
const page = reportHtml(redacted, goldenTitles)

describe('markup', () => {
  it('escapes everything that is put in', () => {
    const hostile = `<b a="x" b='y'>&`
    expect(html`<p title="${hostile}">${[hostile, 1]}</p>`.text).toBe(
      '<p title="&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;">&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;1</p>',
    )
    expect(html`${'\u0000\u202e\ud800'}`.text).toBe('\u2400\ufffd\ufffd')
  })

  it('marks names of the interface, and escapes them', () => {
    expect(ticked('a `<b>` c').text).toBe('a <code>&lt;b&gt;</code> c')
    expect(ticked('a ` b').text).toBe('a ` b')
  })

  it('takes no markup but its own', () => {
    expect(() => html`${{ text: '<script>' } as Markup}`).toThrow(TypeError)
  })
})

describe('report.html', () => {
  it('fetches nothing', () => {
    expect(page).not.toMatch(/\b(?:src|srcset|poster|action|data|background)\s*=/i)
    expect([...page.matchAll(/href="([^"]*)"/g)].filter(([, to]) => !to?.startsWith('#'))).toEqual([])
    expect(page).not.toMatch(/@import|url\(/i)
    expect(page).toContain('default-src &#39;none&#39;')
  })

  it('has one script, its own', () => {
    expect([...page.matchAll(/<script/g)]).toHaveLength(1)
    expect(page).not.toMatch(/\son[a-z]+\s*=\s*"/i)
  })

  it('has every id once, and every link leads somewhere', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, to] of page.matchAll(/(?:href="#|labelledby=")([^"]+)"/g)) expect(ids).toContain(to)
  })

  it('has its headings in order', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels[0]).toBe(1)
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
  })

  it('says everything in both languages', () => {
    expect([...page.matchAll(/<span class="nb" lang="nb">/g)]).toHaveLength(
      [...page.matchAll(/<span class="en" lang="en">/g)].length,
    )
  })

  it('gives every column and row of its tables a scope', () => {
    expect(page.match(/<th(?![a-z])(?![^>]*scope=)/g)).toBeNull()
  })

  it('shows each verdict with a sign and a word', () => {
    for (const verdict of ['fail', 'inconclusive', 'warn', 'pass', 'not-applicable', 'not-tested']) {
      expect(page).toMatch(
        new RegExp(`<span class="badge ${verdict}"><span class="mark" aria-hidden="true">[^<]+</span><span`),
      )
    }
  })
})

describe('curl', () => {
  const of = (at: number) => curl(redacted.exchanges[at] ?? (redacted.exchanges[0] as never))

  it('asks the same question, with variables for what is hidden or new', () => {
    expect(of(0)).toBe(
      [
        'curl --globoff -i -X "GET" "${BASE_URL}/accounts?OnlyPrimaryOwner=true&fromDate=2025-11-22&toDate=2026-11-21"',
        '  -H "Authorization: Bearer ${TOKEN}"',
        '  -H "Accept: application/jose"',
        '  -H "Legal-Mandate: kkl.%20%C2%A7156%20(3)%20og%20(4)%2C%20jf.%20kkfor.%C2%A721"',
        '  -H "PartyID: ${P1_ID}"',
        '  -H "CorrelationID: ${CORRELATIONID}"',
        '  -H "AccountInfoRequestID: ${ACCOUNTINFOREQUESTID}"',
      ].join(' \\\n'),
    )
    expect(of(1)).toContain('"${BASE_URL}/accounts/${REFERANSE_2}/transactions?')
    expect(of(3)).not.toContain('Authorization')
  })

  it('tells another way, a body, and what stood in the place of a token', () => {
    const [exchange] = redacted.exchanges
    if (exchange === undefined) throw new Error('the record has no exchange')
    const request = { ...exchange.request, token: null, authorization: 'Basic', body: '{}', via: 'plain-http' as const }
    const line = curl({ ...exchange, request })
    expect(line).toContain('"${BASE_URL_WITHOUT_TLS}/accounts?')
    expect(line).toContain('-H "Authorization: Basic"')
    expect(line).toContain('--data-raw "{}"')
  })

  it('runs nothing that somebody put into it', () => {
    expect(of(2)).toContain('-H "Legal-Mandate: ERROR \\$(rm -rf /) \\`id\\` \\"quoted\\""\'!\'""')
  })
})
