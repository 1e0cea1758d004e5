import { kindOf, officeId, type OfficeId, type Territory } from './office';

/** The departments names, as offices of any level from the county up. */
export const departments = {
  revitalization: '乡村振兴',
  organization: '组织',
  education: '教育',
  health: '卫健',
  'medical-insurance': '医保',
  housing: '住建',
  water: '水利',
  finance: '财政',
  development: '发改',
  agriculture: '农业农村',
  'human-resources': '人社',
  transport: '交通',
  forestry: '林草',
  'civil-affairs': '民政',
  commerce: '商务',
  'banking-insurance': '银保监',
  taxation: '税务',
  'natural-resources': '自然资源',
  ecology: '生态环境',
  'power-supply': '供电',
  telecommunication: '通信管理',
  publicity: '宣传',
  'political-legal': '政法',
  'public-security': '公安',
  justice: '司法',
} as const;
export type Department = keyof typeof departments;

/** Two of them are offices with tasks of their own in the plans. */
const ownKinds: Partial<Record<Department, 'revitalization-bureau' | 'organization-department'>> = {
  revitalization: 'revitalization-bureau',
  organization: 'organization-department',
};

/** the office of a department in a territory: `department:140423:education`, `revitalization-bureau:140423`. */
export function departmentOffice(department: Department, territory: Territory): OfficeId {
  const kind = ownKinds[department];
  return kind === undefined ? officeId('department', territory, department) : officeId(kind, territory);
}

/** Which department an office is; `undefined` when it is none of, or one that has an office of its own name. */
export function departmentOf(office: OfficeId): Department | undefined {
  const kind = kindOf(office);
  const named = office.split(':')[2] ?? '';
  if (kind === 'department')
    return Object.hasOwn(departments, named) && !Object.hasOwn(ownKinds, named) ? (named as Department) : undefined;
  return (Object.keys(ownKinds) as Department[]).find((department) => ownKinds[department] === kind);
}
