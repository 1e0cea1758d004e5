/** The name of an act or duty and, where it ends in brackets, what stands in them with the brackets. */
export function partsOfSummary(summary: string): { name: string; condition: string } {
  const [condition = ''] = /(?<=.)（[^（）]*(?:（[^（）]*）[^（）]*)*）$/.exec(summary) ?? [];
  return { name: summary.slice(0, summary.length - condition.length), condition };
}
