import { consumerOrganisationNumber } from '../../../contracts/kontrollinformasjon/profile.ts'

/** What OAS2 knows and konkurs has no data for (catalogue 1.3). */
export const optionalHeaders = {
  AdditionalReferenceID: encodeURIComponent('konkurs 1/26'),
  AdditionalReferenceIDType: 'srf',
  RequesterID: consumerOrganisationNumber,
} as const
