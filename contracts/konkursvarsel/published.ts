import type { NoticeType } from './codes.ts'

/** The fifteen notices of the published test set (catalogue, section 9). Their debtors stand in the open documentation. */
interface PublishedNotice {
  readonly uuid: string
  readonly registreringstidspunkt: string
  readonly type: NoticeType
  readonly debitor: string
}

const row = (uuid: string, registreringstidspunkt: string, type: NoticeType, debitor: string): PublishedNotice => ({
  uuid,
  registreringstidspunkt,
  type,
  debitor,
})

export const publishedNotices: readonly PublishedNotice[] = [
  row('37f86010-2163-43e8-95a9-c9721e8da769', '2018-06-08T11:32:40.200Z', 'aapning', '910375237'),
  row('a2141fbb-812e-4550-8cc3-2a907a841261', '2018-06-08T11:33:28.210Z', 'aapning', '910336819'),
  row('370926f8-c4b4-461a-9d89-210fde5b1817', '2018-06-08T11:34:23.310Z', 'aapning', '08086001471'),
  row('24e10cde-d62b-4923-9c68-893fb81ea6a5', '2018-06-08T11:35:38.100Z', 'aapning', '08086002265'),
  row('f5d61b1c-0728-4217-b210-9cbc7725afc6', '2018-06-08T11:36:33.200Z', 'aapning', '910425463'),
  row('f85ba68a-9b47-4328-aec9-e1411a0bff1f', '2018-06-08T11:46:33.200Z', 'sletting', '910425463'),
  row('1cd30033-f400-42d2-b637-b3e6ce0f792b', '2018-06-08T12:05:06.200Z', 'aapning', '19020101140'),
  row('ef155a82-3624-466c-b594-e6246479e45d', '2018-06-08T12:16:30.100Z', 'aapning', '20020101351'),
  row('1df2a097-a1ae-49c4-9aa5-2a55686a05ef', '2018-06-09T12:05:06.200Z', 'oppheving', '19020101140'),
  row('45c625b3-6edc-49ba-a302-9c9c2422eab3', '2018-07-01T12:16:30.100Z', 'aapning', '910491482'),
  row('7ff5c7ae-4a9a-4bbe-b13c-07aaa7061122', '2018-07-02T11:46:33.200Z', 'aapning', '910018469'),
  row('b45ae651-e6c0-4137-ae6d-75eb819ed7e4', '2018-07-03T12:05:06.200Z', 'aapning', '21097400153'),
  row('54b45823-d66c-496d-b3da-c68b6a854975', '2018-07-04T11:35:38.100Z', 'sletting', '08086002265'),
  row('e393624f-62ac-4ef0-ad5b-ddd94cdf04b7', '2019-03-01T11:46:33.200Z', 'oppheving', '910018469'),
  row('5b290ea5-b9cf-46d9-acf4-28fed4540fdb', '2019-06-10T11:32:40.200Z', 'avslutning', '910375237'),
]
