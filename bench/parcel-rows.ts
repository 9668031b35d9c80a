import { Readable } from 'node:stream';

/** So many rows go over the connection at once. */
const ROWS_AT_ONCE = 100;

/** What retail imports of the bench are filed with. */
export const PROFILE = {
  name: 'Bench',
  direction: 'import',
  supervisionMode: '9610',
  platform: { code: '3302986YQ8', name: '宁波示例电子商务有限公司' },
  merchant: { code: '3302986YQ8', name: '宁波示例电子商务有限公司' },
  logistics: { code: '3302980S01', name: '宁波示例速递有限公司' },
  agent: { code: '3302986YQ8', name: '宁波示例电子商务有限公司' },
  customsOffice: '3105',
  port: '3105',
  dxpId: 'DXPENT0000012345',
  guarantor: '3302986YQ8',
  transport: { mode: '5', name: 'CA1056', voyage: '20261128', billNo: '99912345675', country: '116' },
};

const cny = (amount: string) => ({ amount, currency: 'CNY' });

/** One retail import of one thing, with order, payment, waybill and list, whose papers agree. */
function parcel(orderNo: string, idNumber: string): string {
  const buyer = { name: '张三', idNumber, phone: '13800000000' };
  const consignee = { name: '张三', phone: '13800000000', address: '浙江省宁波市鄞州区示例路1号' };
  const goods = {
    ...{ lineNo: 1, itemName: '补水面膜', unit: '011', quantity: '2', unitPrice: cny('100.00'), total: cny('200.00') },
  };
  return `${JSON.stringify({
    order: {
      ...{ orderNo, goodsValue: cny('200.00'), freight: cny('0.00'), discount: cny('0.00'), taxTotal: cny('18.20') },
      ...{ actualPaid: cny('218.20'), buyer, consignee, lines: [goods] },
    },
    payment: {
      ...{ orderNo, payCode: '312228034T', payName: '示例支付有限公司', transactionNo: `T${orderNo}` },
      ...{ payer: { name: '张三', idNumber }, amountPaid: cny('218.20'), paidAt: '2026-11-28T10:00:00+08:00' },
    },
    waybill: { orderNo, waybillNo: `W${orderNo}`, consignee, grossKg: '0.6' },
    list: {
      ...{ orderNo, waybillNo: `W${orderNo}`, buyer, packages: 1, grossKg: '0.6', netKg: '0.5' },
      lines: [
        {
          ...goods,
          ...{ itemNo: 'SKU-1', hsCode: '3304990039', model: '面膜|30ml*10', country: '133', firstQuantity: '0.5' },
          ...{ firstUnit: '035', vatRate: '0.13' },
        },
      ],
    },
  })}\n`;
}

const ORDER = 'ORDER-PLACE';
const PERSON = 'PERSON-PLACE';

/** NDJSON of so many parcels, each of another buyer, made as it is read. */
export function parcelRows(count: number, prefix: string): Readable {
  const pieces = parcel(ORDER, PERSON).split(new RegExp(`(${ORDER}|${PERSON})`));
  const row = (number: number): string => {
    const [order, person] = [`${prefix}${number}`, `330203${String(number).padStart(12, '0')}`];
    return pieces.map((piece) => (piece === ORDER ? order : piece === PERSON ? person : piece)).join('');
  };
  function* all(): Generator<Buffer> {
    for (let first = 0; first < count; first += ROWS_AT_ONCE) {
      const size = Math.min(ROWS_AT_ONCE, count - first);
      yield Buffer.from(Array.from({ length: size }, (_, index) => row(first + index)).join(''));
    }
  }
  return Readable.from(all());
}
