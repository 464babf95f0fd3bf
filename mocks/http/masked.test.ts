import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked } from './masked.ts'

/** Synthetic: the month has 80 added. */
const person = '01895612045'

describe('a path on the terminal', () => {
  it.each([
    '/.well-known/oauth-authorization-server',
    '/locator/lookup/v2/iso6523-actorid-upis%3A%3A0192%3A974760673',
    '/publisher/api/v1/iso6523-actorid-upis::0192:974760673/bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0',
    '/v1/directharvest/Kontrollinformasjon?envelope=false&subject=974760673',
    '/broker/api/v1/filetransfer/30361dd3-7955-4723-9652-02e2d1e90b84/upload',
    '/konkursvarsler/385fad87-1234-4542-8512-123456123abc',
  ])('%s stays as it stood', (path) => expect(masked(path)).toBe(path))

  it.each([
    `/x?pid=${person}`,
    '/x?pid=018956%2012045',
    '/x?pid=018956+12045',
    '/x/%30%31%38%39%35%36%31%32%30%34%35',
    '/x/%2530%2531895612045',
    '/%zz/%30%31895612045',
    '/x?account=8601.11.17947',
    `/x/385fad87-b3e1-4abc-a5ac-a${person}`,
    `/x/385fad87-b3e1-4abc-a5ac-${person}a`,
  ])('%s tells no number', (path) => {
    expect(masked(path)).toContain('{number}')
    expect(masked(path).replace(/\D/g, '').length).toBeLessThan(11)
  })

  it.each([
    'eyJhbGciOiJub25lIn0.eyJpc3MiOiJhIn0.',
    'eyJhbGciOiJub25lIn0.eyJpc3Mi',
    '%65yJhbGciOiJub25lIn0.eyJpc3MiOiJ9.x',
  ])('of %s tells no token', (token) => {
    expect(masked(`/token?assertion=${token}&a=b`)).toBe('/token?assertion={token}&a=b')
  })

  it('steers no screen and is of bounded length', () => {
    expect(masked('/\u001b[2J\r\n\u202e')).toBe('/\ufffd[2J\ufffd\ufffd\ufffd')
    expect(masked(`/${'a '.repeat(1000)}`)).toHaveLength(201)
    expect(masked(`/${'a'.repeat(64)}`)).toBe('/{64 characters}')
  })

  it('hides a number in any company', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(masked(`${before}/${person}/${after}`)).not.toContain(person)
      }),
    )
  })
})
