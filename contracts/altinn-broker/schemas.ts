import { Ajv, type ErrorObject } from 'ajv'
import { lazily } from '../lazily.ts'
import { fileTransferStatuses, recipientStatuses, roles } from './statuses.ts'

/** The shapes of wire.ts as JSON Schemas, for whoever sends and whoever receives. One that does not compile stops whoever asks. */

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string' }
const filled = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength })
const party = { type: 'string', pattern: String.raw`^(\d{4}:\d{9}|urn:altinn:organization:identifier-no:\d{9})$` }
const moment = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$`,
}
const guid = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }
const md5 = { type: 'string', pattern: '^[0-9a-f]{32}$' }
const transferStatus = { type: 'string', enum: fileTransferStatuses }
const recipientStatus = { type: 'string', enum: recipientStatuses }
const properties = {
  type: 'object',
  maxProperties: 10,
  propertyNames: { maxLength: 50 },
  additionalProperties: { type: 'string', maxLength: 3000 },
}

const object = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
})

const overview = {
  fileTransferId: guid,
  resourceId: text,
  fileName: text,
  sendersFileTransferReference: text,
  checksum: { ...text, nullable: true },
  useVirusScan: { type: 'boolean' },
  fileTransferSize: { type: 'integer', minimum: 0 },
  fileTransferStatus: transferStatus,
  fileTransferStatusText: text,
  fileTransferStatusChanged: moment,
  created: moment,
  expirationTime: moment,
  sender: party,
  recipients: {
    type: 'array',
    minItems: 1,
    items: object({
      recipient: party,
      currentRecipientFileTransferStatusCode: recipientStatus,
      currentRecipientFileTransferStatusText: text,
      currentRecipientFileTransferStatusChanged: moment,
    }),
  },
  propertyList: properties,
}

const schemas = {
  initialise: object(
    {
      fileName: filled(255),
      // No colon, or the one prefix that is taken off.
      resourceId: { type: 'string', pattern: '^(urn:altinn:resource:)?[^:]{1,255}$' },
      sendersFileTransferReference: filled(4096),
      sender: party,
      recipients: { type: 'array', minItems: 1, items: party },
    },
    {
      propertyList: { ...properties, nullable: true },
      checksum: { ...md5, nullable: true },
      disableVirusScan: { type: 'boolean', nullable: true },
    },
  ),
  initialised: object({ fileTransferId: guid }),
  overview: object({ ...overview, published: { ...moment, nullable: true } }),
  details: object({
    ...overview,
    fileTransferStatusHistory: {
      type: 'array',
      minItems: 1,
      items: object({
        fileTransferStatus: transferStatus,
        fileTransferStatusText: text,
        fileTransferStatusChanged: moment,
      }),
    },
    recipientFileTransferStatusHistory: {
      type: 'array',
      items: object({
        recipient: party,
        recipientFileTransferStatusCode: recipientStatus,
        recipientFileTransferStatusText: text,
        recipientFileTransferStatusChanged: moment,
      }),
    },
  }),
  found: { type: 'array', maxItems: 100, items: guid },
  problem: object(
    { type: text, title: text, status: { type: 'integer', minimum: 400, maximum: 599 }, traceId: text },
    {
      detail: text,
      code: { type: 'string', minLength: 1 },
      errors: { type: 'object', additionalProperties: { type: 'array', items: text } },
    },
  ),
  event: object(
    { specversion: { const: '1.0' }, id: filled(200), type: filled(200), source: filled(2000) },
    {
      time: moment,
      resource: { type: 'string', pattern: '^urn:altinn:resource:' },
      resourceinstance: guid,
      subject: { type: 'string', pattern: String.raw`^urn:altinn:organization:identifier-no:\d{9}$` },
      data: object({ Role: { type: 'string', enum: roles } }),
    },
  ),
  subscribe: object(
    { endPoint: filled(2000) },
    {
      resourceFilter: { ...text, nullable: true },
      subjectFilter: { ...text, nullable: true },
      typeFilter: { ...text, nullable: true },
      sourceFilter: { ...text, nullable: true },
      alternativeSubjectFilter: { ...text, nullable: true },
    },
  ),
} as const satisfies Record<string, Schema>

export type BrokerShape = keyof typeof schemas
export const brokerShapes = Object.keys(schemas) as readonly BrokerShape[]

const ajv = new Ajv({ strict: true, allErrors: true, strictRequired: false })

const compiled = lazily((shape: BrokerShape) => ajv.compile(schemas[shape]))

interface Violation {
  /** The member at the top, `` for the whole. */
  readonly member: string
  /** JSON pointer. */
  readonly at: string
  /** What it must be; never what it is. */
  readonly must: string
}

/** What is wrong with a value; nothing when it has the shape. */
export function violationsOf(shape: BrokerShape, value: unknown): readonly Violation[] {
  const validate = compiled(shape)
  return validate(value) ? [] : (validate.errors ?? []).map(violation)
}

function violation({ instancePath, keyword, params, message }: ErrorObject): Violation {
  const at = keyword === 'required' ? `${instancePath}/${params.missingProperty}` : instancePath
  const must = keyword === 'required' ? 'must be given' : `${message}`
  return { member: at.split('/')[1] ?? '', at, must }
}
