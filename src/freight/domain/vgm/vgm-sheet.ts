import { type Block, fieldRow, type Sheet } from '../../../kernel/sheet.js';
import { signatureOf, type VgmContent, type VgmFigures } from './vgm-content.js';

/** What stands on the paper beside what was declared. */
export interface VgmPaperFacts {
  readonly reference: string;
  readonly state: string;
  readonly carrierBookingReference: string;
  readonly shipper: string;
  readonly content: VgmContent;
  readonly figures: VgmFigures;
  readonly declaredAt: Date;
}

const METHOD = {
  SM1: 'Method 1: the packed container was weighed 称重法',
  SM2: 'Method 2: cargo, dunnage and tare were added 累加计算法',
} as const;

/** The declaration as a person reads it (SOLAS VI/2.5), top to bottom: one page, for a terminal that wants it in hand. */
export function vgmSheet({ content, figures, ...facts }: VgmPaperFacts): Sheet {
  const { reference, state, carrierBookingReference, shipper, declaredAt } = facts;
  return {
    ...{ title: 'VERIFIED GROSS MASS', titleZh: '集装箱核实总重声明', number: reference, mark: null },
    blocks: [
      fieldRow(['Shipper 托运人', shipper], ['Booking 订舱号', carrierBookingReference]),
      fieldRow(
        ['Container 箱号', content.equipmentReference],
        ['Verified gross mass 核实总重', kg(figures.verifiedKg)],
      ),
      fieldRow(['Method 方法', METHOD[content.method]], ['State 状态', state]),
      fieldRow(
        ['Cargo with packages 货物及包装', kg(content.cargoKg)],
        ['Dunnage and lashing 衬垫及绑扎', content.dunnageKg === undefined ? '' : kg(content.dunnageKg)],
        ['Tare 箱体自重', kg(content.tareKg)],
      ),
      ...weighing(content),
      fieldRow(
        ['Authorised person 授权签字人', signatureOf(content)],
        ['Declared on 声明时间', declaredAt.toISOString()],
      ),
    ],
  };
}

/** Of a container that was weighed. */
function weighing({ weighedKg, weighedAt, weighingPlace, certificateReference }: VgmContent): Block[] {
  if (weighedKg === undefined) return [];
  return [
    fieldRow(['Weighed 称重', kg(weighedKg)], ['Weighed on 称重时间', weighedAt ?? '']),
    fieldRow(['Weighed at 称重地点', weighingPlace ?? ''], ['Certificate 证书编号', certificateReference ?? '']),
  ];
}

function kg(weight: string): string {
  return `${weight} kg`;
}
