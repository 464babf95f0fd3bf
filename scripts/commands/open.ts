import { once } from 'node:events'
import { startOpener } from '../../suites/kit/opener/opener.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodes, setupError, usageError } from '../cli/exit.ts'
import { wholeNumber } from '../cli/options.ts'
import { chooseTarget } from '../target.ts'

export default defineCommand({
  summary: 'opens a bank’s sealed answers for tools that know no tokens and no JWE, such as a Pact verifier',
  options: {
    config: { value: 'FILE', help: 'which bank; without it, the built-in reference bank' },
    port: { value: 'N', help: 'on 127.0.0.1 (default 8620)' },
    seed: { value: 'N', help: 'of the reference bank (default 1)' },
  },
  run: async ({ values, positionals }, console) => {
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many`)
    const port = wholeNumber('port', values.port ?? '8620', { min: 0, max: 65_535 })
    const seed = wholeNumber('seed', values.seed ?? '1', { min: 0, max: 2 ** 32 - 1 })
    await using target = await chooseTarget({ ...values, seed, areas: ['kontrollinformasjon'] })
    const opener = await startOpener(target, port).catch((error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      throw setupError(taken ? `port ${port} is taken: choose another with --port` : error.message)
    })
    try {
      console.out(`${opener.url} opens the answers of ${target.baseUrl}`)
      console.out('Whoever reaches it on this machine sees test data in clear. Ctrl-C ends it')
      if (!console.interrupt.aborted) await once(console.interrupt, 'abort')
      return exitCodes.interrupted
    } finally {
      await opener.close()
    }
  },
})
