import type { Feature } from '../../product/features.js'
import type { DesktopContext } from './desktop-context.js'

/** Uses a feature. */
export const applyFeature = ({ candor, store }: DesktopContext, feature: Feature): void => {
  candor.usage.FeatureUse.add(feature)
  store.update({ notice: 'featureUsed' })
}
