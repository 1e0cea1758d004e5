import { reasonOf } from './stuck-cases';

it.each([
  ['["category=WorkflowTaskFailed","cause=WorkflowTaskFailedCauseNonDeterministicError"]', '程序版本'],
  ['["category=WorkflowTaskTimedOut","cause=WorkflowTaskTimedOutCauseStartToClose"]', '超过时限'],
  ['["category=WorkflowTaskFailed","cause=WorkflowTaskFailedCauseGrpcMessageTooLarge"]', '容量'],
  ['["category=WorkflowTaskFailed","cause=WorkflowTaskFailedCauseWorkflowWorkerUnhandledFailure"]', '出错'],
])('what the engine reports is said in plain words: %s', (problems, words) => {
  expect(reasonOf(problems)).toContain(words);
  expect(reasonOf(problems)).not.toMatch(/[A-Za-z]/);
});
