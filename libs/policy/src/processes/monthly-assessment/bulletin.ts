import { chineseDate, chineseMonth, type CivilDate, type Month } from '../../dates/civil-date';
import { unscoredReasons, type UnscoredReason } from './month-roster';
import type { MonthScore } from '../township-scores/month-score';
import type { OfficeId, Territory } from '../../base/office';

/** A ranked cadre's line in a bulletin. */
export interface BulletinLine extends MonthScore {
  township: Territory;
  total: number;
  rank: number;
  townshipRank: number;
  low: boolean;
}

/** Clause C-3.5: what a bulletin of a month says; one with `corrects` is a 更正通报. */
export interface BulletinContent {
  county: Territory;
  month: Month;
  number: string;
  issuedOn: CivilDate;
  corrects: { number: string; issuedOn: CivilDate } | null;
  correction?: { cadre: string; before: MonthScore | null; after: MonthScore; reason: string };
  /** Best first. */
  lines: readonly BulletinLine[];
  neutral: boolean;
  missing: readonly Territory[];
  unscored: readonly { cadre: string; township: Territory; reason: UnscoredReason }[];
  units: readonly OfficeId[];
}

/** Clause C-3.5: 2026年12月…考核通报 or …考核更正通报. */
export const bulletinTitle = ({ month, corrects }: Pick<BulletinContent, 'month' | 'corrects'>): string =>
  `关于${chineseMonth(month)}驻村第一书记和工作队员考核情况的${corrects === null ? '通报' : '更正通报'}`;

/** Clause C-3.5: the bulletin as text. Cadres and places stand as `〔id〕`; names are put in where the reader may see them. */
export function bulletinText(content: BulletinContent): string {
  const sections = [
    rankingSection(content),
    townshipSection(content),
    lowSection(content),
    missingSection(content),
    unscoredSection(content),
  ];
  return [
    content.number,
    bulletinTitle(content),
    '各乡镇党委，各有关派出单位：',
    openingOf(content),
    ...sections
      .filter((lines) => lines.length > 0)
      .flatMap(([title = '', ...lines], index) => [`${ordinals[index] ?? ''}、${title}`, ...lines]),
    ...copyLines(content),
    `〔${content.county}〕驻村办`,
    chineseDate(content.issuedOn),
  ].join('\n');
}

const ordinals = ['一', '二', '三', '四', '五'];

function openingOf({ month, corrects, correction, lines }: BulletinContent): string {
  const basis = '按照《干部驻村真帮实扶行动方案》“三、（五）加强工作考核”要求';
  if (corrects === null || correction === undefined) {
    return `${basis}，依据各乡镇党委考核情况，对县域内驻村第一书记和工作队员${chineseMonth(month)}工作进行考核排队，参加排队${lines.length}人。现通报如下：`;
  }
  const { cadre, before, after, reason } = correction;
  const change = `〔${cadre}〕的得分由${before === null ? '未考核' : pointsOf(before)}更正为${pointsOf(after)}（${reason}）`;
  return `${basis}，现对${chineseDate(corrects.issuedOn)}印发的${corrects.number}作如下更正：${change}。县域排队重新核定如下，原通报与本通报不一致的，以本通报为准：`;
}

const rankingSection = ({ lines }: BulletinContent): string[] =>
  lines.length === 0
    ? ['县域排队', '本月无可排队人员。']
    : [
        '县域排队',
        ...lines.map(
          (line) =>
            `第${line.rank}名 〔${line.cadre}〕 〔${line.township}〕 总分${line.total.toFixed(1)}（${pointsOf(line)}）`,
        ),
      ];

function townshipSection({ lines }: BulletinContent): string[] {
  const townships = [...new Set(lines.map(({ township }) => township))].sort();
  if (townships.length === 0) return [];
  const placesIn = (township: Territory): string =>
    lines
      .filter((line) => line.township === township)
      .map(({ cadre, townshipRank }) => `${townshipRank}.〔${cadre}〕`)
      .join(' ');
  return ['各乡镇排队', ...townships.map((township) => `〔${township}〕：${placesIn(township)}`)];
}

function lowSection({ lines, neutral }: BulletinContent): string[] {
  if (neutral) return ['排名靠后人员', '本月参加排队人数不足，不确定排名靠后人员，本月不计入连续排名靠后。'];
  const low = lines.filter((line) => line.low);
  return [
    '排名靠后人员',
    low.length === 0 ? '本月无排名靠后人员。' : `${low.map(({ cadre }) => `〔${cadre}〕`).join('、')}。`,
  ];
}

const missingSection = ({ missing }: BulletinContent): string[] =>
  missing.length === 0
    ? []
    : ['未按要求报送或未全部报送考核结果的乡镇', `${missing.map((township) => `〔${township}〕`).join('、')}。`];

const unscoredSection = ({ unscored }: BulletinContent): string[] =>
  unscored.length === 0
    ? []
    : [
        '未考核人员（不参加排队）',
        ...unscored.map(({ cadre, township, reason }) => `〔${cadre}〕 〔${township}〕 ${unscoredReasons[reason]}`),
      ];

const copyLines = ({ units }: BulletinContent): string[] =>
  units.length === 0 ? [] : [`抄送：${units.map((unit) => `〔${unit}〕`).join('、')}党委（党组）主要负责同志。`];

const pointsOf = ({ task, presence }: Omit<MonthScore, 'cadre'>): string =>
  `任务${task.toFixed(1)}，在岗${presence.toFixed(1)}`;
