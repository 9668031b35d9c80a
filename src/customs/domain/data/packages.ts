import { codeTable, readRows } from './code-table.js';

/** 包装种类代码 as it stands since declaration and inspection were merged. */
export const PACKAGES = codeTable(
  { id: 'customs.package', version: '2018-08-01', source: '海关包装种类代码表 (2018, 关检融合)' },
  readRows(`
    00 bulk|散装
    01 unpacked|裸装
    04 spherical tank|球状罐类
    06 bag or sack|包/袋
    22 carton or fibreboard box|纸制或纤维板制盒/箱
    23 wooden or bamboo case|木制或竹藤等植物性材料制盒/箱
    29 box of another material|其他材料制盒/箱
    32 fibre drum|纸制或纤维板制桶
    33 wooden barrel|木制或竹藤等植物性材料制桶
    39 drum of another material|其他材料制桶
    92 pallet of reprocessed wood|再生木托
    93 pallet of natural wood|天然木托
    99 other packing|其他包装
  `),
);
