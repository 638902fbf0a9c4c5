import { compileValidator } from '@candor/practices'
import { expect, test } from 'vitest'

import { describeSystem, readNodeFacts, type NodeSystem } from './node-facts.js'

const PLIST = `<plist><dict><key>ProductBuildVersion</key><string>24D70</string>
  <key>ProductVersion</key>
  <string>15.3.1</string></dict></plist>`
const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n'

const system = (given: Partial<NodeSystem>): NodeSystem => ({
  platform: 'linux',
  release: '6.1.0-18-amd64',
  version: '',
  readFile: () => undefined,
  language: 'es-ES',
  ...given,
})
const file = (path: string, text: string) => ({
  readFile: (asked: string) => (asked === path ? text : undefined),
})

test.each([
  ['Windows 10', { platform: 'win32', release: '10.0.19045' }, 'Windows', '10'],
  ['Windows 11', { platform: 'win32', release: '10.0.22631', version: 'Windows 11 Pro' }, 'Windows', '11'],
  ['Windows 8.1', { platform: 'win32', release: '6.3.9600' }, 'Windows', '6.3'],
  [
    'a server',
    { platform: 'win32', release: '10.0.20348', version: 'Windows Server 2022 Datacenter' },
    'Windows',
    '2022',
  ],
  [
    'macOS',
    {
      platform: 'darwin',
      release: '24.3.0',
      ...file('/System/Library/CoreServices/SystemVersion.plist', PLIST),
    },
    'macOS',
    '15.3.1',
  ],
  ['macOS by its kernel', { platform: 'darwin', release: '24.3.0' }, 'macOS', '15'],
  ['macOS 26 by its kernel', { platform: 'darwin', release: '25.0.0' }, 'macOS', '26'],
  ['an old macOS', { platform: 'darwin', release: '19.6.0' }, 'macOS', undefined],
  ['Debian', file('/etc/os-release', DEBIAN), 'Linux', '12-debian'],
  ['a distribution without versions', file('/etc/os-release', 'ID=arch\n'), 'Linux', '6.1.0'],
  ['a Linux that says nothing', {}, 'Linux', '6.1.0'],
  ['another system', { platform: 'freebsd', release: '14.1-RELEASE' }, 'Other', '14.1'],
] as const)('%s', (_, given, osName, osVersion) => {
  const facts = describeSystem(system(given))
  expect(facts).toMatchObject({ osName, osVersion, language: 'es-ES' })
  expect(compileValidator({ kind: 'version' })(facts.osVersion ?? '1')).toBe(true)
})

test('the model of a Linux device, as a name', () => {
  const model = (text: string) =>
    describeSystem(system(file('/sys/devices/virtual/dmi/id/product_name', text))).deviceModel
  expect(model('ThinkPad X1 Carbon Gen 9\n')).toBe('ThinkPad X1 Carbon Gen 9')
  expect(model('Board v2.0@home\n')).toBe('Board v2-0-home')
  expect(model('...\n')).toBeUndefined()
})

test('this machine is described in forms that the practices take', () => {
  const { osName, osVersion, deviceModel, language } = readNodeFacts()
  expect(compileValidator({ kind: 'name' })(osName)).toBe(true)
  expect(compileValidator({ kind: 'version' })(osVersion ?? '1')).toBe(true)
  expect(compileValidator({ kind: 'name' })(deviceModel ?? 'none')).toBe(true)
  expect(compileValidator({ kind: 'language' })(language)).toBe(true)
})
