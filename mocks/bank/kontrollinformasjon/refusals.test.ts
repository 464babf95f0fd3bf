import { connect } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { minusMonths } from '../../../contracts/calendar.ts'
import { encodedLegalMandate, legalMandate } from '../../../contracts/kontrollinformasjon/profile.ts'
import { violations } from '../../../contracts/kontrollinformasjon/schemas.ts'
import { addDays } from '../world/days.ts'
import { ownedBy } from '../world/queries.ts'
import { defineFault } from './fault.ts'
import { type Answer, day, detailsPath, listPath, sceneOfTests, transactionsPath } from './testing/scene.ts'

const { scene, bank } = sceneOfTests()

type Headers = Record<string, string | null>
const ask = (path: string, headers: Headers = {}, method = 'GET') =>
  scene().ask(bank().baseUrl, { path, headers, method })
const reference = () => String(ownedBy(scene().world, scene().fixtures.P1.id)[0]?.reference)
const earliest = () => minusMonths(scene().fixtures.P1.kjennelsesdato as never, 12)
const operations = () => [
  listPath(earliest()),
  detailsPath(reference(), earliest()),
  transactionsPath(reference(), earliest()),
]

function expectRefusal(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body?.code, answer.text]).toEqual([status, code, expect.anything()])
  expect(answer.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  expect(violations('error', answer.body)).toEqual([])
}

describe('headers', () => {
  const bad: [string, string | null][] = [
    ['AccountInfoRequestID', null],
    ['AccountInfoRequestID', '12345'],
    ['CorrelationID', null],
    ['CorrelationID', 'abc'],
    ['Legal-Mandate', null],
    ['Legal-Mandate', ''],
    ['Legal-Mandate', '%zz'],
    ['Legal-Mandate', '%ff%fe'],
    ['Legal-Mandate', encodeURIComponent('kkl. §156 (4), jf. kkfor.§21')],
    ['Legal-Mandate', encodeURIComponent(`${legalMandate} `)],
    ['Legal-Mandate', encodeURIComponent(legalMandate.toUpperCase())],
    ['Legal-Mandate', encodedLegalMandate.replaceAll('%20', '+')],
    ['Legal-Mandate', encodedLegalMandate.replaceAll('%20', ' ')],
    ['Legal-Mandate', encodeURIComponent(encodedLegalMandate)],
  ]
  it.each(bad)('refuse %s when it is %j, on each operation', async (name, value) => {
    for (const path of operations()) expectRefusal(await ask(path, { [name]: value }), 400, 'ACC-001')
  })

  it.each([null, '', '12345678', '123456789012', 'ABC', '9103 36819'])(
    'refuse PartyID when it is %j',
    async (value) => {
      expectRefusal(await ask(listPath(earliest()), { PartyID: value }), 400, 'ACC-001')
    },
  )

  it('take a mandate in every lawful encoding, and names in any case', async () => {
    const escaped = encodedLegalMandate.replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    for (const mandate of [escaped, encodedLegalMandate.toLowerCase()]) {
      expect((await ask(listPath(earliest()), { 'Legal-Mandate': mandate })).status).toBe(200)
    }
    const lower = {
      'Legal-Mandate': null,
      'legal-mandate': encodedLegalMandate,
      PartyID: null,
      partyid: scene().fixtures.P1.id,
    }
    expect((await ask(listPath(earliest()), lower)).status).toBe(200)
  })

  it('ignore what konkurs has no use for, and do not read the party elsewhere', async () => {
    const plain = await ask(listPath(earliest()))
    const more = await ask(listPath(earliest()), {
      RequesterID: 'x',
      AdditionalReferenceID: 'y',
      AdditionalReferenceIDType: 'z',
    })
    expect(more.body).toEqual(plain.body)
    expectRefusal(
      await ask(`${listPath(earliest())}&PartyID=${scene().fixtures.P1.id}`, { PartyID: null }),
      400,
      'ACC-001',
    )
    const number = String(scene().fixtures.P1.blockedAccounts[0])
    expectRefusal(await ask(listPath(earliest()), { PartyID: null, AccountID: number }), 400, 'ACC-001')
  })

  it('tell the causes apart', async () => {
    const messages = await Promise.all([
      ask(listPath(earliest()), { PartyID: null }),
      ask(listPath(earliest()), { 'Legal-Mandate': 'x' }),
      ask(listPath(addDays(earliest(), -1))),
    ])
    expect(new Set(messages.map(({ body }) => body.message)).size).toBe(3)
  })
})

