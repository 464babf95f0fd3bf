import { ControlError } from '../../../../contracts/control/control-error.ts'
import type { Target } from '../../target.ts'
import { type Diagnosis, ok, problem } from './diagnosis.ts'

/** The parties around the bank: whether they are there, and whether a lawful token can be had. */

type Asked = Pick<Target, 'control' | 'external' | 'baseUrl'>

export async function partiesAnswer({ control }: Asked): Promise<Diagnosis> {
  const what = 'parties'
  try {
    await control.observed({ after: 0 })
    return ok(what, 'their control protocol answers')
  } catch (error) {
    return problem(what, `the control protocol of the parties: ${(error as Error).message}`, remedyFor(error))
  }
}

function remedyFor(error: unknown): string {
  const kind = error instanceof ControlError ? error.kind : 'failed'
  if (kind === 'unauthorised')
    return 'take "controlToken" in the keystore from whoever started the parties: samsvar mocks --config or --keystore keeps one'
  if (kind === 'unreachable' || kind === 'deadline')
    return 'start them with samsvar mocks, and look at "parties.control"'
  return 'is "parties.control" the address that samsvar mocks printed?'
}

/** The token is given back, so that it is asked for once. */
export async function tokenHad({
  control,
  external,
  baseUrl,
}: Asked): Promise<{ readonly found: Diagnosis; readonly token: string | null }> {
  const isExternal = external.includes('maskinporten')
  const what = isExternal ? 'token endpoint of Maskinporten' : 'token of our Maskinporten'
  try {
    const { token } = await control.mint({ recipe: { claims: { aud: baseUrl } } })
    return { found: ok(what, 'gives an access token'), token }
  } catch (error) {
    const remedy = isExternal ? 'mend "parties.maskinporten.external"' : 'see the line about the parties'
    return { found: problem(what, (error as Error).message, remedy), token: null }
  }
}
