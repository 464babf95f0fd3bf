import { type refused as choices, refused, type Wording } from './differences.ts'

/** A question that is not answered. The text is told to the caller and holds nothing of what was asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  /** For whoever runs the bank, and nobody else; null where the caller alone is to blame. */
  readonly why: string | null

  constructor({ status, code }: Wording, message: string, { headers = {}, why }: Aside = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
    this.why = why ?? null
  }
}

interface Aside {
  readonly headers?: Readonly<Record<string, string>>
  readonly why?: string
}

/** One of the answers that the table of differences chooses. */
export const refuse = (name: keyof typeof choices, message: string, aside?: Aside) =>
  new Refusal(refused[name].here, message, aside)

/** What is wrong with a parameter: the only answer that all documents agree on (catalogue 4.1). */
export const badRequest = (message: string) => new Refusal({ status: 400, code: 'ACC-001' }, message)

export const unauthenticated = () =>
  new Refusal({ status: 401, code: 'ACC-010' }, 'Forespørselen mangler tilgangstoken', {
    headers: { 'www-authenticate': 'Bearer realm="Fjordbanken"' },
  })

export const onlyGet = () =>
  new Refusal({ status: 405, code: 'ACC-012' }, 'Bare GET er tillatt på dette grensesnittet', {
    headers: { allow: 'GET' },
  })
