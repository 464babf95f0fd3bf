import type { Implication } from '../../relations.ts'

/**
 * Token probes (TD) and the KI-AUT rows. A probe changes one thing and the KI row speaks of the kind, so the probe implies
 * the KI row. Two sorts of probes imply nothing: those that the catalogue lets pass with 200 (TD-081, -089, -090, -107,
 * -114), and those beside a KI row that is one other probe (TD-021 and -022 beside KI-AUT-005, which is TD-020).
 */
export const tokenRows: readonly Implication[] = [
  {
    these: ['TD-002', 'TD-003', 'TD-006', 'TD-007', 'TD-008', 'TD-009'],
    imply: ['KI-AUT-002'],
    why: 'Each is one malformed Authorization value.',
  },
  { these: ['TD-004'], imply: ['KI-AUT-024'], why: 'Same call; the KI row is a SHOULD.' },
  { these: ['TD-024'], imply: ['KI-AUT-003'], why: 'A swapped consumer is one altered payload.' },
  {
    these: ['TD-027', 'TD-028', 'TD-031', 'TD-032', 'TD-033', 'TD-037', 'TD-039'],
    imply: ['KI-AUT-004'],
    why: 'The key that signed is not in the issuer’s set, whatever the header says.',
  },
  { these: ['TD-025', 'TD-026'], imply: ['KI-AUT-006'], why: 'Each is one way to write the public key as a secret.' },
  { these: ['TD-040', 'TD-041', 'TD-080', 'TD-083'], imply: ['KI-AUT-007'], why: 'Each is one other issuer.' },
  {
    these: ['KI-AUT-022'],
    imply: ['TD-080'],
    why: 'The test issuer is the other environment of a production instance.',
  },

  {
    these: ['KI-AUT-003'],
    imply: ['KI-AUT-004'],
    why: 'One check of the signature notices both, a payload and a key that do not fit it.',
  },
  {
    these: ['KI-AUT-003', 'KI-AUT-004'],
    imply: ['KI-AUT-005'],
    why: 'Who looks at no signature takes an empty one, and who refuses forgeries wrongly refuses that one so.',
  },

  // Time: who accepts more, accepts less.
  { these: ['KI-AUT-008'], imply: ['TD-060'], why: 'Who accepts a token five minutes old accepts one of 60 seconds.' },
  { these: ['TD-060'], imply: ['TD-061'], why: 'Who accepts 60 seconds accepts 5.' },
  { these: ['TD-063', 'TD-064'], imply: ['KI-AUT-009'], why: 'nbf and iat in the future, one each.' },
  { these: ['TD-071'], imply: ['KI-AUT-019'], why: 'Ten calls are several calls.' },
  {
    these: ['KI-AUT-020'],
    imply: ['TD-050'],
    why: 'The probe also limits how many calls may be refused after rotation.',
  },

  // Audience and scope.
  {
    these: ['TD-084', 'TD-085', 'TD-086', 'TD-088', 'TD-091'],
    imply: ['KI-AUT-011'],
    why: 'Each is one audience that is not the registered base URL.',
  },
  {
    these: ['TD-100', 'TD-101', 'TD-102', 'TD-103', 'TD-104', 'TD-105'],
    imply: ['KI-AUT-013'],
    why: 'Each is one scope that is not the required one; the KI row speaks of all.',
  },
  {
    these: ['TD-102', 'TD-106'],
    imply: ['KI-AUT-014'],
    why: 'Look-alikes refused and lists accepted: the two halves of the KI row.',
  },

  {
    these: ['KI-AUT-013'],
    imply: ['KI-AUT-014'],
    why: 'Who lets any scope pass lets the look-alikes pass, and refuses them no better.',
  },
  {
    these: ['KI-AUT-012'],
    imply: ['KI-URL-004', 'KI-URL-005', 'KI-URL-006'],
    why: 'Who refuses the lawful token does not serve the lawful call.',
  },
  {
    these: ['KI-AUT-019'],
    imply: ['KI-URL-005', 'KI-URL-006'],
    why: 'A case has one token for its accounts, and who takes it once serves the first of them alone.',
  },

  // Organisation.
  {
    these: ['TD-110', 'TD-111', 'TD-112', 'TD-117', 'TD-124', 'TD-125'],
    imply: ['KI-AUT-015'],
    why: 'The request carries the konkurs mandate and the consumer is not Brreg.',
  },
  { these: ['TD-115'], imply: ['KI-AUT-025'], why: 'Same token; the KI row is a MAY.' },
  { these: ['KI-AUT-016', 'KI-AUT-018'], imply: ['TD-121'], why: 'The probe leaves out both claims.' },
  {
    these: ['TD-120'],
    imply: ['KI-AUT-017', 'KI-AUT-015'],
    why: 'Same token, and its consumer is not Brreg; the KI rows are SHOULD.',
  },
  { these: ['TD-122'], imply: ['KI-AUT-018'], why: 'An unknown client_id; the KI row is a SHOULD.' },
  { these: ['TD-123'], imply: ['KI-KON-006'], why: 'One of the foreign mandates that the KI row sends.' },

  // Order of checks, and errors.
  { these: ['TD-135'], imply: ['KI-AUT-023'], why: 'The KI row also asks without any token.' },
  { these: ['KI-KON-001', 'KI-KON-002'], imply: ['TD-108'], why: 'The probe asks both endpoints.' },
  { these: ['KI-ENC-020', 'KI-ERR-001'], imply: ['TD-141'], why: 'Errors for bad tokens are errors.' },
]
