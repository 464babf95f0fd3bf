import { mkdirSync } from 'node:fs'
import { type Files, openFiles } from './files.ts'
import { type Ledger, openLedger } from './ledger.ts'
import type { BrokerSettings } from './settings.ts'
import { statusOf } from './transfer.ts'

/** What outlives the process: the ledger of transfers, and their files. */
export interface Kept {
  readonly ledger: Ledger
  readonly files: Files
}

/** Throws an Error that names the folder that cannot be used. Null: in a temporary one. */
export function openFolder(folder: string | null, { mostTransfers }: BrokerSettings): Kept {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ledger = openLedger({ folder, mostTransfers })
  const holdsFile = (id: string) => {
    const transfer = ledger.transfers.get(id)
    return (
      transfer !== undefined && ['UploadProcessing', 'Published', 'AllConfirmedDownloaded'].includes(statusOf(transfer))
    )
  }
  return { ledger, files: openFiles({ folder, isKnown: holdsFile }) }
}

export function closeFolder({ ledger, files }: Kept): void {
  ledger.close()
  files.close()
}
