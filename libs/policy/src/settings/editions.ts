import type { Settings } from './policy-set';
import { shanxi2023, type SettingRow } from './shanxi-2023';

export type SettingRows = { readonly [Name in keyof Settings]: SettingRow<Settings[Name]> };

/**
 * A policy set as it was published. Its rows are what it says and never change: cases that began under it keep it, whatever is published
 * later. A further edition is a file of its own that takes over the rows of the one before and says which are others.
 */
export interface PolicyEdition {
  /** How cases name it: `shanxi-2023` is the first edition, `shanxi-2023@2` the second. */
  set: string;
  title: string;
  rows: SettingRows;
}

/** Every edition ever published, in order; new cases begin with the last. */
export const publishedEditions: readonly [PolicyEdition, ...PolicyEdition[]] = [
  { set: 'shanxi-2023', title: '山西省2023年巩固衔接三个专项行动方案（晋巩固衔接组〔2023〕6号）', rows: shanxi2023 },
];

/** The plans an edition is one of, by the name all its editions share. */
export const plansOf = (set: string): string => set.split('@')[0] ?? set;
