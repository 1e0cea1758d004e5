import { departmentOf } from '../../base/departments';
import { isTerritory, isWithin, kindOf, levelOf, territoryOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Saying } from '../../case/operation';
import type { Mention, WorkBulletinOpening } from './work-bulletin-acts';
import type { WorkBulletin } from './work-bulletin-facts';

const clause = 'A-3.4';

/** areas and departments are named, each once; what of the candidates is left out is told. */
export function judgeMentions({
  file: { opening },
  facts: { candidates },
  body,
}: Saying<WorkBulletin, 'issue'>): Admission | FieldRefusal {
  const known = new Set(candidates.map(({ key }) => key));
  for (const list of ['praised', 'criticised'] as const) {
    for (const index of body[list].keys()) {
      const place = { list, index, mentions: body[list] };
      const fault = refuseSubject(opening, place) ?? refuseStrange(known, place);
      if (fault !== undefined) return fault;
    }
  }
  const taken = new Set([...body.praised, ...body.criticised].flatMap((mention) => mention.candidates ?? []));
  const left = candidates.filter(({ side, key }) => side === 'criticism' && !taken.has(key));
  return admit({
    answer: { left: left.map(({ key }) => key) },
    ...(left.length > 0 && { told: `归集的批评候选中有${left.length}项未列入通报，已随案留存。` }),
  });
}

/** A mention where it stands. */
interface Place {
  list: 'praised' | 'criticised';
  index: number;
  mentions: readonly Mention[];
}

function refuseSubject({ territory }: WorkBulletinOpening, { list, index, mentions }: Place): FieldRefusal | undefined {
  const subject: Mention['subject'] = mentions[index]?.subject ?? '';
  const field = `${list}.${index}.subject`;
  if (!isAreaOrDepartment(subject)) {
    const detail = `通报的对象应是地区（市、县、乡镇）或部门，不涉及村和个人，收到${subject}。`;
    return refuse('INVALID_INPUT', clause, detail, field);
  }
  const place = isTerritory(subject) ? subject : territoryOf(subject);
  if (!isWithin(place, territory) || subject === territory)
    return refuse('UNKNOWN_SUBJECT', clause, `应为本级（${territory}）所辖地区或本级部门，收到${subject}。`, field);
  return mentions.findIndex((other) => other.subject === subject) === index
    ? undefined
    : refuse('INVALID_INPUT', clause, `同一对象只列一次，${subject}出现了不止一次。`, field);
}

function refuseStrange(known: ReadonlySet<string>, { list, index, mentions }: Place): FieldRefusal | undefined {
  const strange = mentions[index]?.candidates?.find((key) => !known.has(key));
  if (strange === undefined) return undefined;
  const detail = `候选名单中没有“${strange}”，请重新归集后核对。`;
  return refuse('UNKNOWN_SUBJECT', clause, detail, `${list}.${index}.candidates`);
}

/** Areas from township to city; departments, bureaus and other offices above the village, no unit and no person. */
function isAreaOrDepartment(subject: Mention['subject']): boolean {
  if (isTerritory(subject)) return ['city', 'county', 'township'].includes(levelOf(subject) ?? '');
  const isOffice =
    departmentOf(subject) !== undefined ||
    ['department', 'stationing-office', 'party-committee', 'leading-group-office'].includes(kindOf(subject));
  return isOffice && levelOf(territoryOf(subject)) !== 'village';
}
