/** The name of an act and, where it ends in brackets, what stands in them with the brackets. */
export function partsOfSummary(summary: string): { name: string; condition: string } {
  if (!summary.endsWith('）')) return { name: summary, condition: '' };
  let depth = 0;
  for (let at = summary.length - 1; at > 0; at -= 1) {
    if (summary[at] === '）') depth += 1;
    if (summary[at] === '（') depth -= 1;
    if (depth === 0) return { name: summary.slice(0, at), condition: summary.slice(at) };
  }
  return { name: summary, condition: '' };
}
