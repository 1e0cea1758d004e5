/** Which process of libs/policy/src/processes may know which other one, and why. What is not named here is refused by the layer rules. */
const neighbours = {
  'area-interview': { 'duty-sheet': 'an interview held fulfils a duty line (B-3.3)' },
  'cadre-posting': { interview: 'a posting orders the interview and says by which grounds (C-3.7)' },
  'county-listing': { accountability: 'a second listing in a row begins the accountability case (A-3.7)' },
  'duty-book': { 'duty-sheet': 'the book of a cycle begins its sheets (A-0)' },
  'duty-sheet': { 'cadre-posting': 'who is on post owes the lines of a sheet (C-3.3)' },
  inspection: {
    'cadre-posting': 'a bulletin of a superior office names a cadre on post (C-3.7)',
    'duty-sheet': 'a check held fulfils a duty line (C-3.4)',
    problem: 'a finding becomes a problem of one of the seven lists (C-2.end)',
  },
  'monthly-assessment': {
    'cadre-posting': 'ranked are cadres on post (C-3.5)',
    'township-scores': 'the month of a county begins its townships’ score sheets and takes their scores (C-3.5)',
  },
  'supervision-cycle': { 'duty-book': 'a cycle begins the books of its territories (A-0)' },
};

/** The first circle among neighbours, as the names along it; `undefined` when there is none. */
function circleIn(table) {
  const walk = (process, path) => {
    if (path.includes(process)) return [...path.slice(path.indexOf(process)), process];
    for (const next of Object.keys(table[process] ?? {})) {
      const circle = walk(next, [...path, process]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  for (const process of Object.keys(table)) {
    const circle = walk(process, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

module.exports = { neighbours, circleIn };
