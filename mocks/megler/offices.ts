/** For whom the megler acts. What is sent to any of them is collected. */
export interface Office {
  /** Nine digits. */
  readonly id: string
  readonly foretaksnavn: string
}

/** Nine digits into the form of the broker. */
export const partyOf = (organisationNumber: string) => `0192:${organisationNumber}`
