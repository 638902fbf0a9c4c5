import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request, type RequestOptions } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../operation/log.js'
import { createService, type Service } from '../service.js'
import { hasOpenssl, makeTlsFiles } from '../testing/tls-files.js'
import { readTlsFiles, type TlsFiles } from './tls.js'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The name in the certificate that was shown. */
  readonly certificate: string
}

const ask = (url: string, options: RequestOptions = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { rejectUnauthorized: false, agent: false, ...options }, (response) => {
      response.resume()
      const { subject } = (response.socket as TLSSocket).getPeerCertificate()
      const certificate = String(subject.CN)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, certificate }),
      )
    })
    asked.on('error', reject).end()
  })

// Certificates are made by openssl; where there is none, nothing can be shown here.
describe.runIf(hasOpenssl())('TLS', () => {
  let root = ''
  let files: TlsFiles
  let next: TlsFiles
  let service: Service
  const lines: string[] = []

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'candor-tls-'))
    files = makeTlsFiles(join(root, 'tls'), 'first')
    next = makeTlsFiles(join(root, 'tls'), 'second')
    service = await createService({
      dataFolder: join(root, 'data'),
      port: 0,
      host: '127.0.0.1',
      tls: files,
      products: [{ practices: skypeTeams, keys: ['demo'] }],
      log: createLog({
        level: 'info',
        format: 'json',
        write: (line) => void lines.push(line),
        now: Date.now,
      }),
    })
  })

  afterAll(async () => {
    await service.close()
    rmSync(root, { recursive: true })
  })

  test('every answer says that only TLS is to be used, those to reports too', async () => {
    expect(service.url).toMatch(/^https:/)
    for (const [path, method] of [
      ['/practices', 'GET'],
      ['/v1/usage', 'POST'],
      ['/nowhere', 'GET'],
    ] as const) {
      const { headers } = await ask(service.url + path, { method })
      expect(headers['strict-transport-security'], path).toBe('max-age=31536000')
    }
  })

  test('nothing older than TLS 1.2 is spoken', async () => {
    await expect(
      ask(`${service.url}/healthz`, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }),
    ).rejects.toThrow(/version|protocol|EPROTO/i)
    expect((await ask(`${service.url}/healthz`, { maxVersion: 'TLSv1.2' })).status).toBe(200)
  })

  test('a new certificate is shown after a reload, and connections that are open go on', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    expect((await ask(`${service.url}/healthz`, { agent })).certificate).toBe('first')
    copyFileSync(next.certPath, files.certPath)
    copyFileSync(next.keyPath, files.keyPath)
    service.reload()
    expect((await ask(`${service.url}/healthz`)).certificate).toBe('second')
    expect((await ask(`${service.url}/healthz`, { agent })).status).toBe(200)
    agent.destroy()
  })

  test('a certificate that does not fit its key is logged, and the former one stays', async () => {
    const kept = readFileSync(files.keyPath)
    copyFileSync(makeTlsFiles(join(root, 'tls'), 'third').certPath, files.certPath)
    service.reload()
    expect((await ask(`${service.url}/healthz`)).certificate).toBe('second')
    expect(lines.join('')).toContain('the former certificate stays in use')
    expect(readFileSync(files.keyPath)).toEqual(kept)
  })

  test('a key that others may read is refused', () => {
    chmodSync(next.keyPath, 0o640)
    expect(() => readTlsFiles(next)).toThrow(/key: tlsKey.*others may read it/)
  })
})
