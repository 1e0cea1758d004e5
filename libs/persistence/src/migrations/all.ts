import { CreateCases1795000000001 } from './1795000000001-create-cases';
import { CreateEntries1795000000002 } from './1795000000002-create-entries';
import { CreateRecords1795000000003 } from './1795000000003-create-records';
import { CreateNotices1795000000004 } from './1795000000004-create-notices';
import { CreateDirectory1795000000005 } from './1795000000005-create-directory';
import { CreateDuties1795000000006 } from './1795000000006-create-duties';
import { CreateRegisterRows1795000000007 } from './1795000000007-create-register-rows';
import { CreateRegisterEntries1795000000008 } from './1795000000008-create-register-entries';
import { CreateScoreDrafts1795000000009 } from './1795000000009-create-score-drafts';
import { AddReading1795000000010 } from './1795000000010-add-reading';
import { NumberFurtherCases1795000000011 } from './1795000000011-number-further-cases';
import { CreateRehearsals1795000000020 } from './1795000000020-create-rehearsals';
import { RenameFacts1795000000021 } from './1795000000021-rename-facts';
import { CreateSetAsideWrites1795000000022 } from './1795000000022-create-set-aside-writes';
import { AddScope1795000000023 } from './1795000000023-add-scope';

export const migrations = [
  CreateCases1795000000001,
  CreateEntries1795000000002,
  CreateRecords1795000000003,
  CreateNotices1795000000004,
  CreateDirectory1795000000005,
  CreateDuties1795000000006,
  CreateRegisterRows1795000000007,
  CreateRegisterEntries1795000000008,
  CreateScoreDrafts1795000000009,
  AddReading1795000000010,
  NumberFurtherCases1795000000011,
  CreateRehearsals1795000000020,
  RenameFacts1795000000021,
  CreateSetAsideWrites1795000000022,
  AddScope1795000000023,
];
