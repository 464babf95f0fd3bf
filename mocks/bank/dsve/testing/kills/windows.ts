import type { Death } from '../../../../testing/dying.ts'

/** Where bank and broker are killed: between two things that belong together. */

export interface Window {
  readonly name: string
  readonly victim: 'bank' | 'broker'
  readonly death: Death
}

const of =
  (victim: Window['victim']) =>
  (moment: string, side: Death['side'], name: string): Window => ({ name, victim, death: { moment, side } })
const bank = of('bank')
const broker = of('broker')

export const windows: readonly Window[] = [
  bank('overview', 'before', 'told of a request, nothing noted'),
  bank('overview', 'after', 'noted, not downloaded'),
  bank('payload', 'before', 'downloaded, not stored'),
  bank('payload', 'halfway', 'downloaded, stored by half'),
  bank('payload', 'after', 'stored, not confirmed'),
  bank('confirmed', 'before', 'confirmed, not noted'),
  bank('reply', 'before', 'answer written, not stored'),
  bank('reply', 'halfway', 'answer stored by half'),
  bank('reply', 'after', 'answer stored, not initialised'),
  bank('transfers', 'before', 'initialised, not noted'),
  bank('transfers', 'after', 'initialised and noted, not uploaded'),
  bank('uploaded', 'after', 'uploaded, nothing noted'),
  bank('done', 'before', 'seen as published, not noted'),
  bank('done', 'halfway', 'noted as published by half'),

  broker('request Initialized', 'after', 'request initialised, not told'),
  broker('request UploadStarted', 'after', 'request on its way'),
  broker('request UploadProcessing', 'before', 'request here, not recorded'),
  broker('request UploadProcessing', 'halfway', 'request recorded by half'),
  broker('request UploadProcessing', 'after', 'request recorded, not told'),
  broker('request DownloadStarted', 'after', 'request on its way to the bank'),
  broker('request AllConfirmedDownloaded', 'before', 'confirmation of the bank not recorded'),
  broker('request AllConfirmedDownloaded', 'halfway', 'confirmation of the bank recorded by half'),
  broker('request AllConfirmedDownloaded', 'after', 'confirmation of the bank recorded, not told'),
  broker('answer Initialized', 'before', 'answer not initialised'),
  broker('answer Initialized', 'after', 'answer initialised, not told'),
  broker('answer UploadStarted', 'after', 'answer on its way'),
  broker('answer UploadProcessing', 'before', 'answer here, not recorded'),
  broker('answer UploadProcessing', 'halfway', 'answer recorded by half'),
  broker('answer UploadProcessing', 'after', 'answer recorded, not told'),
  broker('answer Published', 'before', 'answer not published'),
  broker('answer Published', 'after', 'answer published, nobody told'),
  broker('answer DownloadStarted', 'after', 'answer on its way to the megler'),
  broker('answer AllConfirmedDownloaded', 'before', 'confirmation of the megler not recorded'),
  broker('answer AllConfirmedDownloaded', 'after', 'confirmation of the megler recorded, not told'),
  broker('event carried', 'before', 'event taken, not noted: it comes again'),
]