describe('query', () => {
  const owner = [
    '',
    '?OnlyPrimaryOwner=',
    ...['false', 'FALSE', 'yes', '1', 'True'].map((value) => `?OnlyPrimaryOwner=${value}`),
  ]
  it.each([...owner, '?onlyPrimaryOwner=true', '?OnlyPrimaryOwner=true&OnlyPrimaryOwner=true'])(
    'refuses %j for the owner',
    async (query) => {
      expectRefusal(await ask(`/accounts${query}`), 400, 'ACC-001')
    },
  )

  it.each(['01.01.2026', '2026-1-1', '2026-02-30', '2026-01-01T00:00:00', '', 'x'])(
    'refuses the date %j, on each operation',
    async (date) => {
      for (const path of operations()) {
        for (const name of ['fromDate', 'toDate']) {
          const changed = path.replace(new RegExp(`${name}=[\\d-]+`), `${name}=${encodeURIComponent(date)}`)
          expectRefusal(await ask(changed), 400, 'ACC-001')
        }
      }
    },
  )

  it('refuses periods that are turned round, in the future, given twice, or more than twelve months before the ruling', async () => {
    const paths = operations()
    for (const path of paths) {
      const dated = (from: string, to: string) =>
        path.replace(/fromDate=[\d-]+/, `fromDate=${from}`).replace(/toDate=[\d-]+/, `toDate=${to}`)
      expectRefusal(await ask(dated(day, earliest())), 400, 'ACC-001')
      expectRefusal(await ask(dated(earliest(), addDays(day as never, 30))), 400, 'ACC-001')
      expectRefusal(await ask(dated(addDays(earliest(), -1), day)), 400, 'ACC-001')
      expectRefusal(await ask(`${path}&fromDate=${day}`), 400, 'ACC-001')
      for (const from of [earliest(), addDays(earliest(), 40), String(scene().fixtures.P1.kjennelsesdato), day]) {
        expect((await ask(dated(from, day))).status).toBe(200)
      }
    }
  })
})

describe('the debtor', () => {
  it('must have a konkursvarsel, and strangers learn nothing of who is a customer', async () => {
    const [customer, stranger] = await Promise.all(
      [scene().fixtures.P4.id, '31200000'.padEnd(9, '8')].map((PartyID) => ask(listPath(day), { PartyID })),
    )
    expectRefusal(customer as Answer, 403, 'ACC-011')
    expect(stranger?.text).toBe(customer?.text)
  })

  it('must have one behind the reference too', async () => {
    const [account] = ownedBy(scene().world, scene().fixtures.P4.id)
    for (const path of [detailsPath, transactionsPath])
      expectRefusal(await ask(path(String(account?.reference), day)), 403, 'ACC-011')
  })

  it('is unknown where the reference is', async () => {
    const number = String(scene().fixtures.P1.blockedAccounts[0])
    for (const wrong of ['9c9a4dc1-7f0e-4f5d-8a53-6a8f0a0a5f5e', number, 'æøå', '../x', 'x'.repeat(3000)]) {
      for (const path of [detailsPath, transactionsPath]) expectRefusal(await ask(path(wrong, day)), 404, 'ACC-002')
    }
  })
})

