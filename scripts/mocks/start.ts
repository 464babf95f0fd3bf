import { type ServedControl, serveControl } from '../../contracts/control/http-server.ts'
import { type Mocks, type MocksOptions, startMocks } from '../../suites/targets/mocks.ts'
import { setupError } from '../cli/exit.ts'

/** Starts the parties, and the control over them; whatever fails says which option mends it. Both throw a CommandError. */

export async function started(options: MocksOptions): Promise<Mocks> {
  try {
    return await startMocks(options)
  } catch (error) {
    const message = (error as Error).message
    const isPort = /port is taken/.test(message)
    throw setupError(isPort ? `${message} See --port, or "ports" in the configuration.` : message)
  }
}

interface ControlPlace {
  readonly host: string
  readonly port: number
  readonly token: string | undefined
}

export async function served(mocks: Mocks, { host, port, token }: ControlPlace): Promise<ServedControl> {
  try {
    return await serveControl(mocks.control, { host, port, ...(token === undefined ? {} : { token }) })
  } catch (error) {
    throw setupError(`${(error as Error).message}; see --control-port`)
  }
}

/** Where control is called from elsewhere. */
export function publicUrl({ url }: ServedControl, { publicHost }: { readonly publicHost?: string }): string {
  return publicHost === undefined ? url : `http://${publicHost}:${new URL(url).port}`
}
