import type { ClauseEvidence } from './clause-coverage';

/** Written by `npm run clauses -- --write`. */
export const clauseEvidence: Readonly<Record<string, ClauseEvidence>> = {
  "A-0": {
    "rules": [
      "libs/policy/src/case/process.ts",
      "libs/policy/src/processes/duty-book/duty-book-operations.ts",
      "libs/policy/src/processes/duty-book/duty-book.ts",
      "libs/policy/src/processes/supervision-cycle/supervision-cycle-operations.ts",
      "libs/policy/src/processes/supervision-cycle/supervision-cycle.ts"
    ],
    "tests": [
      "libs/contracts/src/cycles.spec.ts",
      "libs/policy/src/case/recorded-file.spec.ts",
      "libs/policy/src/processes/duty-book/duty-book.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-monitoring.spec.ts",
      "libs/policy/src/processes/supervision-cycle/supervision-cycle.spec.ts",
      "test/walk/offers.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/further-cycle.yaml"
    ]
  },
  "A-2.1": {
    "rules": [
      "libs/policy/src/processes/household-monitoring/household-clock.ts",
      "libs/policy/src/processes/household-monitoring/household-corrections.ts",
      "libs/policy/src/processes/household-monitoring/household-deadlines.ts",
      "libs/policy/src/processes/household-monitoring/household-elimination.ts",
      "libs/policy/src/processes/household-monitoring/household-openings.ts",
      "libs/policy/src/processes/household-monitoring/household-operations.ts",
      "libs/policy/src/processes/household-monitoring/household-steps.ts"
    ],
    "tests": [
      "activities/src/notify/deliveries.int.spec.ts",
      "apps/api/src/acts/request-body.spec.ts",
      "apps/cli/src/rehearsal/timeline.spec.ts",
      "apps/console/src/pages/households/household-file.spec.ts",
      "apps/console/src/pages/policy/office-decisions.spec.ts",
      "apps/console/src/pages/policy/policy-versions.spec.ts",
      "apps/console/src/pages/rehearsals/compare-words.spec.ts",
      "libs/contracts/src/households.spec.ts",
      "libs/persistence/src/bulletin-candidates.int.spec.ts",
      "libs/policy/src/dates/deadline.spec.ts",
      "libs/policy/src/dates/ladder.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-clock.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-elimination.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-monitoring.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-new-risk.cases.spec.ts",
      "test/console/roles.e2e.spec.ts",
      "test/faults/half-done.e2e.spec.ts",
      "test/http/dispatches.int.spec.ts",
      "test/http/household-conditions.int.spec.ts",
      "test/http/households.int.spec.ts",
      "test/http/set-aside.int.spec.ts",
      "test/shell/run-case.int.spec.ts",
      "workflows/src/case/edition.spec.ts",
      "workflows/src/case/ledger-position.spec.ts",
      "workflows/src/case/turn.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/household-green-channel.yaml",
      "test/scenarios/household-on-time.yaml"
    ]
  },
  "A-2.2": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/dispatch/policy-ledger.cases.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts",
      "test/http/dispatches.int.spec.ts"
    ],
    "scenarios": []
  },
  "A-2.3": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-2.4": {
    "rules": [
      "libs/policy/src/registers/trade-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-2.5": {
    "rules": [
      "libs/policy/src/registers/trade-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-2.6": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-2.7": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-3.1": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/contest/contest-operations.ts",
      "libs/policy/src/processes/contest/contest.ts"
    ],
    "tests": [
      "libs/policy/src/processes/contest/contest-correction.cases.spec.ts",
      "libs/policy/src/processes/contest/contest-departments.cases.spec.ts",
      "libs/policy/src/processes/contest/contest.spec.ts",
      "test/http/contest-and-subsidies.int.spec.ts"
    ],
    "scenarios": []
  },
  "A-3.2": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts",
      "libs/policy/src/registers/village-parts.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-3.3": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/dispatch/dispatch-confirm.ts",
      "libs/policy/src/processes/dispatch/dispatch-operations.ts",
      "libs/policy/src/processes/dispatch/dispatch.ts",
      "libs/policy/src/processes/duty-book/duty-book.ts",
      "libs/policy/src/registers/hand-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/dispatch/dispatch-ranking.spec.ts",
      "libs/policy/src/processes/dispatch/dispatch.spec.ts",
      "libs/policy/src/processes/duty-book/duty-book.spec.ts",
      "test/http/dispatches.int.spec.ts"
    ],
    "scenarios": []
  },
  "A-3.4": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/duty-book/duty-book.ts",
      "libs/policy/src/processes/work-bulletin/bulletin-mentions.ts",
      "libs/policy/src/processes/work-bulletin/work-bulletin-operations.ts",
      "libs/policy/src/processes/work-bulletin/work-bulletin.ts"
    ],
    "tests": [
      "apps/console/src/pages/bulletins/bulletin-draft.spec.ts",
      "libs/persistence/src/bulletin-candidates.int.spec.ts",
      "libs/persistence/src/reads.int.spec.ts",
      "libs/persistence/src/write-case.int.spec.ts",
      "libs/policy/src/processes/duty-book/duty-book.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/work-bulletin/work-bulletin-rights.spec.ts",
      "libs/policy/src/processes/work-bulletin/work-bulletin.spec.ts",
      "test/http/dispatches.int.spec.ts",
      "test/walk/reads.int.spec.ts"
    ],
    "scenarios": []
  },
  "A-3.5": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/area-interview/area-interview-acts.ts",
      "libs/policy/src/processes/area-interview/area-interview-operations.ts"
    ],
    "tests": [
      "apps/console/src/cases/listed-names.spec.ts",
      "libs/policy/src/processes/area-interview/area-interview.spec.ts",
      "test/http/dispatches.int.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/dispatch-and-bulletin.yaml"
    ]
  },
  "A-3.6": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/county-listing/listing-notices.ts",
      "libs/policy/src/processes/inspection/inspection-acts.ts",
      "libs/policy/src/processes/inspection/inspection-operations.ts",
      "libs/policy/src/processes/problem/problem-deadlines.ts",
      "libs/policy/src/processes/problem/problem-notices.ts"
    ],
    "tests": [
      "apps/cli/src/verify-sample/verify.spec.ts",
      "libs/policy/src/processes/county-listing/listing-rectification.spec.ts",
      "libs/policy/src/processes/inspection/commitment.spec.ts",
      "libs/policy/src/processes/inspection/sample.spec.ts",
      "libs/policy/src/processes/problem/problem-setbacks.cases.spec.ts",
      "libs/policy/src/processes/problem/problem.spec.ts",
      "test/http/inspections.int.spec.ts",
      "test/walk/reads.int.spec.ts"
    ],
    "scenarios": []
  },
  "A-3.7": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/accountability/accountability-operations.ts",
      "libs/policy/src/processes/accountability/accountability.ts",
      "libs/policy/src/processes/county-listing/county-listing.ts",
      "libs/policy/src/processes/county-listing/listing-acceptance.ts",
      "libs/policy/src/processes/county-listing/listing-accountability.ts",
      "libs/policy/src/processes/county-listing/listing-correction.ts",
      "libs/policy/src/processes/county-listing/listing-leaders.ts",
      "libs/policy/src/processes/county-listing/listing-notices.ts",
      "libs/policy/src/processes/county-listing/listing-openings.ts",
      "libs/policy/src/processes/county-listing/listing-operations.ts",
      "libs/policy/src/processes/county-listing/listing-rectification.ts",
      "libs/policy/src/processes/inspection/inspection-operations.ts",
      "libs/policy/src/processes/problem/problem-notices.ts",
      "libs/policy/src/processes/problem/problem-operations.ts",
      "libs/policy/src/processes/problem/problem-return.ts",
      "libs/policy/src/registers/ground-registers.ts"
    ],
    "tests": [
      "apps/api/src/acts/confirmed-grounds.spec.ts",
      "apps/api/src/listings/listed.spec.ts",
      "apps/console/src/pages/cockpit/acceptance-words.spec.ts",
      "apps/console/src/pages/listings/listing-file.spec.ts",
      "libs/contracts/src/accountabilities.spec.ts",
      "libs/contracts/src/listings.spec.ts",
      "libs/policy/src/processes/accountability/accountability.spec.ts",
      "libs/policy/src/processes/county-listing/county-listing.spec.ts",
      "libs/policy/src/processes/county-listing/listing-acceptance.spec.ts",
      "libs/policy/src/processes/county-listing/listing-failure.spec.ts",
      "libs/policy/src/processes/county-listing/listing-rectification.spec.ts",
      "libs/policy/src/processes/problem/problem.spec.ts",
      "libs/policy/src/registers/ground-registers.spec.ts",
      "test/console/roles.e2e.spec.ts",
      "test/http/grounds.int.spec.ts",
      "test/http/listings.int.spec.ts"
    ],
    "scenarios": []
  },
  "A-3.8": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-4.1": {
    "rules": [
      "libs/policy/src/processes/county-listing/listing-notices.ts",
      "libs/policy/src/processes/county-listing/listing-openings.ts",
      "libs/policy/src/processes/duty-sheet/duty-entries.ts",
      "libs/policy/src/processes/duty-sheet/duty-questions.ts",
      "libs/policy/src/registers/leader-registers.ts",
      "libs/policy/src/registers/village-registers.ts"
    ],
    "tests": [
      "libs/persistence/src/owed-reads.int.spec.ts",
      "libs/persistence/src/register-answers.int.spec.ts",
      "libs/policy/src/processes/county-listing/county-listing.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/duty-sheet/leaders.cases.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts",
      "test/http/duties.int.spec.ts"
    ],
    "scenarios": []
  },
  "A-4.2": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-4.3": {
    "rules": [
      "libs/policy/src/processes/dispatch/dispatch-confirm.ts",
      "libs/policy/src/processes/dispatch/dispatch-operations.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-operations.ts",
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "apps/console/src/pages/subsidies/subsidy-steps.spec.ts",
      "libs/policy/src/processes/dispatch/dispatch.spec.ts",
      "libs/policy/src/processes/dispatch/policy-ledger.cases.spec.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-campaign.spec.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-whose.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "A-4.4": {
    "rules": [
      "libs/policy/src/registers/policy-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-1": {
    "rules": [
      "libs/policy/src/registers/industry-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.1.1": {
    "rules": [
      "libs/policy/src/registers/trade-registers.ts",
      "libs/policy/src/registers/village-parts.ts"
    ],
    "tests": [
      "libs/contracts/src/registers.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts",
      "libs/policy/src/registers/village-registers.cases.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.1.2": {
    "rules": [
      "libs/policy/src/registers/industry-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.1.3": {
    "rules": [
      "libs/policy/src/registers/trade-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.2.1": {
    "rules": [
      "libs/policy/src/registers/industry-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.2.2": {
    "rules": [
      "libs/policy/src/processes/subsidy-campaign/subsidy-campaign.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-lists.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-operations.ts",
      "libs/policy/src/registers/industry-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/subsidy-campaign/subsidy-campaign.spec.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-payment.cases.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.2.3": {
    "rules": [
      "libs/policy/src/registers/post-findings.ts",
      "libs/policy/src/registers/post-refusals.ts",
      "libs/policy/src/registers/post-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/post-registers.spec.ts",
      "test/http/registers.int.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.2.4": {
    "rules": [
      "libs/policy/src/registers/workshop-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts",
      "libs/policy/src/registers/post-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.3.1": {
    "rules": [
      "libs/policy/src/registers/fund-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.3.2": {
    "rules": [
      "libs/policy/src/registers/credit-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/household-monitoring/household-elimination.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.3.3": {
    "rules": [
      "libs/policy/src/registers/award-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.3.4": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-campaign.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-operations.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-payment.ts",
      "libs/policy/src/registers/workshop-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/subsidy-campaign/subsidy-campaign.spec.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-payment.cases.spec.ts",
      "libs/policy/src/processes/subsidy-campaign/subsidy-whose.spec.ts",
      "libs/policy/src/registers/money-registers.cases.spec.ts",
      "libs/policy/src/registers/post-registers.spec.ts",
      "test/http/contest-and-subsidies.int.spec.ts"
    ],
    "scenarios": []
  },
  "B-2.3.5": {
    "rules": [
      "libs/policy/src/registers/trade-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-3.1": {
    "rules": [
      "libs/policy/src/registers/industry-registers.ts"
    ],
    "tests": [
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "B-3.2": {
    "rules": [
      "libs/policy/src/processes/household-monitoring/household-deadlines.ts",
      "libs/policy/src/processes/household-monitoring/household-events.ts",
      "libs/policy/src/processes/household-monitoring/household-monitoring.ts",
      "libs/policy/src/processes/household-monitoring/household-openings.ts",
      "libs/policy/src/processes/household-monitoring/household-operations.ts",
      "libs/policy/src/processes/household-monitoring/household-steps.ts"
    ],
    "tests": [
      "apps/console/src/pages/policy/office-decisions.spec.ts",
      "apps/console/src/pages/policy/policy-versions.spec.ts",
      "libs/persistence/src/entry-chain.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-monitoring.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-new-risk.cases.spec.ts",
      "libs/policy/src/processes/household-monitoring/household.cases.spec.ts",
      "test/http/household-conditions.int.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/household-green-channel.yaml"
    ]
  },
  "B-3.3": {
    "rules": [
      "libs/policy/src/processes/area-interview/area-interview-acts.ts",
      "libs/policy/src/processes/area-interview/area-interview.ts",
      "libs/policy/src/processes/county-listing/listing-notices.ts"
    ],
    "tests": [
      "libs/policy/src/processes/county-listing/county-listing.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/dispatch-and-bulletin.yaml",
      "test/scenarios/further-cycle.yaml"
    ]
  },
  "C-2.1": {
    "rules": [
      "libs/policy/src/processes/cadre-posting/assessment-check.ts",
      "libs/policy/src/processes/cadre-posting/posting-changes.ts",
      "libs/policy/src/processes/cadre-posting/posting-consequences.ts",
      "libs/policy/src/processes/cadre-posting/posting-days.ts",
      "libs/policy/src/processes/cadre-posting/posting-deadlines.ts",
      "libs/policy/src/processes/cadre-posting/posting-notices.ts",
      "libs/policy/src/processes/cadre-posting/posting-openings.ts",
      "libs/policy/src/processes/cadre-posting/posting-operations.ts",
      "libs/policy/src/processes/cadre-posting/posting-recheck.ts",
      "libs/policy/src/processes/cadre-posting/pre-check.ts",
      "libs/policy/src/processes/cadre-posting/selection-check.ts",
      "libs/policy/src/processes/inspection/inspection-acts.ts"
    ],
    "tests": [
      "libs/contracts/src/postings.spec.ts",
      "libs/policy/src/processes/cadre-posting/cadre-posting.spec.ts",
      "libs/policy/src/processes/cadre-posting/escalation.spec.ts",
      "libs/policy/src/processes/cadre-posting/posting-whose.spec.ts",
      "libs/policy/src/processes/cadre-posting/recall.cases.spec.ts",
      "libs/policy/src/processes/cadre-posting/rotation.cases.spec.ts",
      "libs/policy/src/processes/cadre-posting/selection-check.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/duty-sheet/spot-check.cases.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/cadre-recall.yaml"
    ]
  },
  "C-2.2": {
    "rules": [
      "libs/policy/src/processes/cadre-posting/posting-operations.ts",
      "libs/policy/src/processes/cadre-posting/posting-registers.ts",
      "libs/policy/src/registers/stationing-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/cadre-posting/cadre-posting.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/duty-sheet/training.cases.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts",
      "test/console/roles.e2e.spec.ts",
      "test/http/duties.int.spec.ts"
    ],
    "scenarios": []
  },
  "C-2.3": {
    "rules": [
      "libs/policy/src/processes/duty-sheet/duty-lists.ts",
      "libs/policy/src/processes/duty-sheet/duty-questions.ts",
      "libs/policy/src/processes/duty-sheet/village-day-judge.ts",
      "libs/policy/src/processes/household-monitoring/household-elimination.ts",
      "libs/policy/src/processes/household-monitoring/household-operations.ts",
      "libs/policy/src/registers/roll-registers.ts"
    ],
    "tests": [
      "apps/console/src/pages/village-day/village-day.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/duty-sheet/visits.cases.spec.ts",
      "libs/policy/src/processes/household-monitoring/household-elimination.spec.ts",
      "test/http/household-conditions.int.spec.ts"
    ],
    "scenarios": []
  },
  "C-2.4": {
    "rules": [
      "libs/policy/src/processes/cadre-posting/posting-operations.ts",
      "libs/policy/src/processes/problem/problem-deadlines.ts",
      "libs/policy/src/processes/problem/problem-notices.ts",
      "libs/policy/src/processes/problem/problem-operations.ts",
      "libs/policy/src/registers/post-findings.ts",
      "libs/policy/src/registers/stationing-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/cadre-posting/cadre-posting.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/problem/problem.spec.ts",
      "libs/policy/src/registers/post-registers.spec.ts",
      "test/console/roles.e2e.spec.ts",
      "test/http/inspections.int.spec.ts"
    ],
    "scenarios": []
  },
  "C-2.5": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/inspection/inspection-acts.ts",
      "libs/policy/src/processes/inspection/inspection-operations.ts",
      "libs/policy/src/registers/stationing-registers.ts"
    ],
    "tests": [
      "apps/console/src/pages/duties/duty-board.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/inspection/inspection-whose.spec.ts",
      "libs/policy/src/processes/inspection/inspection.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/further-cycle.yaml"
    ]
  },
  "C-2.6": {
    "rules": [
      "libs/policy/src/registers/stationing-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "C-2.7": {
    "rules": [
      "libs/policy/src/registers/stationing-registers.ts",
      "libs/policy/src/registers/village-parts.ts"
    ],
    "tests": [
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts",
      "libs/policy/src/registers/village-registers.cases.spec.ts"
    ],
    "scenarios": []
  },
  "C-2.end": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/problem/problem-deadlines.ts",
      "libs/policy/src/processes/problem/problem-notices.ts",
      "libs/policy/src/processes/problem/problem-operations.ts",
      "libs/policy/src/processes/problem/problem.ts"
    ],
    "tests": [
      "libs/policy/src/case/term-history.spec.ts",
      "libs/policy/src/processes/problem/problem.spec.ts",
      "test/boundaries/citations.spec.ts",
      "test/http/inspections.int.spec.ts"
    ],
    "scenarios": []
  },
  "C-3.1": {
    "rules": [
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/cadre-posting/attendance.ts",
      "libs/policy/src/processes/cadre-posting/posting-days.ts",
      "libs/policy/src/processes/cadre-posting/posting-operations.ts",
      "libs/policy/src/processes/duty-book/duty-book.ts",
      "libs/policy/src/processes/duty-sheet/duty-attendance.ts",
      "libs/policy/src/processes/duty-sheet/duty-operations.ts",
      "libs/policy/src/processes/duty-sheet/duty-questions.ts",
      "libs/policy/src/processes/duty-sheet/duty-record-judge.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.ts",
      "libs/policy/src/processes/duty-sheet/village-day-judge.ts"
    ],
    "tests": [
      "apps/console/src/pages/village-day/village-day.spec.ts",
      "libs/policy/src/processes/cadre-posting/attendance.cases.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "test/http/duties.int.spec.ts",
      "test/shell/large-case.int.spec.ts"
    ],
    "scenarios": []
  },
  "C-3.2": {
    "rules": [
      "libs/policy/src/processes/cadre-posting/posting-operations.ts",
      "libs/policy/src/registers/stationing-registers.ts"
    ],
    "tests": [
      "libs/policy/src/processes/cadre-posting/cadre-posting.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-whose.spec.ts",
      "libs/policy/src/processes/duty-sheet/excuses.cases.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts"
    ],
    "scenarios": []
  },
  "C-3.3": {
    "rules": [
      "libs/policy/src/processes/cadre-posting/posting-discipline.ts",
      "libs/policy/src/processes/cadre-posting/posting-operations.ts"
    ],
    "tests": [
      "apps/console/src/pages/home/key-dates.spec.ts",
      "libs/policy/src/processes/cadre-posting/cadre-posting.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts"
    ],
    "scenarios": []
  },
  "C-3.4": {
    "rules": [
      "libs/policy/src/processes/inspection/inspection-acts.ts",
      "libs/policy/src/processes/inspection/inspection-consequences.ts",
      "libs/policy/src/processes/inspection/inspection-deadlines.ts",
      "libs/policy/src/processes/inspection/inspection-operations.ts"
    ],
    "tests": [
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/processes/duty-sheet/spot-check.cases.spec.ts",
      "libs/policy/src/processes/inspection/inspection-whose.spec.ts",
      "libs/policy/src/processes/inspection/inspection.spec.ts",
      "test/http/inspections.int.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/further-cycle.yaml"
    ]
  },
  "C-3.5": {
    "rules": [
      "libs/policy/src/processes/cadre-posting/posting-talks.ts",
      "libs/policy/src/processes/monthly-assessment/monthly-assessment-effects.ts",
      "libs/policy/src/processes/monthly-assessment/monthly-assessment-facts.ts",
      "libs/policy/src/processes/monthly-assessment/monthly-assessment-operations.ts",
      "libs/policy/src/processes/monthly-assessment/monthly-assessment.ts",
      "libs/policy/src/processes/supervision-cycle/supervision-cycle.ts",
      "libs/policy/src/processes/township-scores/month-score.ts",
      "libs/policy/src/processes/township-scores/township-cut.ts",
      "libs/policy/src/processes/township-scores/township-scores-operations.ts",
      "libs/policy/src/processes/township-scores/township-scores.ts"
    ],
    "tests": [
      "apps/api/src/months/hand-in.spec.ts",
      "apps/api/src/months/sheet-lines.spec.ts",
      "apps/api/src/refusals/refusal.filter.spec.ts",
      "apps/console/src/pages/home/key-dates.spec.ts",
      "libs/contracts/src/cycles.spec.ts",
      "libs/persistence/src/write-case.int.spec.ts",
      "libs/policy/src/processes/monthly-assessment/bulletin.spec.ts",
      "libs/policy/src/processes/monthly-assessment/corrections.cases.spec.ts",
      "libs/policy/src/processes/monthly-assessment/month-roster.spec.ts",
      "libs/policy/src/processes/monthly-assessment/monthly-assessment-rights.spec.ts",
      "libs/policy/src/processes/monthly-assessment/monthly-assessment.spec.ts",
      "libs/policy/src/processes/monthly-assessment/ranking.spec.ts",
      "libs/policy/src/processes/township-scores/township-scores.spec.ts",
      "test/console/score-grid.e2e.spec.ts",
      "test/http/months.int.spec.ts",
      "test/http/score-sheets.int.spec.ts",
      "test/walk/reads.int.spec.ts"
    ],
    "scenarios": []
  },
  "C-3.6": {
    "rules": [
      "libs/policy/src/processes/cadre-posting/posting-operations.ts",
      "libs/policy/src/processes/duty-sheet/duty-operations.ts",
      "libs/policy/src/processes/duty-sheet/duty-questions.ts",
      "libs/policy/src/registers/stationing-registers.ts"
    ],
    "tests": [
      "libs/persistence/src/owed-reads.int.spec.ts",
      "libs/policy/src/processes/cadre-posting/allowance.cases.spec.ts",
      "libs/policy/src/processes/cadre-posting/cadre-posting.spec.ts",
      "libs/policy/src/processes/duty-sheet/care-visits.cases.spec.ts",
      "libs/policy/src/processes/duty-sheet/care.cases.spec.ts",
      "libs/policy/src/processes/duty-sheet/duty-sheet.spec.ts",
      "libs/policy/src/registers/hand-registers.spec.ts",
      "test/http/duties.int.spec.ts",
      "test/http/registers.int.spec.ts"
    ],
    "scenarios": []
  },
  "C-3.7": {
    "rules": [
      "libs/policy/src/case/common-operations.ts",
      "libs/policy/src/case/register-kinds.ts",
      "libs/policy/src/processes/cadre-posting/posting-changes.ts",
      "libs/policy/src/processes/cadre-posting/posting-consequences.ts",
      "libs/policy/src/processes/cadre-posting/posting-deadlines.ts",
      "libs/policy/src/processes/cadre-posting/posting-discipline.ts",
      "libs/policy/src/processes/cadre-posting/posting-handling.ts",
      "libs/policy/src/processes/cadre-posting/posting-notices.ts",
      "libs/policy/src/processes/cadre-posting/posting-operations.ts",
      "libs/policy/src/processes/inspection/inspection-namings.ts",
      "libs/policy/src/processes/interview/interview-operations.ts",
      "libs/policy/src/processes/interview/interview.ts",
      "libs/policy/src/processes/monthly-assessment/monthly-assessment-effects.ts"
    ],
    "tests": [
      "apps/console/src/pages/policy/office-decisions.spec.ts",
      "libs/contracts/src/postings.spec.ts",
      "libs/policy/src/processes/cadre-posting/absence-ladder.spec.ts",
      "libs/policy/src/processes/cadre-posting/cadre-posting.spec.ts",
      "libs/policy/src/processes/cadre-posting/escalation.spec.ts",
      "libs/policy/src/processes/cadre-posting/leave.cases.spec.ts",
      "libs/policy/src/processes/cadre-posting/moved.cases.spec.ts",
      "libs/policy/src/processes/cadre-posting/ranking-ladder.spec.ts",
      "libs/policy/src/processes/cadre-posting/recall.cases.spec.ts",
      "libs/policy/src/processes/cadre-posting/rotation.cases.spec.ts",
      "libs/policy/src/processes/interview/interview.spec.ts",
      "libs/policy/src/processes/monthly-assessment/ranking.spec.ts",
      "test/boundaries/citations.spec.ts",
      "test/console/roles.e2e.spec.ts",
      "test/http/console.int.spec.ts",
      "test/shell/run-case.int.spec.ts",
      "workflows/src/case/turn.spec.ts"
    ],
    "scenarios": [
      "test/scenarios/cadre-recall.yaml"
    ]
  }
};
