import { refusedForContent } from '@duban/contracts/case-workflow';
import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

/** Was an activity refused for what it was given? Trying again, or waiting, cannot help. */
export const isRefusedForContent = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === refusedForContent;
