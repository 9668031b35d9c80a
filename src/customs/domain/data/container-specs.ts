import { codeTable, readRows } from './code-table.js';

/** 集装箱规格代码: kind of box, and whether it is one standard unit (S) or two (L). */
export const CONTAINER_SPECS = codeTable(
  { id: 'customs.container-spec', version: '2018-08-01', source: '海关集装箱规格代码表' },
  readRows(`
    11 general, two units|普通2*标准箱（L）
    12 refrigerated, two units|冷藏2*标准箱（L）
    13 tank, two units|罐式2*标准箱（L）
    21 general, one unit|普通标准箱（S）
    22 refrigerated, one unit|冷藏标准箱（S）
    23 tank, one unit|罐式标准箱（S）
    31 other, one unit|其他标准箱（S）
    32 other, two units|其他2*标准箱（L）
  `),
);

/** A box of each specification, for reading a message: of which sort within it the message does not say. */
const BOX_OF: Readonly<Record<string, string>> = {
  '11': '42G1',
  '12': '42R1',
  '13': '42T1',
  '21': '22G1',
  '22': '22R1',
  '23': '22T1',
  '31': '22U1',
};

/** @returns ISO 6346, or null for another box of two units */
export function boxOf(spec: string): string | null {
  return BOX_OF[spec] ?? null;
}

/** @param sizeType ISO 6346, such as `22G1`; unknown counts as another box of two units */
export function containerSpec(sizeType: string | null): string {
  if (sizeType === null) return '32';
  const isShort = sizeType.startsWith('2');
  const group = sizeType.charAt(2);
  if (group === 'G' || group === 'V') return isShort ? '21' : '11';
  if (group === 'R' || group === 'H') return isShort ? '22' : '12';
  if (group === 'T' || group === 'K') return isShort ? '23' : '13';
  return isShort ? '31' : '32';
}
