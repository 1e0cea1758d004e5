import { policyChange, policyPreview } from '@duban/contracts/answers/policy';
import { casesOf } from '@duban/persistence/cases';
import { policyVersionsOf, savePolicyVersion } from '@duban/persistence/policy-versions';
import type { Json } from '@duban/policy/base/json';
import { basePolicy, publishedPolicy, type PolicyRef, type Settings } from '@duban/policy/settings/policy-set';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { ENGINE_GATEWAY, type EngineGateway } from '../acts/engine-gateway';
import { CASE_BOOK, type CaseBook } from '../acts/acts.service';
import { parseBody } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CLOCK, type Clock } from '../clock';
import { CaseFiles } from '../cases/case-files';
import { RefusedRequest } from '../refusals/refused-request';
import { judgeChange } from './judge-change';
import { previewOf, type PolicyPreview } from './policy-preview';
import { grantNames, isGranted } from '@duban/policy/case/admission';
import { office } from '@duban/policy/case/operation';

/** the province's leading group and its office answer for the plans; no unit and no department changes their numbers. */
const changers = [office('leading-group-office', 'province'), office('province-group', 'province')];

type PreviewBody = z.output<typeof policyPreview.body>;
type ChangeBody = z.output<typeof policyChange.body>;

const together = 5;

/** Changes numbers of the policy set: a new version for new cases, and by the office's explicit order for the open ones too. */
@Injectable()
export class PolicyDesk {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENGINE_GATEWAY) private readonly engine: EngineGateway,
    @Inject(CASE_BOOK) private readonly book: CaseBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async change(caller: Caller, raw: unknown): Promise<PolicyRef & { reprojected: number }> {
    const { changes, reason: why, applyToOpen } = (await this.checked(caller, raw, policyChange.body)) as ChangeBody;
    const policy = await this.save(caller, changes as Partial<Settings>, why);
    return { ...policy, reprojected: applyToOpen ? await this.reproject(caller, policy) : 0 };
  }

  /** What the same changes would move if they were ordered for the open cases too. */
  async preview(caller: Caller, raw: unknown): Promise<PolicyPreview> {
    const { changes } = (await this.checked(caller, raw, policyPreview.body)) as PreviewBody;
    const current = currentOf(await policyVersionsOf(this.dataSource, basePolicy.set));
    const policy = {
      set: current.set,
      version: current.version + 1,
      changes: { ...current.changes, ...(changes as Partial<Settings>) },
    };
    return previewOf(
      this.dataSource,
      await CaseFiles.of(this.dataSource, await this.book.calendar()),
      caller.territory,
      policy,
    );
  }

  private async checked(caller: Caller, raw: unknown, body: z.ZodType): Promise<Json> {
    if (!isGranted(caller.office, changers))
      throw new RefusedRequest('NOT_ALLOWED', `政策集应由${grantNames(changers)}调整，当前单位无权办理。`, {
        clause: 'A-0',
      });
    const parsed = parseBody(raw, body).body;
    const current = currentOf(await policyVersionsOf(this.dataSource, basePolicy.set));
    const verdict = judgeChange(current, (parsed as PreviewBody).changes);
    if (!verdict.admitted) throw RefusedRequest.of(verdict);
    return parsed;
  }

  private async save(caller: Caller, changes: Partial<Settings>, title: string): Promise<PolicyRef> {
    const current = currentOf(await policyVersionsOf(this.dataSource, basePolicy.set));
    const merged = { ...current.changes, ...changes };
    // The same order sent twice makes one version.
    if (current.version > basePolicy.version && JSON.stringify(merged) === JSON.stringify(current.changes))
      return current;
    const next = { set: current.set, version: current.version + 1, changes: merged };
    const saved = await savePolicyVersion(this.dataSource, {
      ...next,
      title,
      savedBy: caller.office,
      savedAt: this.clock.now(),
    });
    if (saved === 'differs')
      throw new RefusedRequest('ALREADY_DONE', '刚刚已有人保存了新的政策版本，请核对后重新提交。');
    return next;
  }

  private async reproject(caller: Caller, policy: PolicyRef): Promise<number> {
    const order = {
      key: `policy:${policy.set}.${policy.version}`,
      at: this.clock.now(),
      by: { office: caller.office },
      policy,
    };
    const open = { territory: caller.territory, ended: false };
    let count = 0;
    let after: string | undefined;
    do {
      const page = await casesOf(
        this.dataSource,
        open,
        { limit: 200, ...(after !== undefined && { after }) },
        'oldest',
      );
      for (let index = 0; index < page.items.length; index += together) {
        await Promise.all(
          page.items.slice(index, index + together).map((row) => this.engine.reproject(row.caseId, order)),
        );
      }
      count += page.items.length;
      after = page.next ?? undefined;
    } while (after !== undefined);
    return count;
  }
}

/** The version of an edition in force: the latest an office saved, or the published one. */
export function currentOf(versions: readonly PolicyRef[], edition = basePolicy.set): PolicyRef {
  const [latest] = versions.filter(({ set }) => set === edition).sort((a, b) => b.version - a.version);
  return latest === undefined
    ? publishedPolicy(edition)
    : { set: latest.set, version: latest.version, changes: latest.changes };
}
