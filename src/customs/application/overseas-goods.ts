import { InputCheck } from '../../kernel/input-check.js';
import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { NoOverseasExportError } from '../domain/overseas/overseas.errors.js';
import { SAY } from '../domain/overseas/overseas.sentences.js';
import { OVERSEAS_MODE } from '../domain/overseas/stock.js';
import { type Papers } from '../domain/parcels/papers.js';
import { type Declaration } from '../entities/declaration.entity.js';
import { type NewLot } from '../entities/overseas-stock.table.js';
import { type ParcelRow } from '../entities/parcels.table.js';

/** What comes to a warehouse abroad. */
export interface Reception {
  readonly warehouse: string;
  readonly arrivedOn: LocalDate;
  /** Products by declared line, where the line itself does not name one. */
  readonly skus: ReadonlyMap<number, string>;
}

type Line = Pick<NewLot, 'lineNo' | 'goodsName' | 'hsCode' | 'unit' | 'declared'> & { readonly sku: string | null };
type Goods = Omit<NewLot, keyof Line | 'warehouse' | 'arrivedOn' | 'sku'> & { readonly lines: readonly Line[] };

/** @throws NoOverseasExportError unless it was declared under 9810 and has left */
export function goodsOfDeclaration({ id, orderId, state, form, entryNumber, exportDate }: Declaration): Goods {
  checkMode(form.supervisionMode);
  checkDeparted(state, ['departed', 'cleared']);
  return {
    ...{ sourceType: 'declaration', sourceId: id, orderId, documentNo: entryNumber, exportDate },
    orderNo: form.contractNumber,
    lines: form.items.map((item) => ({
      lineNo: item.itemNumber,
      goodsName: item.goodsName,
      hsCode: item.hsCode,
      unit: item.unit,
      declared: item.quantity,
      sku: item.product == null ? null : publicId('product', item.product.id),
    })),
  };
}

/**
 * Of a list that was released: it leaves by its list alone, and not every carrier tells the departure.
 * @throws NoOverseasExportError
 */
export function goodsOfParcel({ id, state, supervisionMode, orderNo, invtNo }: ParcelRow, { list }: Papers): Goods {
  checkMode(supervisionMode);
  checkDeparted(state, ['released', 'departed', 'cleared']);
  return {
    ...{ sourceType: 'parcel', sourceId: id, orderId: null, documentNo: invtNo, orderNo },
    exportDate: list?.exitDate ?? null,
    lines: (list?.lines ?? []).map((line) => ({
      lineNo: line.lineNo,
      goodsName: line.itemName,
      hsCode: line.hsCode,
      unit: line.unit,
      declared: line.quantity,
      sku: line.itemNo ?? null,
    })),
  };
}

/** @throws InvalidInputError naming every fault */
export function lotsOfGoods({ lines, ...goods }: Goods, { warehouse, arrivedOn, skus }: Reception): NewLot[] {
  const check = new InputCheck();
  const { exportDate } = goods;
  const isAfter = exportDate === null || exportDate <= arrivedOn;
  check.that(isAfter, '/arrivedOn', 'before_departure', SAY.before_departure({ day: exportDate ?? '' }));
  const numbers = lines.map(({ lineNo }) => lineNo);
  for (const lineNo of skus.keys())
    check.that(numbers.includes(lineNo), '/items', 'unknown_line', SAY.no_such_line({ line: lineNo }));
  const lots = lines.map(({ sku: own, ...line }) => {
    const sku = skus.get(line.lineNo) ?? own ?? '';
    check.that(sku !== '', '/items', 'required', SAY.needs_sku({ line: line.lineNo }));
    return { ...goods, ...line, warehouse, arrivedOn, sku };
  });
  check.done();
  return lots;
}

function checkMode(mode: string): void {
  if (mode !== OVERSEAS_MODE) throw new NoOverseasExportError(SAY.other_mode({ mode }), { supervisionMode: mode });
}

function checkDeparted(state: string, departed: readonly string[]): void {
  if (!departed.includes(state)) throw new NoOverseasExportError(SAY.not_departed({ state }), { state });
}
