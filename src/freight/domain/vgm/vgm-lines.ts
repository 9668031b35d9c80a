import { type Line } from '../consignments/paper-lines.js';
import { type VgmContent, type VgmFigures } from './vgm-content.js';

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
  SM1: 'Method 1: the packed container was weighed',
  SM2: 'Method 2: cargo, dunnage and tare were added',
} as const;

/** The declaration as a person reads it (SOLAS VI/2.5), top to bottom. */
export function vgmLines({ content, figures, ...facts }: VgmPaperFacts): Line[] {
  const kg = (weight: string): string => `${weight} kg`;
  const { dunnageKg, weighedKg, weighedAt, weighingPlace, certificateReference } = content;
  const some = (name: string, value: string | undefined): Line[] => (value === undefined ? [] : [[name, value]]);
  return [
    ['Declaration 声明编号', facts.reference],
    ['State 状态', facts.state],
    ['Booking 订舱号', facts.carrierBookingReference],
    ['Shipper 托运人', facts.shipper],
    ['Container 箱号', content.equipmentReference],
    ['Verified gross mass 核实总重', kg(figures.verifiedKg)],
    ['Method 方法', METHOD[content.method]],
    ['Cargo with packages 货物及包装', kg(content.cargoKg)],
    ...some('Dunnage and lashing 衬垫及绑扎', dunnageKg === undefined ? undefined : kg(dunnageKg)),
    ['Tare 箱体自重', kg(content.tareKg)],
    ...some('Weighed 称重', weighedKg === undefined ? undefined : kg(weighedKg)),
    ...some('Weighed at 称重地点', weighingPlace),
    ...some('Weighed on 称重时间', weighedAt),
    ...some('Certificate 证书编号', certificateReference),
    ['Declared on 声明时间', facts.declaredAt.toISOString()],
    ['Authorised person 授权签字人', signatureOf(content)],
  ];
}

/** SOLAS takes the name in capitals for a signature. */
export function signatureOf({ responsiblePerson }: Pick<VgmContent, 'responsiblePerson'>): string {
  return responsiblePerson.toUpperCase();
}
