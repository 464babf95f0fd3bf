import type { DetailNames } from '../../../contracts/konkursvarsel/detail-names.ts'
import type { Known, Notice } from './notice.ts'

/** What the detail holds beside the item of the list (catalogue, section 3). What an order says stands in place of it. */
export function detailOf({ order, debtor, linked, konkursbo }: Notice, names: DetailNames): Record<string, unknown> {
  const unit = ({ id, name }: Known) => ({ [names.organisasjonsnummer]: id, [names.navn]: name })
  return {
    ...byType[order.type]?.(order.kjennelsesdato ?? order.registreringstidspunkt.slice(0, 10), names),
    [names.debitornavn]: debtor.name,
    ...(linked.length === 0
      ? {}
      : {
          [names.tilknyttedeEnheter]: linked.map(({ organisasjonsform, ...known }) => ({
            ...unit(known),
            [names.organisasjonsform]: organisasjonsform,
          })),
        }),
    ...(konkursbo === null ? {} : { [names.konkursbo]: unit(konkursbo) }),
    ...order.detail,
  }
}

const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

const byType: Readonly<Record<string, (ruling: string, names: DetailNames) => Record<string, unknown>>> = {
  aapning: (ruling, names) => ({
    konkursgrunnlag: 'B',
    [names.tingrett]: { [names.navn]: 'Brønnøy tingrett' },
    [names.saksnummer]: `${ruling.slice(2, 4)}-000001KON-BRON`,
    [names.bostyrer]: {
      [names.navn]: 'Advokat Åse Prøve',
      [names.postnummer]: '8900',
      [names.poststed]: 'BRØNNØYSUND',
    },
    [names.fristdag]: later(ruling, -7),
    [names.fordringsfrist]: later(ruling, 42),
  }),
  avslutning: (ruling) => ({ avslutningskode: 'M', innstillingsdato: ruling }),
}
