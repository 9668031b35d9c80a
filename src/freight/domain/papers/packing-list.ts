import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Block, boundedTable, type Sheet, type Table } from '../../../kernel/sheet.js';
import { type InstructedBox } from '../lading/instructions-content.js';
import { type LoadedLine, stow, type Stowed } from '../lading/stuffing.js';
import { type PlaceName } from './dcsa-paper.js';
import { shown } from './figures.js';
import { type Voyage, voyageBlocks } from './voyage.js';

/** A line of the order, as it is packed. */
export interface PackedLine extends LoadedLine {
  readonly descriptionZh: string;
  /** How its packages are called. */
  readonly kind: string;
  readonly netKg: Decimal;
}

/** What shipping instructions say of the containers. */
export interface Instructed {
  readonly shippingMarks: string | null;
  readonly boxes: readonly InstructedBox[];
}

export interface PackingFacts {
  readonly reference: string;
  readonly contractNumber: string;
  readonly incoterm: string;
  readonly seller: { readonly name: string; readonly nameEn: string; readonly address: string };
  readonly buyer: { readonly name: string; readonly address: string; readonly country: string };
  readonly bookingReference: string | null;
  readonly transportDocumentReference: string | null;
  readonly voyage: Voyage;
  readonly date: LocalDate;
  readonly lines: readonly PackedLine[];
  /** Null before there are instructions. */
  readonly instructed: Instructed | null;
}

/** What is in which packages, and in which container. The totals are those of the order, as the booking has it: to the gram. */
export function packingList(facts: PackingFacts, nameOf: PlaceName): Sheet {
  const { reference, lines, instructed } = facts;
  return {
    ...{ title: 'PACKING LIST', titleZh: '装箱单', number: reference, mark: null },
    blocks: [
      ...partyBlocks(facts),
      ...voyageBlocks(facts.voyage, nameOf),
      { kind: 'boxes', boxes: [{ label: 'Marks and numbers 唛头', text: instructed?.shippingMarks ?? 'N/M' }] },
      lineTable(lines),
      ...(instructed === null ? [] : boxBlocks(lines, instructed.boxes)),
    ],
  };
}

function partyBlocks(facts: PackingFacts): Block[] {
  const { seller, buyer, contractNumber, incoterm, bookingReference, transportDocumentReference, date, reference } =
    facts;
  const numbers = [
    ['Order 订单', reference],
    ['Contract 合同', contractNumber],
    ['Booking 订舱', bookingReference],
    ['Bill of lading 提单', transportDocumentReference],
    ['Terms 贸易术语', incoterm],
    ['Date 日期', date],
  ].flatMap(([name, value]) => (value ? [`${name}  ${value}`] : []));
  const text = [seller.nameEn, seller.name, seller.address].join('\n');
  return [
    {
      kind: 'boxes',
      boxes: [
        { label: 'Seller 卖方', text },
        { label: 'Numbers 编号', text: numbers.join('\n') },
      ],
    },
    { kind: 'boxes', boxes: [{ label: 'Buyer 买方', text: [buyer.name, buyer.address, buyer.country].join('\n') }] },
  ];
}

function lineTable(lines: readonly PackedLine[]): Table {
  const sum = (of: (line: PackedLine) => Decimal): string =>
    shown(lines.reduce((all, line) => all.plus(of(line)), ZERO));
  return boundedTable({
    caption: 'Goods 货物',
    columns: [
      { title: 'Line\n序号', share: 6 },
      { title: 'HS code\n编码', share: 13 },
      { title: 'Description\n货名', share: 34 },
      { title: 'Packages\n件数', share: 11, isFigure: true },
      { title: 'Kind\n包装', share: 14 },
      { title: 'Net, kg\n净重', share: 14, isFigure: true },
      { title: 'Gross, kg\n毛重', share: 14, isFigure: true },
      { title: 'Volume, m³\n体积', share: 12, isFigure: true },
    ],
    rows: lines.map((line) => [
      ...[String(line.lineNumber), line.hsCode, `${line.description}\n${line.descriptionZh}`, String(line.packages)],
      ...[line.kind, shown(line.netKg), shown(line.grossKg), shown(line.cbm)],
    ]),
    totals: [
      ...['', 'TOTAL 合计', '', packagesOf(lines), ''],
      ...[sum(({ netKg }) => netKg), sum(({ grossKg }) => grossKg), sum(({ cbm }) => cbm)],
    ],
  });
}

/**
 * Which goods are in which container, by the instructions. Where the booking was changed after them they may say less or more
 * than is packed; that is written beside it, never evened out.
 */
function boxBlocks(lines: readonly PackedLine[], boxes: readonly InstructedBox[]): Block[] {
  const byNumber = new Map(boxes.map((box, index) => [box.equipmentReference, { box, index }]));
  const placeOf = ({ equipmentReference }: Stowed): number => byNumber.get(equipmentReference)?.index ?? 0;
  const stowed = stow(lines, boxes).sort((left, right) => placeOf(left) - placeOf(right));
  const table = boundedTable({
    caption: `Containers 集装箱 (${boxes.length})`,
    columns: [
      { title: 'Container\n箱号', share: 18 },
      { title: 'Size-type\n箱型', share: 10 },
      { title: 'Seals\n封号', share: 26 },
      { title: 'Line\n序号', share: 8 },
      { title: 'Packages\n件数', share: 12, isFigure: true },
      { title: 'Gross, kg\n毛重', share: 14, isFigure: true },
      { title: 'Volume, m³\n体积', share: 14, isFigure: true },
    ],
    rows: stowed.map(({ line, equipmentReference, packages, grossKg, cbm }) => {
      const box = byNumber.get(equipmentReference)?.box;
      const seals = (box?.seals ?? []).map(({ number, source }) => `${number} ${source}`).join(', ');
      return [
        ...[equipmentReference, box?.ISOEquipmentCode ?? '', seals, String(line.lineNumber), String(packages)],
        ...[shown(grossKg), cbm.isZero() ? '' : shown(cbm)],
      ];
    }),
    totals: ['TOTAL 合计', '', '', '', packagesOf(stowed), shown(kg(stowed)), volumeOf(stowed)],
  });
  const isEven = kg(stowed).equals(kg(lines)) && packagesOf(stowed) === packagesOf(lines);
  const text =
    'The containers are as in the shipping instructions, which were made before the booking was changed. ' +
    '集装箱信息以提单补料为准，补料后订舱有更改。';
  return isEven ? [table] : [table, { kind: 'text', text }];
}

/** Blank where it was not said of all. */
function volumeOf(stowed: readonly Stowed[]): string {
  if (stowed.some(({ cbm }) => cbm.isZero())) return '';
  return shown(stowed.reduce((sum, { cbm }) => sum.plus(cbm), ZERO));
}

function kg(parts: readonly { readonly grossKg: Decimal }[]): Decimal {
  return parts.reduce((sum, { grossKg }) => sum.plus(grossKg), ZERO);
}

function packagesOf(parts: readonly { readonly packages: number }[]): string {
  return String(parts.reduce((sum, { packages }) => sum + packages, 0));
}

const ZERO = new Decimal(0);
