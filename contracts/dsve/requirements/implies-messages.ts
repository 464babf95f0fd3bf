import type { Implication } from '../../relations.ts'

/** Among what a reply says: a row that spells out one rule, and what breaks with it. */
export const messageRows: readonly Implication[] = [
  {
    these: [
      'DSVE-089',
      'DSVE-101',
      'DSVE-102',
      'DSVE-104',
      'DSVE-105',
      'DSVE-106',
      'DSVE-122',
      'DSVE-123',
      'DSVE-128',
      'DSVE-130',
      'DSVE-133',
      'DSVE-135',
      'DSVE-136',
      'DSVE-143',
      'DSVE-144',
      'DSVE-170',
    ],
    imply: ['DSVE-100'],
    why: 'The schema refuses some of the ways in which each of them is broken.',
  },
  {
    these: ['DSVE-104'],
    imply: ['DSVE-150', 'DSVE-156', 'DSVE-157', 'DSVE-158', 'DSVE-176'],
    why: 'What is no amount is not the right amount either; that is where NaN fails.',
  },

  {
    these: ['DSVE-103'],
    imply: ['DSVE-107', 'DSVE-140', 'DSVE-144'],
    why: 'A name whose letters are broken is another name.',
  },
  { these: ['DSVE-105'], imply: ['DSVE-171'], why: 'A date that cannot be read is not the one that was asked for.' },

  {
    these: ['DSVE-190'],
    imply: ['DSVE-100'],
    why: 'An answer with amounts about loans that are repaid has none, and is no valid message.',
  },
  {
    these: ['DSVE-194'],
    imply: ['DSVE-038', 'DSVE-139', 'DSVE-140'],
    why: 'Who answers whoever is said to own does not match by number, and tells of the borrowers as if that one owned.',
  },

  // Properties.
  {
    these: ['DSVE-034', 'DSVE-196'],
    imply: ['DSVE-121', 'DSVE-130'],
    why: 'A property that is passed over is missing, and so are its loans.',
  },
  {
    these: ['DSVE-036'],
    imply: ['DSVE-120', 'DSVE-121', 'DSVE-122', 'DSVE-125', 'DSVE-130', 'DSVE-131'],
    why: 'An answer for the grunneiendom has its number, its pant and its loans.',
  },
  { these: ['DSVE-121'], imply: ['DSVE-130'], why: 'The loans of a forgotten property may be forgotten with it.' },
  { these: ['DSVE-126'], imply: ['DSVE-130', 'DSVE-131'], why: 'A pant that is kept secures loans of its own.' },

  // Loans and how they are paid.
  { these: ['DSVE-134'], imply: ['DSVE-133'], why: 'A mistyped number is not the number of the account.' },
  { these: ['DSVE-135'], imply: ['DSVE-133'], why: 'A dummy is not the number of the account.' },

  // Borrowers.
  {
    these: ['DSVE-139'],
    imply: ['DSVE-141', 'DSVE-143'],
    why: 'Who takes another for a seller names him; where no borrower owns, the flag is part of the rule.',
  },
  {
    these: ['DSVE-141'],
    imply: ['DSVE-071', 'DSVE-143'],
    why: 'The name may stand in the metadata, or in a list that has to be empty.',
  },
  {
    these: ['DSVE-142'],
    imply: ['DSVE-071', 'DSVE-140', 'DSVE-144'],
    why: 'A number instead of a name names nobody; it may stand in the metadata.',
  },
  { these: ['DSVE-194'], imply: ['DSVE-071'], why: 'The text that says who owns instead stands in the metadata.' },

  // Restgjeld.
  { these: ['DSVE-152'], imply: ['DSVE-150'], why: 'A saldo with kurs in it is not the debt.' },
  {
    these: ['DSVE-161'],
    imply: ['DSVE-150', 'DSVE-208'],
    why: 'The saldo before the topping up is not the debt; a remark is a letter.',
  },
  { these: ['DSVE-158'], imply: ['DSVE-156', 'DSVE-157'], why: 'What is left is neither the frame nor what is used.' },
  {
    these: ['DSVE-156', 'DSVE-157'],
    imply: ['DSVE-159'],
    why: 'A rammelån whose lock is not told shows in the flag of the message.',
  },

  // Innfrielse.
  {
    these: ['DSVE-170', 'DSVE-174', 'DSVE-175'],
    imply: ['DSVE-171'],
    why: 'Dates that are missing, over or one loan’s own are not those asked for.',
  },
  {
    these: ['DSVE-177', 'DSVE-178'],
    imply: ['DSVE-176'],
    why: 'An amount in the wrong place, or invented, is not what closing costs.',
  },
]
