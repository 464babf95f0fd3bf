import type { Outcome } from '../outcome.ts'
import { acknowledged, isRefusal } from '../statuses.ts'
import { type Manifest, manifestName, service } from '../transfer/manifest.ts'
import { isNamedAs, type Payload } from '../transfer/open.ts'
import { keys } from '../transfer/properties.ts'
import { organisationNumberOf } from '../transfer/transfer.ts'
import { type Case, expectedRoot } from './case.ts'
import { loansOf, textOf } from './elements.ts'
import { propertyOf, statusOf } from './metadata.ts'
import { breach, type Problem, tolerated } from './problem.ts'
import { type Reply, type Svar, svarIn } from './reply.ts'

/** The archive of a reply and what lies in it: DSVE-087 to -094. */

export function payloadRules(reply: Reply, asked: Case): readonly Problem[] {
  const { payload } = reply
  if (!payload.ok) {
    const { what, where, remedy } = payload.refusal
    return [breach('DSVE-088', `archive (${where})`, `a readable ZIP: ${remedy}`, what)]
  }
  const acknowledges = !isRefusal(statusOf(reply) ?? '')
  return [
    ...(acknowledges ? acknowledgement(payload.value, statusOf(reply), asked) : invented(reply, asked)),
    ...manifestRules(reply, payload.value.manifest),
    ...payload.value.others
      .filter(() => acknowledges)
      .map((name) => breach('DSVE-094', `archive/${name}`, 'the message and manifest.xml, nothing else', name)),
  ]
}

/** Without a status that says yes, a missing answer is no breach of one. */
function acknowledgement({ documents }: Payload, status: string | undefined, asked: Case): readonly Problem[] {
  const expected = expectedRoot(asked)
  if (documents.length === 0 && status !== acknowledged) return []
  if (documents.length === 0) return [breach('DSVE-087', 'archive', `the ${expected} of ${acknowledged}`, 'no XML')]
  const many =
    documents.length > 1
      ? [breach('DSVE-089', 'archive', `one ${expected}`, documents.map(({ name }) => name).join(', '))]
      : []
  const [{ name, xml } = { name: '', xml: undefined }] = documents
  const root = xml?.ok ? xml.value.root : undefined
  const wrong = root && root.name !== expected ? [breach('DSVE-089', root, expected, root.name)] : []
  const named = isNamedAs(expected, name) ? [] : [breach('DSVE-092', `archive/${name}`, `${expected}_….xml`, name)]
  return [...many, ...wrong, ...named]
}

/** A refusal says no more than no; loans that nobody has are made up. */
function invented(reply: Reply, { known }: Case): readonly Problem[] {
  const svar: Svar | undefined = svarIn(reply)
  const loans = svar ? loansOf(svar.xml.root) : []
  if (svar === undefined || loans.length === 0 || !isRefusal(statusOf(reply) ?? '')) return []
  const numbers = new Set(known.laan.map(({ laanenummer }) => laanenummer))
  const strange = loans.find((loan) => !numbers.has(textOf(loan, 'laanenummer')?.trim() ?? ''))
  return strange
    ? [
        breach(
          'DSVE-087',
          strange,
          'no message in a refusal',
          `a loan that is not the customer's: ${textOf(strange, 'laanenummer') ?? ''}`,
        ),
      ]
    : [tolerated('DSVE-087', svar.xml.root, 'no message in a refusal', svar.xml.root.name)]
}

function manifestRules(reply: Reply, manifest: Outcome<Manifest> | null): readonly Problem[] {
  const place = `archive/${manifestName}`
  if (manifest === null) return [breach('DSVE-090', place, 'a BrokerServiceManifest', 'absent')]
  if (!manifest.ok)
    return [breach('DSVE-091', place, `a BrokerServiceManifest: ${manifest.refusal.remedy}`, manifest.refusal.what)]
  const { transfer } = reply
  const contradicted = [keys.messageType, keys.status].flatMap((key) => {
    const [said, actual] = [propertyOf(transfer.propertyList, key), propertyOf(manifest.value.propertyList, key)]
    return said !== undefined && actual !== undefined && said !== actual
      ? [breach('DSVE-091', `${place}/PropertyList/${key}`, said, actual)]
      : []
  })
  const others = [
    ['ExternalServiceCode', service.externalServiceCode, manifest.value.externalServiceCode],
    ['ExternalServiceEditionCode', service.externalServiceEditionCode, manifest.value.externalServiceEditionCode],
    ['SendersReference', transfer.sendersFileTransferReference, manifest.value.sendersReference],
    ['Reportee', organisationNumberOf(transfer.sender), organisationNumberOf(manifest.value.reportee)],
  ] as const
  const differing = others.filter(([, said, actual]) => said !== actual)
  return [
    ...contradicted,
    ...differing.map(([name, said, actual]) => tolerated('DSVE-091', `${place}/${name}`, said, actual)),
  ]
}
