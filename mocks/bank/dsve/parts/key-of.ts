/** A transfer is the same one however often the bank hears of it (DSVE-022). */
export const keyOf = (fileTransferId: string): string => fileTransferId
