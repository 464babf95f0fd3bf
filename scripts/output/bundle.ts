import type { JWK } from 'jose'
import { requirement } from '../../contracts/register.ts'
import type { Report, RunRecord } from '../../contracts/report/report.ts'
import { documents } from '../../reports/documents.ts'
import { LeakError } from '../../reports/redact/scan.ts'
import { harnessError } from '../cli/exit.ts'
import type { OutputFolder } from './folder.ts'

/** Makes all documents of a run and writes them, or none. Gives back the report as it may be told. */
export async function writeBundle(folder: OutputFolder, record: RunRecord, sealTo: JWK): Promise<Report> {
  const files = await made(record, sealTo)
  await folder.write(files)
  return JSON.parse(files.get('report.json') ?? '') as Report
}

async function made(record: RunRecord, sealTo: JWK): Promise<ReadonlyMap<string, string>> {
  try {
    return await documents(record, { sealTo, titles: requirement })
  } catch (error) {
    if (error instanceof LeakError) throw harnessError(`the report is withheld: ${error.message}`)
    throw error
  }
}
