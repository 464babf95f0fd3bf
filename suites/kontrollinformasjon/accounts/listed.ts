import type { Answer } from '../../kit/ask/answer.ts'

/** An account of a list, and the JSON pointer to it. */
export interface Listed {
  readonly at: string
  readonly account: Readonly<Record<string, unknown>>
}

/** The accounts of a list with their places; what is no object is left to the schema. */
export function listedIn({ body }: Answer): readonly Listed[] {
  const { accounts } = (body ?? {}) as { accounts?: unknown }
  if (!Array.isArray(accounts)) return []
  return accounts
    .map((account, index) => ({ at: `/accounts/${index}`, account }))
    .filter(({ account }) => account !== null && typeof account === 'object')
}

/** Separators in a number are another row's business (KI-ACC-037). */
export const digitsOf = (value: unknown): string => String(value ?? '').replace(/\D/g, '')
