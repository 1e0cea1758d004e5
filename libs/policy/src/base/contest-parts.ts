/** what is compared. */
export const contestContents = { duty: '责任落实', policy: '政策落实', work: '工作落实', effect: '成效巩固' } as const;
export type ContestContent = keyof typeof contestContents;

/** how it is compared; on site in the 46 key counties alone. */
export const contestMethods = {
  showcase: '工作同台展示',
  'on-site': '到县实地核查',
  departments: '省直部门评价',
  daily: '日常监督评价',
} as const;
export type ContestMethod = keyof typeof contestMethods;
