import type { Department } from './departments';

/** the eight policy areas (政策领域), by the item of A-2 that describes each. */
export const policyAreas = {
  monitoring: { item: 1, name: '防止返贫动态监测和帮扶政策' },
  guarantees: { item: 2, name: '“三保障”和饮水安全政策' },
  employment: { item: 3, name: '就业帮扶政策' },
  industry: { item: 4, name: '产业帮扶政策' },
  consumption: { item: 5, name: '消费帮扶政策' },
  'safety-net': { item: 6, name: '兜底保障政策' },
  stationing: { item: 7, name: '驻村帮扶政策' },
  construction: { item: 8, name: '乡村建设和乡村治理政策' },
} as const satisfies Record<string, { item: number; name: string }>;
export type PolicyArea = keyof typeof policyAreas;

export const policyAreaNames = Object.fromEntries(
  Object.entries(policyAreas).map(([area, { name }]) => [area, name]),
) as Readonly<Record<PolicyArea, string>>;

/** Which departments report on which area. */
export type DispatchLeads = Partial<Record<PolicyArea, readonly Department[]>>;
