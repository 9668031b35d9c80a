import { type TableRecord } from './declaration-table-columns.js';
import { type DeclaredLine, sequenceOf } from './declaration-tables.js';

/**
 * 海关出口商品代码、名称、退税率调整对应表: what a correction takes back under one code and claims anew under another, item by item.
 * @param lines of one correction: what is claimed anew follows what is taken back of it
 * @returns rows without their place in the table; none where no code was changed
 */
export function adjustmentsOf(lines: readonly DeclaredLine[]): TableRecord[] {
  return lines.flatMap((line, index): TableRecord[] => {
    const anew = lines[index + 1];
    const isChange =
      line.isCorrection &&
      line.taxable.isNegative() &&
      anew?.declarationLine === line.declarationLine &&
      !anew.taxable.isNegative();
    return isChange ? [adjustment(line, anew)] : [];
  });
}

/** The rows of the table, numbered. */
export function adjustmentRecords(lines: readonly DeclaredLine[], remark: string | null): TableRecord[] {
  return adjustmentsOf(lines).map((record, index) => ({
    ...record,
    ...{ sequence: sequenceOf(index + 1), remark: remark ?? '' },
  }));
}

function adjustment(before: DeclaredLine, after: DeclaredLine): TableRecord {
  return {
    item: before.declarationLine,
    exportDate: before.exportDate,
    oldCode: before.hsCode,
    oldName: before.goodsName,
    oldRate: before.refundRate.times(100).toFixed(),
    newCode: after.hsCode,
    newName: after.goodsName,
    newRate: after.refundRate.times(100).toFixed(),
  };
}
