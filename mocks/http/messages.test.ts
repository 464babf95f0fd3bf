import { describe, expect, it } from 'vitest'
import { listen } from './listen.ts'
import { expressMessages } from './messages.ts'
import { newApp } from './site.ts'

describe('the messages of a server that is made for an application', () => {
  it('are of that application before it has seen them, and of no other', async () => {
    const messages = expressMessages()
    const seen: unknown[] = []
    const app = newApp(messages)
    app.use((request, response) => {
      response.end(`${request.app === app && response.app === app} ${request.get('x-asked')} ${request.query.a}`)
    })
    const listener = await listen(
      (request, response) => {
        seen.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response))
        app(request, response)
        seen.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response))
      },
      { identity: null, name: 'Test', messages },
    )
    const answer = await fetch(`${listener.url}/?a=1`, { headers: { 'X-Asked': 'yes' } })
    expect(await answer.text()).toBe('true yes 1')
    expect(seen).toEqual([app.request, app.response, app.request, app.response])
    const other = newApp(expressMessages())
    expect(Object.is(other.request, app.request)).toBe(false)
    await listener.close()
  })

  it('let a body be read where there is one', async () => {
    const messages = expressMessages()
    const app = newApp(messages)
    app.use(async (request, response) => {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece)
      response.end(Buffer.concat(pieces))
    })
    const listener = await listen((request, response) => app(request, response), {
      identity: null,
      name: 'Test',
      messages,
    })
    expect(await (await fetch(listener.url, { method: 'POST', body: 'said' })).text()).toBe('said')
    expect(await (await fetch(listener.url, { method: 'POST' })).text()).toBe('')
    await listener.close()
  })
})