describe('endpoints', () => {
  it.each(['cards', 'roles'])('refuse %s whatever the reference is, to whoever has a token', async (name) => {
    for (const behind of [reference(), 'nobody']) {
      expectRefusal(await ask(`/accounts/${behind}/${name}`), 400, 'ACC-001')
      expectRefusal(await ask(`/accounts/${behind}/${name}`, { Authorization: null }), 401, 'ACC-010')
    }
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('refuse %s everywhere', async (method) => {
    for (const path of [
      ...operations(),
      `/accounts/${reference()}/cards`,
      `/accounts/${reference()}/roles`,
      '/nonsense',
    ]) {
      const answer = await ask(path, {}, method)
      expectRefusal(answer, 405, 'ACC-012')
      expect(answer.headers.allow).toBe('GET')
    }
  })

  it('refuse HEAD without a body', async () => {
    const { status, text } = await ask(listPath(day), {}, 'HEAD')
    expect([status, text]).toEqual([405, ''])
  })

  it.each([
    '/nonsense',
    '/',
    '',
    '/accounts/',
    '/Accounts?OnlyPrimaryOwner=true',
    '/accounts/a/b/c',
    '/accounts/a/transactions/',
  ])('know nothing at %j', async (path) => expectRefusal(await ask(path), 404, 'ACC-002'))

  it('know nothing beside the base URL', async () => {
    for (const path of ['/', '/v1/accounts', '/v20/accounts', '/accounts']) {
      expectRefusal(await scene().ask(bank().listenUrl, { path }), 404, 'ACC-002')
    }
  })
})

describe('malformed requests', () => {
  it.each(['/accounts/%zz', '/accounts/%c3%28/transactions', '/accounts/%'])('refuse the path %j', async (path) => {
    expectRefusal(await ask(path), 400, 'ACC-001')
  })

  const raw: [string, string][] = [
    ['no HTTP at all', 'GARBAGE\r\n\r\n'],
    ['headers beyond the limit', `GET /v2/accounts HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a header without a name', 'GET /v2/accounts HTTP/1.1\r\nHost: x\r\n: x\r\n\r\n'],
    ['a broken body', 'POST /v2/accounts HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['two lengths', 'GET /v2/accounts HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
  ]
  it.each(raw)('refuse %s', async (_, bytes) => {
    const answer = await send(bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toMatch(/\r\nContent-Type: application\/json\r\n/)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual({
      code: 'ACC-001',
      message: expect.any(String),
    })
  })

  it('refuse a mandate in bytes of Latin-1 and of UTF-8', async () => {
    const token = await scene().parties.maskinporten.mint({}, { audience: bank().baseUrl })
    for (const encoding of ['latin1', 'utf8'] as const) {
      const head = [
        `GET /v2${listPath(day)} HTTP/1.1`,
        'Host: x',
        'Connection: close',
        `Authorization: Bearer ${token}`,
        'AccountInfoRequestID: b0a7cd3e-54a6-4a1a-a3c5-6bb3a3b4e0a1',
        'CorrelationID: b0a7cd3e-54a6-4a1a-a3c5-6bb3a3b4e0a2',
        `Legal-Mandate: ${legalMandate}`,
        `PartyID: ${scene().fixtures.P1.id}`,
      ]
      expect(await send(Buffer.from(`${head.join('\r\n')}\r\n\r\n`, encoding))).toMatch(
        /^HTTP\/1\.1 400 [\s\S]*percent-encoded/,
      )
    }
  })

  it('leave the connection open for the next one', async () => {
    const one = `POST /v2/accounts HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc`
    const answer = await send(`${one}GET /v2/accounts HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 405', 'HTTP/1.1 401'])
  })

  /** Everything that comes back until the bank closes the connection. */
  function send(bytes: string | Buffer): Promise<string> {
    const { hostname, port } = new URL(bank().listenUrl)
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), ca: scene().parties.authority.rootPem }, () =>
        socket.write(bytes),
      )
      let answer = ''
      socket.on('data', (chunk) => {
        answer += chunk
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
    })
  }
})

describe('mishaps', () => {
  it('are a 500 that tells nothing', async () => {
    const fault = defineFault({
      id: 'breaks',
      story: 'A part breaks.',
      violates: ['KI-ERR-012'],
      replaces: {
        listAccounts: () => {
          throw new Error('select * from secret')
        },
        showAccount: async () => {
          throw 'no error at all'
        },
      },
    })
    const broken = await scene().start({ faults: [fault] })
    for (const path of operations().slice(0, 2)) {
      const answer = await scene().ask(broken.baseUrl, { path })
      expectRefusal(answer, 500, 'ACC-100')
      expect(answer.text).not.toMatch(/secret|error at all/)
    }
  })

  it('are refused at the start where two faults want the same part', async () => {
    const [one, other] = ['one', 'other'].map((id) =>
      defineFault({
        id,
        story: 'x',
        violates: ['KI-ERR-012'],
        replaces: { correlate: (_request, _response, next) => next() },
      }),
    )
    await expect(scene().start({ faults: [one as never, other as never] })).rejects.toThrow(
      /one and other both replace the part correlate/,
    )
  })
})
