import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strangerAmong } from './shaped-reference.ts'

describe('a reference of nobody', () => {
  it('has no form to take from an empty list', () => {
    expect(strangerAmong([])).toBeNull()
    expect(strangerAmong([''])).toBeNull()
  })

  it('is a uuid among uuids, of the same version', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid({ version: 4 }), { minLength: 2, maxLength: 6 }), (references) => {
        expect(strangerAmong(references)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/)
      }),
    )
  })

  it('is none of the list, and always the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[\w~/+=.-]{12,44}$/), { minLength: 1, maxLength: 8 }),
        (references) => {
          const stranger = strangerAmong(references)
          expect(references).not.toContain(stranger)
          expect(stranger).toBe(strangerAmong(references))
        },
      ),
    )
  })

  it('keeps what all have in common, and uses no letter that none has', () => {
    expect(strangerAmong(['konto-aab-1234567', 'konto-bba-7654321'])).toMatch(/^konto-[konta b]{3}-\d{7}$/)
  })

  it('is as long as the one that it is made from', () => {
    expect(strangerAmong(['QmFuay0wMDAwMDAwMQ', 'QmFuay0wMDAwMDAwMg'])).toHaveLength(18)
  })

  it('changes what is alike in all when nothing else is left', () => {
    expect(strangerAmong(['konto-aaaaab', 'konto-aaaaac'])).toMatch(/^[a-z]{5}-[abc]{6}$|^[konta bc]{5}-[konta bc]{6}$/)
    expect(strangerAmong(['------------'])).toMatch(/^-{12}\d+$/)
  })

  it('is longer than a short one', () => {
    expect(strangerAmong(['17', '18'])?.length).toBeGreaterThanOrEqual(12)
  })
})
