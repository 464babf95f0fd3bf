/** The code lists of Konkursvarsel v1.1.1 (catalogue, section 4). */

export const noticeTypes = ['aapning', 'sletting', 'oppheving', 'avslutning'] as const
export type NoticeType = (typeof noticeTypes)[number]

/** On a creditor's petition, on the debtor's own, or by compulsory winding-up or dissolution. */
export const konkursgrunnlag = ['B', 'O', 'T'] as const

/** Why a company is wound up or dissolved; stands only beside the `konkursgrunnlag` T. */
export const avviklingskoder = ['TVDL', 'TVRE', 'TVRR', 'TVST', 'TVBA', 'TVOV'] as const

/** How the proceedings ended. Its T is not the T of `konkursgrunnlag`. */
export const avslutningskoder = ['M', 'U', 'T', 'A'] as const
export type Avslutningskode = (typeof avslutningskoder)[number]
