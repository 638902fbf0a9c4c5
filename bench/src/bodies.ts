import { randomUUID } from 'node:crypto'

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
const HEAD =
  '{"v":1,"practices":"skype-teams@1","client":"desktop","os":"Windows","org":"contoso.com","reports":['
const DATA = `"from":"${hour}","to":"${hour}","data":{"IMSent":12,"IMReceived":5,"CallsMade":2,"CallMinutes":30,"FeatureUse":{"screen-sharing":2},"Sessions":1}`

/** A usage envelope of a number of fresh reports. */
export const usageBody = (reports: number): string => {
  const parts = Array.from({ length: reports }, () => `{"id":"${randomUUID()}",${DATA}}`)
  return `${HEAD}${parts.join(',')}]}`
}
