import { navigation } from '../../shell/navigation';
import { quickLinksOf } from './quick-links';
import { officeKinds, type Level, type OfficeKind } from '@duban/policy/base/office';

const paths = new Set(navigation.flatMap(({ items }) => items.map(({ path }) => path)));
const levels: Level[] = ['province', 'city', 'county', 'township', 'village'];

it.each(Object.keys(officeKinds) as OfficeKind[])('%s finds links to pages that are there, on every level', (kind) => {
  for (const level of levels) {
    const links = quickLinksOf({ kind, level });
    expect(links.length).toBeGreaterThan(0);
    expect(links.map(({ path }) => path.split('?')[0]).filter((path) => !paths.has(path ?? ''))).toEqual([]);
  }
});
