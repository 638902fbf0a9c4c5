import { LegendPlainComponent, TitleComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

import { SURFACES, type Scheme } from '../theme/palette.js'
import type { ChartOption } from './time-option.js'

register([LegendPlainComponent, TitleComponent, CanvasRenderer, SVGRenderer])

/** The kinds of pictures that a chart can be saved as. */
export const PICTURE_KINDS = ['png', 'svg'] as const

/** A kind of picture. */
export type PictureKind = (typeof PICTURE_KINDS)[number]

/** What a picture of a chart shows. */
export interface Picture {
  readonly title: string
  /** Where the figures are from: product, periods, filters, and when they were counted. */
  readonly source: string
  readonly option: ChartOption
  readonly scheme: Scheme
  /** Pixels of the chart itself, without title and legend. */
  readonly height: number
}

const WIDTH_PIXELS = 1200
const HEAD_PIXELS = 66
const LEGEND_ROW_PIXELS = 26
/** Pixels of a PNG for each of the picture, so that it is sharp in print. */
const PNG_RATIO = 2

const completed = ({ title, source, option, scheme }: Picture, legendPixels: number): EChartsCoreOption => {
  const { paper, ink, quiet } = SURFACES[scheme]
  return {
    ...option,
    animation: false,
    backgroundColor: paper,
    grid: { left: 24, right: 72, top: HEAD_PIXELS + legendPixels, bottom: 20 },
    title: {
      left: 20,
      top: 14,
      text: title,
      subtext: source,
      textStyle: { color: ink, fontSize: 18, fontWeight: 600 },
      subtextStyle: { color: quiet, fontSize: 12 },
    },
    legend: {
      show: legendPixels > 0,
      type: 'plain',
      left: 20,
      top: HEAD_PIXELS,
      width: WIDTH_PIXELS - 40,
      textStyle: { color: ink },
    },
  }
}

const legendPixelsOf = ({ series }: ChartOption): number => {
  const count = Array.isArray(series) ? series.length : 1
  return count < 2 ? 0 : LEGEND_ROW_PIXELS * Math.ceil(count / 5) + 8
}

const blobOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('the browser made no picture')) : resolve(blob),
    )
  })

/** A chart as a picture of its own: with title, source and legend, 1 200 pixels wide, on the page's ground. */
export const exportChart = async (picture: Picture, kind: PictureKind): Promise<Blob> => {
  const legendPixels = legendPixelsOf(picture.option)
  const size = { width: WIDTH_PIXELS, height: HEAD_PIXELS + legendPixels + picture.height }
  const renderer = kind === 'svg' ? 'svg' : 'canvas'
  const chart = init(document.createElement('div'), null, { ...size, renderer, devicePixelRatio: PNG_RATIO })
  try {
    chart.setOption(completed(picture, legendPixels))
    if (kind === 'svg') return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' })
    const canvas = chart.renderToCanvas({ pixelRatio: PNG_RATIO })
    return await blobOf(canvas)
  } finally {
    chart.dispose()
  }
}
