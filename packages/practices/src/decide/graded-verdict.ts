import type { GradedControl } from '../control.js'
import type { Untexted } from '../practices.js'
import { ownValue, type DecisionContext } from './context.js'
import type { ConsideredSetting, Verdict } from './decision.js'

type Bare = Untexted<GradedControl>

const isSwitch = (value: unknown): boolean => value === 0 || value === 1

const isWellFormed = (control: Bare, key: string, value: unknown): boolean =>
  key === control.grade
    ? Number.isInteger(value) && (value as number) >= 0 && (value as number) <= control.grades.length
    : isSwitch(value)

const settingsOf = (name: string, control: Bare, context: DecisionContext): ConsideredSetting[] => {
  const all = (context as unknown as Readonly<Record<string, unknown>>)[control.reads]
  const malformed = (source: string, value: unknown): ConsideredSetting => ({
    control: name,
    source,
    value,
    form: 'malformed',
  })
  if (all === undefined) return []
  if (typeof all !== 'object' || all === null) return [malformed(control.reads, all)]
  return control.levels.flatMap((level) => {
    const values = ownValue(all, level)
    if (values === undefined) return []
    if (typeof values !== 'object' || values === null) return [malformed(level, values)]
    return [control.off, control.grade, control.cap.value].flatMap((key): ConsideredSetting[] => {
      const value = ownValue(values, key)
      if (value === undefined) return []
      const source = `${level}.${key}`
      return [
        isWellFormed(control, key, value)
          ? { control: name, source, value, form: 'valid' }
          : malformed(source, value),
      ]
    })
  })
}

const endsWith = (setting: ConsideredSetting, key: string): boolean => setting.source.endsWith(`.${key}`)

/** What a graded control says: off or malformed anywhere forbids, else the lowest grade that is set counts, and a cap lowers it. */
export const gradedVerdict = (name: string, control: Bare, context: DecisionContext): Verdict => {
  const found = settingsOf(name, control, context)
  const others = (winner: ConsideredSetting | undefined) => found.filter((setting) => setting !== winner)
  const refusing = found.find(
    (setting) => setting.form === 'malformed' || (endsWith(setting, control.off) && setting.value === 1),
  )
  if (refusing !== undefined) {
    const reason = refusing.form === 'malformed' ? 'malformed-forbids' : 'setting-forbids'
    return { collect: false, source: refusing.source, reason, losing: others(refusing) }
  }
  const [lowest] = found
    .filter((setting) => endsWith(setting, control.grade))
    .toSorted((a, b) => Number(a.value) - Number(b.value))
  const source = lowest?.source ?? 'default'
  const grade = Math.max(1, Number(lowest?.value ?? 1))
  if (grade === 1) return { collect: false, source, reason: 'awaits-answer', losing: others(lowest) }
  const capGrade = control.grades.indexOf(control.cap.grade) + 1
  const isCapped = found.some((setting) => endsWith(setting, control.cap.value) && setting.value === 1)
  const detail = control.grades[(isCapped ? Math.min(grade, capGrade) : grade) - 1] ?? control.grades[0]
  return { collect: true, source, reason: 'setting-allows', detail, losing: others(lowest) }
}
