import { type Aktoer, receives } from '../../../../contracts/akeldo/actor.ts'
import type { Client } from '../model.ts'

/**
 * Whether AKELDO has the recipient down for that message (DSVE-005). Read leniently (DSVE-006): only an entry that says
 * otherwise is a no, and an AKELDO that does not answer holds nothing up.
 */
export async function canReceive(
  { outgoing, settings, tell }: Client,
  organisationNumber: string,
  messageType: string,
): Promise<boolean> {
  try {
    const { status, body } = await outgoing.send(`${settings.actorsUrl}/${organisationNumber}`)
    if (status === 404) return false
    const answered: unknown = status === 200 ? JSON.parse(body.toString()) : null
    // Nobody has seen how one actor is answered: alone, or in a list of one.
    const [actor] = (Array.isArray(answered) ? answered : [answered]) as readonly (Partial<Aktoer> | null)[]
    return Array.isArray(actor?.mottaksliste) ? receives(actor as Aktoer, messageType) : true
  } catch {
    tell('alarm', 'AKELDO could not be asked; the reply is sent all the same')
    return true
  }
}
