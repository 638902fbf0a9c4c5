import { describe, expect, test } from 'vitest'
import { inAppFrames } from './stack-frames.js'

const only = (functionName: string, fileName: string, line: number) => [{ functionName, fileName, line }]

describe('a frame', () => {
  test.each([
    [
      '    at join (https://app.contoso.com/assets/meeting.js?user=amos#x:12:34)',
      only('join', 'meeting.js', 12),
    ],
    ['    at https://app.contoso.com/assets/meeting.js:12:34', only('(unnamed)', 'meeting.js', 12)],
    ['    at async Call.start (file:///C:/Users/amos/app/call.ts:7:1)', only('Call.start', 'call.ts', 7)],
    ['    at new Media (C:\\Users\\amos\\app\\media.js:3:5)', only('Media', 'media.js', 3)],
    ['    at Object.get [as state] (/home/amos/app/state.js:9:2)', only('Object.get', 'state.js', 9)],
    ['join@https://app.contoso.com/meeting.js:12:34', only('join', 'meeting.js', 12)],
    ['@https://app.contoso.com/meeting.js:12:34', only('(unnamed)', 'meeting.js', 12)],
    ['    at join (https://app.contoso.com/assets/index-4fK29xQa.js:1:2)', only('join', 'index.js', 1)],
    [
      '    at join (https://app.contoso.com/assets/error-reporter.js:1:2)',
      only('join', 'error-reporter.js', 1),
    ],
  ])('%s', (line, frames) => {
    expect(inAppFrames(`TypeError: x\n${line}`)).toEqual(frames)
  })

  test('is none where a line has another form', () => {
    expect(inAppFrames('TypeError: a: 1:2\n  somewhere\n    at native')).toEqual([])
  })
})

test('the app’s own frames count, those of packages, extensions and the runtime do not', () => {
  const stack = `Error: x
    at inner (/app/node_modules/lib/inner.js:1:1)
    at ext (chrome-extension://abc/content.js:1:1)
    at own (/app/src/own.js:5:1)
    at process.run (node:internal/process:95:5)`
  expect(inAppFrames(stack)).toEqual(only('own', 'own.js', 5))
})

test('where no frame is the app’s own, all count', () => {
  expect(inAppFrames('Error\n    at inner (/app/node_modules/lib/inner.js:1:1)')).toEqual(
    only('inner', 'inner.js', 1),
  )
})

test('a hostile stack takes no time', () => {
  const started = performance.now()
  inAppFrames(`at ${'(a:1'.repeat(4000)}\n${'at a '.repeat(3000)}\n${'1:'.repeat(8000)}@${':1'.repeat(8000)}`)
  expect(performance.now() - started).toBeLessThan(100)
})
