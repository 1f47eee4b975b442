/** In a server under measurement: tells the bench the port, and on request processor time and memory. */
export function reportLoad(port: number): void {
  process.on('message', (message) => {
    if (message !== 'load' && message !== 'tidy') return
    const { user, system } = process.cpuUsage()
    if (message === 'tidy') (globalThis as { gc?: () => void }).gc?.()
    process.send?.({ load: { cpu: (user + system) / 1000, rss: process.memoryUsage().rss } })
  })
  process.on('disconnect', () => process.exit())
  process.send?.({ port })
}
