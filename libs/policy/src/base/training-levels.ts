/** Who holds a training (C-2.2). */
export const trainingLevels = {
  township: '乡镇',
  county: '县级',
  city: '市级',
  province: '省级',
  central: '中央',
} as const;
export type TrainingLevel = keyof typeof trainingLevels;
