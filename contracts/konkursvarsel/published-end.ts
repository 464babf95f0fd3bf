/**
 * What the fifteen published notices leave behind (catalogue, section 9). `decided`: on oppheving and avslutning the bank
 * decides itself.
 */
export const publishedEnd: Readonly<Record<string, 'locked' | 'open' | 'decided'>> = {
  '910375237': 'decided',
  '910336819': 'locked',
  '08086001471': 'locked',
  '08086002265': 'open',
  '910425463': 'open',
  '19020101140': 'decided',
  '20020101351': 'locked',
  '910491482': 'locked',
  '910018469': 'decided',
  '21097400153': 'locked',
}
