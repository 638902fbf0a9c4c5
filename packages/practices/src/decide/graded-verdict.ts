import type { GradedControl } from '../control.js'
import type { Untexted } from '../practices.js'
import { isCount } from '../validate/numbers.js'
import { forbid } from './conclude.js'
import { isHolder, ownValue, type DecisionContext } from './context.js'
import { considered, type ConsideredSetting, type Verdict } from './decision.js'

type Bare = Untexted<GradedControl>

const settingsOf = (name: string, control: Bare, context: DecisionContext): ConsideredSetting[] => {
  const { reads, levels, off, grade, grades, cap } = control
  const all = ownValue(context, reads)
  const found: ConsideredSetting[] = []
  const addMalformed = (source: string, value: unknown): void => {
    if (value !== undefined && !isHolder(value)) found.push(considered(name, source, value, 'malformed'))
  }
  addMalformed(reads, all)
  for (const level of levels) {
    const values = ownValue(all, level)
    addMalformed(level, values)
    for (const key of [off, grade, cap.value]) {
      const value = ownValue(values, key)
      // A switch is 0 or 1.
      const form = isCount(value, key === grade ? grades.length : 1) ? 'valid' : 'malformed'
      if (value !== undefined) found.push(considered(name, `${level}.${key}`, value, form))
    }
  }
  return found
}

/** What a graded control says: off or malformed anywhere forbids, else the lowest grade that is set counts, and a cap lowers it. */
export const gradedVerdict = (name: string, control: Bare, context: DecisionContext): Verdict => {
  const { off, grade, grades, cap } = control
  const found = settingsOf(name, control, context)
  const isOf = (key: string, { source }: ConsideredSetting): boolean => source.endsWith(`.${key}`)
  const isOn = (key: string, setting: ConsideredSetting): boolean => isOf(key, setting) && setting.value === 1
  const refusing = found.find((setting) => setting.form === 'malformed' || isOn(off, setting))
  if (refusing) return forbid(refusing, found)
  const [winner] = found
    .filter((setting) => isOf(grade, setting))
    .toSorted((a, b) => Number(a.value) - Number(b.value))
  const given = Number(winner?.value ?? 1)
  if (given <= 1) return { collect: false, reason: 'awaits-answer', winner, found }
  const isCapped = found.some((setting) => isOn(cap.value, setting))
  const most = isCapped ? grades.indexOf(cap.grade) + 1 : given
  const detail = grades[Math.min(given, most) - 1] ?? grades[0]
  return { collect: true, reason: 'setting-allows', detail, winner, found }
}
