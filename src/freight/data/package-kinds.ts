/**
 * How packages of a kind are called on a packing list. Codes: 海关包装种类代码表 (2018-08-01, 关检融合), which the order has them
 * in; what is not of this table goes as packages.
 */
const KINDS: Readonly<Record<string, string>> = {
  '00': 'bulk 散装',
  '01': 'unpacked 裸装',
  '04': 'spherical tank 球状罐',
  '06': 'bags 袋',
  '22': 'cartons 纸箱',
  '23': 'wooden cases 木箱',
  '29': 'boxes 箱',
  '32': 'fibre drums 纸桶',
  '33': 'wooden barrels 木桶',
  '39': 'drums 桶',
  '92': 'pallets 再生木托',
  '93': 'pallets 天然木托',
};

export function packageKind(code: string): string {
  return KINDS[code] ?? 'packages 件';
}
