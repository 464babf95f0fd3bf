import { afterAll, afterEach, beforeAll } from 'vitest'
import { build, type House, type Scene, setScene } from './scene.ts'

/** One house for the tests of a file, and a scene of its own for each of them. */
export function scenesOfTests(): (options?: Parameters<typeof setScene>[1]) => Promise<Scene> {
  let house: House | undefined
  const open = new Set<Scene>()
  beforeAll(async () => {
    house = await build()
  })
  afterEach(async () => {
    await Promise.all([...open].map((scene) => scene.close()))
  })
  afterAll(() => house?.close())
  return async (options = {}) => {
    if (house === undefined) throw new Error('there is a house from beforeAll on')
    const opened = await setScene(house, options)
    const scene: Scene = {
      ...opened,
      close: async () => {
        if (open.delete(scene)) await opened.close()
      },
    }
    open.add(scene)
    return scene
  }
}
