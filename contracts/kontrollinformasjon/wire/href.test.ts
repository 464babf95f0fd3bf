import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveHref } from './href.ts'

const base = 'https://bank.example/dsop/v2'
const page = '/accounts/7f3a/transactions?page=2&size=1000'

describe('resolveHref', () => {
  it.each([base, `${base}/`])('puts the href behind %s', (root) => {
    expect(resolveHref(root, page)).toEqual({ form: 'concatenated', path: page })
    expect(resolveHref(root, page.slice(1))).toEqual({ form: 'concatenated', path: page })
  })

  it.each([base, `${base}/`])('knows an href that holds the path of %s', (root) => {
    expect(resolveHref(root, `/dsop/v2${page}`)).toEqual({ form: 'base-path', path: page })
  })

  it('holds the path of the base whole, not its beginning', () => {
    expect(resolveHref('https://bank.example/v2', '/v20/accounts')).toEqual({
      form: 'concatenated',
      path: '/v20/accounts',
    })
  })

  it('takes a base without a path', () => {
    expect(resolveHref('https://bank.example', page)).toEqual({ form: 'concatenated', path: page })
  })

  it('says of an absolute URL that it is one, and follows it below the base only', () => {
    expect(resolveHref(base, `${base}${page}`)).toEqual({ form: 'absolute', path: page })
    const elsewhere = [
      `https://other.example/dsop/v2${page}`,
      `http://bank.example/dsop/v2${page}`,
      `https://bank.example/dsop/v20${page}`,
      `//bank.example/dsop/v2${page}`,
      `${base}/../v3${page}`,
      'javascript:0',
    ]
    for (const href of elsewhere) expect(resolveHref(base, href)).toEqual({ form: 'absolute', path: null })
  })

  it.each([
    '',
    '?page=2',
    '#next',
    '../v3/accounts',
    '/../../admin',
    '/%2e%2e/v3/accounts',
    '/dsop/v2/../../admin',
    '/dsop/v2?page=2',
  ])('leads nowhere with %j', (href) => {
    expect(resolveHref(base, href)).toEqual({ form: 'nowhere', path: null })
  })

  it('keeps the query as it was written and drops a fragment', () => {
    const href = '/accounts/a%2Fb/transactions?cursor=a%3D%3D&cursor=B+c:d//e'
    expect(resolveHref(base, `${href}#here`)).toEqual({ form: 'concatenated', path: href })
  })

  it('never throws, and never leaves the base', () => {
    const hrefs = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webPath(),
      fc.webUrl(),
      fc.array(fc.constantFrom('..', '.', '/', '\\', '%2e', 'v2', 'dsop', '?', 'a')).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(hrefs, (href) => {
        const { path } = resolveHref(base, href)
        if (path === null) return
        const reached = new URL(base + path)
        expect(reached.origin).toBe('https://bank.example')
        expect(reached.pathname.startsWith('/dsop/v2/')).toBe(true)
      }),
    )
  })
})
