import { handRegisters } from '@duban/policy/registers/hand-registers';
import { registerKinds } from '@duban/policy/case/register-kinds';

export interface RegisterGroup {
  name: string;
  title: string;
  kinds: readonly string[];
}

/** The registers by what an office looks for; one that is new stands under 其他 until it is placed. */
const placed: readonly RegisterGroup[] = [
  {
    name: 'money',
    title: '资金与奖补',
    kinds: [
      'linking-funds',
      'courtyard-award',
      'province-award',
      'award-per-mu',
      'micro-credit',
      'insurance',
      'membership',
      'subsidy',
    ],
  },
  {
    name: 'industry',
    title: '产业与消费',
    kinds: ['project', 'industry-target', 'village-plan', 'purchase', 'purchase-unit', 'contracted-sales', 'income'],
  },
  { name: 'work', title: '就业', kinds: ['service', 'job-need', 'labour-ledger', 'relocated-family'] },
  {
    name: 'posts',
    title: '岗位与车间',
    kinds: [
      'welfare-post',
      'post-applicant',
      'post-holder',
      'post-attendance',
      'post-pay',
      'post-publicity',
      'post-department',
      'workshop',
      'workshop-workers',
      'workshop-state',
      'workshop-reward',
    ],
  },
  {
    name: 'stationing',
    title: '驻村帮扶',
    kinds: [
      'stationing-goals',
      'unit-duty',
      'unit-assignment',
      'training-plan',
      'incentive',
      'booklet',
      'poster',
      'plan-goals',
      'township-team',
      'party-building',
      'absence',
      'spot-quiz',
    ],
  },
  {
    name: 'publicity',
    title: '宣传与跟进',
    kinds: [
      'publicity',
      'follow-up',
      'model-case',
      'meeting',
      'work-plan',
      'office-ranking',
      'village-ledger',
      'village-sheet',
      'task-force',
      'safety-net',
      'water',
    ],
  },
  {
    name: 'supervision',
    title: '督办过程',
    kinds: [
      'dispatch',
      'dispatch-return',
      'policy-line',
      'work-bulletin',
      'area-interview',
      'liaison-leader',
      'problem',
      'inspection',
      'inspection-sample',
      'ground',
      'listing-ground',
      'listing-leader',
      'contest',
    ],
  },
];

const all = [...Object.keys(handRegisters), ...Object.keys(registerKinds)];

export const registerGroups: readonly RegisterGroup[] = [
  ...placed,
  { name: 'other', title: '其他', kinds: all.filter((kind) => !placed.some(({ kinds }) => kinds.includes(kind))) },
].filter(({ kinds }) => kinds.length > 0);
