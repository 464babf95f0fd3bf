import { type AddressInfo, createServer } from 'node:net'

/** A place where nobody has any business. It only counts who comes. */
interface Elsewhere {
  /** `https://127.0.0.1:PORT`. */
  readonly url: string
  /** Connections so far, whatever they wanted. */
  visits(): number
  close(): Promise<void>
}

export async function openElsewhere(): Promise<Elsewhere> {
  let visits = 0
  const server = createServer((socket) => {
    visits += 1
    socket.on('error', () => undefined).destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits: () => visits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
