/** Clause C-3.5: one line of the month's task list. */
export interface TaskItem {
  id?: string | undefined;
  what: string;
  /** Default: all. */
  for?: 'first-secretary' | 'team' | 'all' | undefined;
}
