import type { Act } from '../../contracts/altinn-broker/acts.ts'
import type { LetterSighting } from '../../contracts/dsve/sighting.ts'
import type { Said } from '../words.ts'
import { code, type Row } from './kfr-rows.ts'
import { html, type Part, say } from './markup.ts'

/** What the bank did at the broker, and what the megler learned besides answers, as rows of a table. */

const operationWords: Readonly<Record<string, Said>> = {
  initialise: { nb: 'begynte en forsendelse', en: 'began a transfer' },
  initialiseAndUpload: { nb: 'begynte en forsendelse og la i filen', en: 'began a transfer with its file' },
  upload: { nb: 'la i filen', en: 'uploaded the file' },
  search: { nb: 'søkte', en: 'searched' },
  overview: { nb: 'leste oversikten', en: 'read the overview' },
  details: { nb: 'leste detaljene', en: 'read the details' },
  download: { nb: 'lastet ned', en: 'downloaded' },
  confirm: { nb: 'bekreftet', en: 'confirmed' },
  event: { nb: 'fikk vite om en fil', en: 'was told of a file' },
  exchange: { nb: 'byttet et token', en: 'exchanged a token' },
}

export function actRows({ operation, party, vendor, query, shown, request, download }: Act): readonly Row[] {
  const did = Object.hasOwn(operationWords, operation) ? operationWords[operation] : undefined
  return [
    [{ nb: 'Banken', en: 'The bank' }, did === undefined ? code(operation) : say(did)],
    [
      { nb: 'På vegne av', en: 'On behalf of' },
      party ?? say({ nb: 'ingen som ble trodd', en: 'nobody who was believed' }),
    ],
    ...(vendor === null || vendor === party ? [] : [[{ nb: 'Gjennom', en: 'Through' }, vendor] as Row]),
    ...(query === undefined ? [] : [[{ nb: 'Søk', en: 'Search' }, code(query)] as Row]),
    ...(shown === undefined ? [] : [[{ nb: 'Fant', en: 'Found' }, shown.join(', ') || '–'] as Row]),
    ...(download === undefined ? [] : [[{ nb: 'Fil', en: 'File' }, say(fileWords(download))] as Row]),
    ...(request === undefined ? [] : [[{ nb: 'Ba om', en: 'Asked for' }, asked(request)] as Row]),
  ]
}

const fileWords = ({ bytes, whole }: NonNullable<Act['download']>): Said => ({
  nb: `${bytes} byte, ${whole ? 'hele' : 'ikke hele'}`,
  en: `${bytes} bytes, ${whole ? 'all of it' : 'not all of it'}`,
})

const asked = (request: NonNullable<Act['request']>): Part => html`<pre>${JSON.stringify(request, null, 2)}</pre>`

const letterWords: Readonly<Record<LetterSighting['what'], Said>> = {
  sent: { nb: 'Megleren sendte forespørselen', en: 'The megler sent the request' },
  failed: { nb: 'Altinn Broker kunne ikke ta den med', en: 'Altinn Broker could not carry it' },
  published: { nb: 'Forespørselen ligger klar for banken', en: 'The request lies ready for the bank' },
  confirmed: { nb: 'Banken har bekreftet forespørselen', en: 'The bank has confirmed the request' },
  answered: { nb: 'Banken har svart', en: 'The bank has answered' },
  unmatched: { nb: 'Et svar på noe ukjent', en: 'An answer to nothing that is known' },
}

export const letterRows = ({ what, number, fixture }: LetterSighting): readonly Row[] => [
  [{ nb: 'Hva', en: 'What' }, say(letterWords[what])],
  [{ nb: 'Sak', en: 'Case' }, `${number ?? '–'}, ${fixture ?? '–'}`],
]
