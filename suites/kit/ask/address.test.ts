import { afterEach, describe, expect, it } from 'vitest'
import { type FakeTarget, fakeTarget, plainRequest } from '../testing/fake-target.ts'
import { addressOf } from './address.ts'
import { openDoors } from './doors.ts'

const open: FakeTarget[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((target) => target.close()))
})

describe('a base URL that is registered with a slash at the end', () => {
  it('is joined to a path by that slash alone', () => {
    expect(addressOf('https://bank.test/v2/', '/accounts')).toBe('https://bank.test/v2/accounts')
    expect(addressOf('https://bank.test/v2', '/accounts')).toBe('https://bank.test/v2/accounts')
  })

  it('is what tokens are for, slash and all', async () => {
    const asked: (string | undefined)[] = []
    const audiences: unknown[] = []
    const target = await fakeTarget((request, response) => {
      asked.push(request.url)
      response.end('{}')
    })
    open.push(target)
    const mint: FakeTarget['control']['mint'] = async (request) => {
      audiences.push(request.recipe.claims?.aud)
      return target.control.mint(request)
    }
    const baseUrl = `${target.baseUrl}/`
    const slashed = { ...target, baseUrl, control: { ...target.control, mint } }
    const watch = { interrupt: new AbortController().signal, waiting: () => undefined }
    const outside = openDoors(slashed, 'run', watch)
    await outside.doors.ask({ ...plainRequest, token: {} })
    await outside.close()
    expect(asked).toEqual([expect.stringMatching(/^\/v2\/accounts/)])
    expect(audiences).toEqual([baseUrl])
  })
})
