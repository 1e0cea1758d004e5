import type { PublishedSample } from '@duban/contracts/answers/supervision';
import { chineseDate } from '@duban/policy/dates/civil-date';
import { commitmentOf, type CommitmentList } from '@duban/policy/processes/inspection/commitment';
import { drawSample, opensPlan } from '@duban/policy/processes/inspection/sample';

/** One thing anybody can compute again, and whether it comes out the same. */
export interface SampleCheck {
  what: string;
  isSame: boolean;
  detail: string;
}

/** Computes everything of a record again; nothing of it is taken on trust. */
export function checksOf(record: PublishedSample, published?: CommitmentList): SampleCheck[] {
  return [...commitmentChecks(record, published), ...drawChecks(record)];
}

function commitmentChecks(
  { commitment, excludeMonths, ...record }: PublishedSample,
  published?: CommitmentList,
): SampleCheck[] {
  if (commitment === undefined || excludeMonths === undefined) return [];
  const computed = commitmentOf({ ...record, excludeMonths });
  const listed = published?.items.find((item) => item.commitment === commitment);
  return [
    { what: '承诺值与计划相符', isSame: computed === commitment, detail: `按计划重新计算：${computed}` },
    ...(published === undefined
      ? []
      : [
          {
            what: '承诺值在公开名单中',
            isSame: listed !== undefined,
            detail: listed === undefined ? '公开名单中没有找到这一承诺值' : `登记于${chineseDate(listed.recordedOn)}`,
          },
        ]),
  ];
}

function drawChecks({ seed, publicValue = '', drawn, ...record }: PublishedSample): SampleCheck[] {
  if (seed === undefined || drawn === undefined) return [];
  const again = drawSample(record, seed, publicValue);
  const isSame = again.length === drawn.length && again.every((id, index) => id === drawn[index]);
  return [
    { what: '种子与事先公布的哈希值相符', isSame: opensPlan(seed, record), detail: `公布的哈希值：${record.seedHash}` },
    {
      what: '重新抽取的名单与公布的相同',
      isSame,
      detail: isSame ? `${drawn.length} 个全部相同` : `重新抽取得到：${again.join('、')}`,
    },
  ];
}
