/** Parts of a JSON text that say where names stand; what lies between them is of no interest here. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * The first name that stands twice in one object of a JSON text which is known to be sound. A reader would take the last and drop
 * the first unseen. Goes through the text once, without recursion.
 */
export function duplicateKeyIn(json: string): string | undefined {
  /** Names so far of each object that is open; `null` for a list. */
  const open: (Set<string> | null)[] = [];
  let lastText = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const names = open.at(-1);
      const name = JSON.parse(lastText) as string;
      if (names?.has(name) === true) return name;
      names?.add(name);
    } else if (token !== ',') lastText = token;
  }
  return undefined;
}
