/** What the shapes of a configuration are made of. */

export const text = { type: 'string', minLength: 1 } as const
export const date = { type: 'string', format: 'date' } as const
export const digits9 = { type: 'string', pattern: '^\\d{9}$' } as const
export const identifier = {
  type: 'string',
  pattern: '^(\\d{9}|\\d{11})$',
  description: 'Organisation number, or fødselsnummer or D-number, in quotes',
} as const

/** From one second to a week. */
export const seconds = (description: string) => ({ type: 'number', minimum: 1, maximum: 604_800, description }) as const

/** With these members and no others. */
export const object = <P extends Readonly<Record<string, unknown>>>(
  description: string,
  properties: P,
  required: readonly string[] = [],
) => ({ type: 'object', description, properties, required, additionalProperties: false }) as const
