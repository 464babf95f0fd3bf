import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { publishedSchema } from './schema.ts'

const file = join(import.meta.dirname, 'samsvar.config.schema.json')

/** `UPDATE_SCHEMA=1 npx vitest run contracts/config/schema.test.ts` writes it anew; biome formats it afterwards. */
it('the published schema is the one that configurations are read by', () => {
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, `${JSON.stringify(publishedSchema, null, 2)}\n`)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(publishedSchema)))
})

it('is a schema of draft 2020-12 that tells right from wrong', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
  addFormats.default(ajv)
  const validate = ajv.compile(publishedSchema)
  const good = {
    schema: 'samsvar.config/1',
    participant: { name: 'Testbanken', organisationNumber: '314703103' },
    baseUrl: 'https://localhost:4711/v2',
    parties: {},
    keystore: 'c.keystore.json',
    fixtures: { P2: { id: '08086001471', kjennelsesdato: '2026-10-30' }, A5: { owner: 'P2', accountIdentifier: 'x' } },
  }
  expect(validate(good)).toBe(true)
  expect(validate({ ...good, baseUrl: 'http://localhost' })).toBe(false)
  expect(validate({ ...good, fixtures: { A5: { accountIdentifier: 'x' } } })).toBe(false)
})
