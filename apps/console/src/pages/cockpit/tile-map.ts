import { areasBelow, divisionName } from '@duban/contracts/divisions';
import type { Territory } from '@duban/policy/base/office';

/** A city's block: where its left column stands, in which bands, and its counties by short name; a dot is an empty place. */
interface Block {
  column: number;
  band: number;
  bands: number;
  rows: readonly string[];
}

/** How many rows of tiles each band is high, from north to south. */
export const bandRows = [2, 2, 3, 2, 3, 3] as const;
export const mapColumns = 12;

const block = (column: number, band: number, rows: readonly string[], bands = 1): Block => ({
  column,
  band,
  bands,
  rows,
});

/** A schematic map: every city's block lies roughly where the city does, every county roughly where it lies in its city. No boundaries. */
const blocks: Readonly<Record<Territory, Block>> = {
  '1406': block(4, 0, ['右玉 山阴 怀仁', '平鲁 朔城 应县']),
  '1402': block(7, 0, ['左云 新荣 平城 阳高 天镇', '云冈 云州 浑源 广灵 灵丘']),
  '1409': block(2, 1, ['河曲 偏关 神池 宁武 代县 繁峙 五台', '保德 五寨 岢岚 静乐 原平 忻府 定襄']),
  '1411': block(0, 2, ['兴县 岚县 .', '临县 方山 交城', '柳林 离石 文水', '石楼 中阳 汾阳', '. 交口 孝义'], 2),
  '1401': block(3, 2, ['娄烦 尖草坪 阳曲 .', '古交 万柏林 杏花岭 迎泽', '清徐 晋源 小店 .']),
  '1403': block(8, 2, ['盂县 郊区 .', '城区 矿区 平定']),
  '1407': block(3, 3, ['. 祁县 太谷 榆次 寿阳 昔阳', '灵石 介休 平遥 榆社 左权 和顺']),
  '1410': block(0, 4, ['永和 隰县 汾西 霍州 洪洞 古县', '大宁 蒲县 . 尧都 浮山 安泽', '吉县 乡宁 襄汾 侯马 曲沃 翼城']),
  '1404': block(7, 4, ['沁源 沁县 武乡 黎城', '屯留 襄垣 潞城 平顺', '长子 上党 潞州 壶关']),
  '1408': block(0, 5, ['. 河津 稷山 新绛 绛县', '临猗 万荣 闻喜 夏县 垣曲', '永济 盐湖 芮城 平陆 .']),
  '1405': block(6, 5, ['沁水 高平 陵川', '阳城 城区 泽州']),
};

/** A county on the map: column and row of the whole province's grid. */
export interface TilePlace {
  code: Territory;
  short: string;
  x: number;
  y: number;
}

/** A city on the map. `columns` and `rows` say how large its block is. */
export interface TileBlock {
  city: Territory;
  column: number;
  band: number;
  bands: number;
  columns: number;
  rows: number;
  tiles: readonly TilePlace[];
}

/** 襄垣, 古韩, 五台山风景名胜区: a name of two characters or fewer is not shortened: 祁县, 城区. */
export const shortName = (name: string): string =>
  name.length > 2 ? name.replace(/(街道|县|市|区|镇|乡)$/, '') : name;

/** Every city's block with its counties. A name that the list of divisions does not know stays away; its test says so. */
export const tileBlocks = (): TileBlock[] =>
  Object.entries(blocks).map(([city, { column, band, bands, rows }]) => {
    const codes = new Map(areasBelow(city, 6).map((code) => [shortName(divisionName(code)), code]));
    const top = bandRows.slice(0, band).reduce<number>((sum, height) => sum + height, 0);
    const tiles = rows.flatMap((row, down) =>
      row.split(' ').flatMap((short, along) => {
        const code = codes.get(short);
        return code === undefined ? [] : [{ code, short, x: column + along, y: top + down }];
      }),
    );
    return {
      city,
      column,
      band,
      bands,
      columns: Math.max(...rows.map((row) => row.split(' ').length)),
      rows: rows.length,
      tiles,
    };
  });

/** Places side by side for areas that no map is drawn of: a county's townships. */
export const sideBySide = (codes: readonly Territory[], columns: number): TilePlace[] =>
  codes.map((code, index) => ({
    code,
    short: shortName(divisionName(code)),
    x: index % columns,
    y: Math.floor(index / columns),
  }));
