export { createTestCandor } from './create-test-candor.js'
export { type Collected, type TestCandor, type TestCandorOptions } from './test-candor.js'
export { type TestSettings } from './test-settings.js'
