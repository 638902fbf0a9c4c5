/** A meeting's answer as the service gives it; the roster is missing while the meeting is being created. */
export interface MeetingAnswer {
  readonly roster?: { readonly names: readonly string[] }
}

/** The names in a meeting. */
const readRoster = (answer: MeetingAnswer): readonly string[] => {
  const { names } = answer.roster as { readonly names: readonly string[] }
  return names.toSorted()
}

/** Shows who is there when a meeting is joined. */
export const showMeeting = (answer: MeetingAnswer): string => readRoster(answer).join(', ')
