import { register } from '../../../../contracts/register.ts'
import type { RunRecord } from '../../../../contracts/report/report.ts'
import type { Parties } from '../../../../mocks/parties.ts'
import { loadChecks } from '../../../checks.ts'
import type { LoadSettings } from '../../../kit/load/profile.ts'
import { run } from '../../../kit/run/engine.ts'
import { quietly } from '../../../kit/testing/quietly.ts'
import { referenceRegister } from '../../../targets/reference-register.ts'

interface Loading {
  readonly load: LoadSettings
  readonly only: readonly string[]
  readonly faults?: readonly string[]
}

/** Runs of load against the built-in register, on sockets. */
export async function judgeRegister(parties: Parties, { load, only, faults = [] }: Loading): Promise<RunRecord> {
  const target = await referenceRegister({ faults, parties })
  try {
    return await run({
      ...quietly,
      target,
      load,
      rows: {
        requirements: register.filter(({ area }) => area === 'kfr-register'),
        isSelected: (id) => only.includes(id),
      },
      checks: await loadChecks(['kfr-register']),
    })
  } finally {
    await target.close()
  }
}
