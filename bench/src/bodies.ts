const DAY_MILLIS = 86_400_000

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
const yesterday = new Date(Date.now() - DAY_MILLIS).toISOString().slice(0, 10)

/** Stands where the id of each report belongs. */
export const ID_PLACE = '00000000-0000-4000-8000-00000000c0de'

const around = (origin: string, reports: readonly string[]): string =>
  `{"v":1,"practices":"skype-teams@1","client":"desktop","os":"Windows",${origin}"reports":[${reports.join(',')}]}`

const USAGE =
  `"from":"${hour}","to":"${hour}","data":{"IMSent":12,"IMReceived":5,"CallsMade":2,"CallMinutes":30,` +
  `"FeatureUse":{"screen-sharing":2},"Sessions":1}`

/** A usage envelope of a number of reports. */
export const usageBody = (reports: number): string =>
  around(
    '"org":"contoso.com",',
    Array.from({ length: reports }, () => `{"id":"${ID_PLACE}",${USAGE}}`),
  )

const censusData = (device: number): string => {
  const digits = device.toString(16).toUpperCase().padStart(12, '0')
  const user = Buffer.alloc(32, device).toString('base64url')
  return (
    `"AppName":"Skype for Business","DeviceModel":"Model ${device % 40}","OSName":"Windows","OSVersion":"10.${device % 9}",` +
    `"UserLanguage":"en-US","UserID":"${user}","DeviceID":"0F8FAD5B-D9CB-469F-A165-${digits}","SignInAttempts":3,"SignInFailures":0`
  )
}

/** A census envelope of a number of reports, each of another device. */
export const censusBody = (reports: number): string =>
  around(
    '',
    Array.from(
      { length: reports },
      (_, at) => `{"id":"${ID_PLACE}","from":"${yesterday}","to":"${yesterday}","data":{${censusData(at)}}}`,
    ),
  )
