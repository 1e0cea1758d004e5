/** OBLIGATIONS D11: types an office may count as development measures (开发式帮扶). */
export const developmentMeasures = {
  industry: '产业帮扶',
  employment: '就业帮扶',
  'public-welfare-post': '公益岗位',
  finance: '金融帮扶（用于生产的小额信贷）',
  training: '技能培训',
} as const;
export type DevelopmentMeasure = keyof typeof developmentMeasures;

/** Clauses and B-3.2: what a measure is about; those below the first five never count as development. */
export const measureTypes = {
  ...developmentMeasures,
  insurance: '防贫保险',
  health: '健康帮扶',
  education: '教育帮扶',
  housing: '危房改造',
  water: '饮水安全',
  'subsistence-allowance': '低保救助',
  'temporary-relief': '临时救助',
  care: '综合保障',
  other: '其他',
} as const;
export type MeasureType = keyof typeof measureTypes;
