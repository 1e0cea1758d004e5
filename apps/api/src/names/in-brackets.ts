import { divisionName, isKnownDivision, officeName } from '@duban/contracts/divisions';
import { officeKinds } from '@duban/policy/base/office';

/** Where texts of notices and bulletins name somebody or some place by its id. */
export const inBrackets = /〔([A-Za-z0-9_:-]+)〕/g;

/** Replaces 〔140423〕 and 〔department:140423〕 in a text of the rules by names; other brackets (a year, a cadre's number) stay. */
export const withPlaces = (text: string): string =>
  text
    .replaceAll(inBrackets, (whole, id: string) => {
      if (/^\d{4,12}$/.test(id)) return isKnownDivision(id) ? divisionName(id) : whole;
      const name = id.includes(':') ? officeName(id) : id;
      return name === id ? whole : name;
    })
    .replaceAll(bareOffice, (id: string) => officeName(id));

/** Texts written before ids stood in brackets. */
const bareOffice = new RegExp(
  `(?<![\\w:-])(${Object.keys(officeKinds).join('|')}):\\d{2,12}(:[A-Za-z0-9-]+)?(?![\\w:])`,
  'g',
);
