import {
  bankruptcyMandate,
  fileLimits,
  type KfrVersion,
  usualBasePaths,
  usualIngestPerSecond,
} from '../../contracts/kfr/operations.ts'
import { consumerOrganisationNumber } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Presentations } from '../tls/presentations.ts'

/** What of the register is a figure, or is written in no document (catalogue, section 8). */
export interface KfrSettings {
  /** Below the host, without a slash at the end. Reporting lies in that of 1.1.2. */
  readonly basePaths: Readonly<Record<KfrVersion, string>>
  /** Relationships of a batch that are stored in a second; null as quickly as can be. */
  readonly ingestPerSecond: number | null
  /** Bytes of the list in a batch. */
  readonly mostFileBytes: number
  /** Years for which what has ended is kept. */
  readonly years: number
  /** Whether check digits of customers are looked at (open question 4). */
  readonly checksDigits: boolean
  /** Whether `accountServicingProvider` spells its member both ways. */
  readonly bothSpellings: boolean
  /** What the own look-up without its slash at the end is answered (KFRB-045). */
  readonly withoutSlash: 'refused' | 'served'
  /** Whether a token is taken without the word Bearer before it, as the real consumer may send it (catalogue, section 1). */
  readonly takesBareTokens: boolean
  /** Whether TLS 1.0 and 1.1 are spoken as well. */
  readonly speaksOldTls: boolean
  /** Whether HTTP without TLS is answered as well. */
  readonly answersPlainHttp: boolean
  /** Mandates that were agreed on, by organisation number. Whoever is not listed may have any. */
  readonly mandates: Readonly<Record<string, readonly string[]>>
  /** Who may ask for what the customer owns, and for nothing else (KFRO-051). */
  readonly ownersOnly: readonly string[]
  /** What `aud` of a token must be; null looks at none: no document names the audience of the register. */
  readonly audience: string | null
}

export const usualSettings: KfrSettings = {
  basePaths: usualBasePaths,
  ingestPerSecond: usualIngestPerSecond,
  mostFileBytes: fileLimits.atMost,
  years: 10,
  checksDigits: false,
  bothSpellings: false,
  withoutSlash: 'refused',
  takesBareTokens: false,
  speaksOldTls: false,
  answersPlainHttp: false,
  mandates: { [consumerOrganisationNumber]: [bankruptcyMandate.text] },
  ownersOnly: [consumerOrganisationNumber],
  audience: null,
}

/** Throws an Error that names the setting and what it may be. */
export function checkedSettings(changes: Partial<KfrSettings>): KfrSettings {
  const settings = { ...usualSettings, ...changes }
  const { ingestPerSecond, mostFileBytes, years, basePaths } = settings
  require(ingestPerSecond === null || isWhole(ingestPerSecond), 'ingestPerSecond', 'a whole number from 1, or null')
  require(isWhole(mostFileBytes), 'mostFileBytes', 'a whole number from 1')
  require(isWhole(years), 'years', 'a whole number from 1')
  for (const [version, path] of Object.entries(basePaths))
    require(/^(?:\/[\w.~-]+)*$/.test(
      path,
    ), `basePaths of ${version}`, 'a path without a slash at the end, as /kar-ws/api/v1')
  require(basePaths['1.1.2'] !==
    basePaths['2.0'], 'basePaths', 'two paths, since nothing else tells the versions apart')
  return settings
}

const isWhole = (value: number) => Number.isInteger(value) && value >= 1

function require(holds: boolean, name: string, expected: string): void {
  if (!holds) throw new Error(`Kundeforholdsregisteret: ${name} must be ${expected}`)
}

/** TLS 1.0 and 1.1 with what was good enough then. */
const oldTls = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const

/** What a connection begins with: where old TLS is spoken as well, also once the register is lawful again. */
export const presentationsOf = ({ speaksOldTls }: KfrSettings, presentations: Presentations): Presentations =>
  speaksOldTls ? { ...presentations, lawful: { ...presentations.lawful, ...oldTls } } : presentations
