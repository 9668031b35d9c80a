import { Decimal } from '../../../kernel/decimal.js';
import { type Block, boundedTable, boxRow, type Sheet, type Table } from '../../../kernel/sheet.js';
import { type ConsignmentParty } from '../consignments/consignment-check.js';
import { CATEGORY, natureOf, type PaperFacts, totalOf } from '../consignments/paper-lines.js';
import { type PlaceName } from './dcsa-paper.js';
import { shown } from './figures.js';

interface PackedPiece {
  readonly count: number;
  /** Of one piece. */
  readonly weightKg: string;
  readonly lengthCm: string;
  readonly widthCm: string;
  readonly heightCm: string;
}

export interface RailFacts extends PaperFacts {
  readonly cargo: PaperFacts['cargo'] & { readonly pieces: readonly PackedPiece[] };
}

/** Of the railway and its stations: they write it in. */
const OPEN = '';
const LAW =
  'Where the Uniform Rules CIM apply, the carriage is subject to them, notwithstanding any clause to the contrary; where SMGS ' +
  'applies, to SMGS. 在国际货协（SMGS）适用区段按国际货协办理，在 CIM 适用区段按 CIM 统一规则办理。';

/**
 * Contents of a consignment note by rail, of which number, wagons and stamps are the railway's.
 * Source: CIM (COTIF 1999, appendix B), art. 7 § 1; SMGS in the version of 2015, art. 15 § 1.
 */
export function railNote(facts: RailFacts, nameOf: PlaceName): Sheet {
  return {
    ...{
      title: 'RAIL CONSIGNMENT NOTE',
      titleZh: '铁路运单 SMGS / CIM',
      number: facts.waybillNumber ?? '',
      mark: null,
    },
    blocks: [
      ...headBlocks(facts, nameOf),
      goodsTable(facts),
      pieceTable(facts),
      ...endBlocks(facts),
      { kind: 'text', text: LAW },
    ],
  };
}

function headBlocks(facts: RailFacts, nameOf: PlaceName): Block[] {
  const { sender, recipient, offer, reference, waybillNumber, departureDate, papers } = facts;
  const declared = [CATEGORY[facts.contents], ...natureOf(facts)].join('; ');
  return [
    boxRow(
      { label: 'Consignor 发货人 Отправитель', text: partyText(sender) },
      { label: 'Consignment no. 批号 Отправка №', text: waybillNumber ?? '' },
    ),
    boxRow(
      { label: 'Consignee 收货人 Получатель', text: partyText(recipient) },
      { label: 'Reference of the consignor 发货人参考号', text: reference ?? '' },
    ),
    boxRow(
      { label: 'Station of departure 发站 Станция отправления', text: nameOf(offer.from) },
      { label: 'Station of destination 到站 Станция назначения', text: nameOf(offer.to) },
      { label: 'Border stations 国境口岸站 Пограничные станции', text: OPEN },
    ),
    boxRow(
      { label: 'Declarations of the consignor 发货人声明 Заявления отправителя', text: declared },
      { label: 'Documents attached 添附文件 Документы', text: papers.join(', ') },
      { label: 'Taken over, as wanted 要求接收日期', text: departureDate },
    ),
    boxRow(
      { label: 'Wagon / container 车辆/集装箱 Вагон', text: OPEN },
      { label: 'Seals 封印 Пломбы', text: OPEN },
      { label: 'Carriers 承运人 Перевозчики', text: OPEN },
    ),
  ];
}

function goodsTable({ goods }: RailFacts): Table {
  const net = goods.reduce((sum, { netKg }) => sum.plus(netKg), new Decimal(0));
  return boundedTable({
    caption: 'Goods 货物 Груз',
    columns: [
      { title: 'No.\n序号', share: 6 },
      { title: 'Name of goods\n货物名称 Наименование груза', share: 40 },
      { title: 'Code (HS, NHM, GNG)\n编码', share: 17 },
      { title: 'Origin\n原产国', share: 8 },
      { title: 'Quantity\n数量', share: 12, isFigure: true },
      { title: 'Net, kg\n净重', share: 13, isFigure: true },
      { title: 'Value\n价值', share: 17, isFigure: true },
    ],
    rows: goods.map(({ description, hsCode, originCountry, quantity, netKg, value }, index) => [
      ...[String(index + 1), description, hsCode ?? '', originCountry, quantity],
      ...[shown(new Decimal(netKg)), `${value.amount} ${value.currency}`],
    ]),
    totals: ['', 'TOTAL 合计', '', '', '', shown(net), totalOf(goods)],
  });
}

function pieceTable({ cargo }: RailFacts): Table {
  const { measures, pieces } = cargo;
  return boundedTable({
    caption: 'Packages 件数 Количество мест',
    columns: [
      { title: 'Packages\n件数', share: 20, isFigure: true },
      { title: 'Each, cm\n尺寸', share: 40 },
      { title: 'Gross mass, kg\n毛重 Масса', share: 24, isFigure: true },
      { title: 'Volume, m³\n体积', share: 20, isFigure: true },
    ],
    rows: pieces.map(({ count, weightKg, lengthCm, widthCm, heightCm }) => [
      ...[String(count), `${lengthCm} × ${widthCm} × ${heightCm}`, shown(new Decimal(weightKg).times(count)), ''],
    ]),
    totals: [
      ...[
        String(measures.pieces),
        'TOTAL 合计',
        shown(new Decimal(measures.grossKg)),
        shown(new Decimal(measures.cbm)),
      ],
    ],
  });
}

function endBlocks({ offer }: RailFacts): Block[] {
  const charges = offer.totals.map(({ amount, currency }) => `${amount} ${currency}`).join(' + ');
  return [
    boxRow(
      {
        label: 'Payment of charges 运送费用的支付 Уплата провозных платежей',
        text: `By the consignor 发货人\n${charges}`,
      },
      { label: 'Mass determined by 确定重量方法', text: 'Consignor 发货人' },
      { label: 'Place, date and stamp 缔结合同日期和日期戳', text: '\n\n' },
    ),
  ];
}

function partyText({ name, address, postalCode, country, phone }: ConsignmentParty): string {
  const town = [postalCode, country].filter((part) => part !== null).join(' ');
  return [name, address, town, ...(phone === null ? [] : [phone])].join('\n');
}
