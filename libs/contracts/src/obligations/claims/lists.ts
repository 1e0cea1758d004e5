import type { Claims } from '../claim';
import { claim, partly, piece, registerTests } from '../claim-rows';

const gaps = registerTests('hand-registers.spec.ts', 'A-2.2, A-2.3, B-1 and plan C: registers that look for gaps');

/** Lists whose entries show what is lacking. */
export const claimsOfLists: Claims = {
  'A-2.2.v': partly(
    claim(
      '大规模停水断水事件列出',
      gaps('A-2.2: less than 95 %, and a large cut-off'),
      piece('registers/policy-registers.ts', "...(numberOf(entry, 'cutOffs') > 0", '...(false'),
    ),
    '次日报告的期限尚未核对，没有报告的单位不会被点名。',
  ),
  'A-2.2.w': partly(
    claim(
      '自来水普及率低于95%的列出',
      gaps('A-2.2: less than 95 %, and a large cut-off'),
      piece('registers/policy-registers.ts', '!reaches(tapped, households, settings.tapWaterShare)', 'false'),
    ),
    '没有登记数据的地区不会被点名。',
  ),
  'A-2.3.j': partly(
    claim(
      '无一人就业的搬迁家庭列出',
      gaps('A-2.3: a relocated family able and willing, nobody employed'),
      piece(
        'registers/policy-registers.ts',
        "(entry) => isSo(entry, 'able') && numberOf(entry, 'employed') === 0,",
        '() => false,',
      ),
    ),
    '未按季度更新核对，没有登记的家庭不会列出。',
  ),
  'C-2.2.a': partly(
    claim(
      '未经市驻村办审定的县级培训方案列出',
      gaps('C-2.2: a training plan the city has not approved'),
      piece(
        'registers/stationing-registers.ts',
        "...lacking('C-2.2', '县级培训方案未经市驻村办审定', (entry) => textOf(entry, 'approvedOn') === ''),",
      ),
    ),
    '没有4月30日的期限，没有登记方案的县不会被点名，培训班未作标注。',
  ),
  'C-2.5.c': partly(
    claim(
      '“口袋书”发放数少于干部数的列出',
      {
        file: 'registers/hand-registers.spec.ts',
        title: 'A-2.2, A-2.3, B-1 and plan C: registers that look for gaps C-2.5: booklets not for every cadre',
      },
      piece(
        'registers/stationing-registers.ts',
        "(entry) => numberOf(entry, 'given') < numberOf(entry, 'cadres'),",
        '() => false,',
      ),
    ),
    '只核对数量，未逐人列出没有领到的干部。',
  ),
  'C-2.5.g': partly(
    claim(
      '宣传画未逐户悬挂的列出',
      {
        file: 'registers/hand-registers.spec.ts',
        title: 'A-2.2, A-2.3, B-1 and plan C: registers that look for gaps C-2.5: posters not in every house',
      },
      piece(
        'registers/stationing-registers.ts',
        "(entry) => numberOf(entry, 'hung') < numberOf(entry, 'households')",
        '() => false',
      ),
    ),
    '只核对户数，未逐户列出。',
  ),
  'C-2.6.c': partly(
    claim(
      '帮扶指标未完成的列出',
      {
        file: 'registers/hand-registers.spec.ts',
        title: 'A-2.2, A-2.3, B-1 and plan C: registers that look for gaps C-2.6: a goal not reached',
      },
      piece(
        'registers/stationing-registers.ts',
        "(entry) => numberOf(entry, 'reached') < numberOf(entry, 'target')",
        '() => false',
      ),
    ),
    '没有登记指标的单位不会被点名；年度未结束也会列出。',
  ),
  'C-3.2.l': partly(
    claim(
      '未向驻地了解干部表现的列出',
      {
        file: 'registers/hand-registers.spec.ts',
        title:
          'A-2.2, A-2.3, B-1 and plan C: registers that look for gaps C-3.2: a unit that has not asked on the spot',
      },
      piece(
        'registers/stationing-registers.ts',
        "...lacking('C-3.2', '尚未向驻地了解驻村干部日常表现和工作业绩', (entry) => textOf(entry, 'visitedOn') === ''),",
      ),
    ),
    '没有登记的单位不会被点名；未逐人登记，未按半年核对。',
  ),
};
