import { type Guidance } from '../../kernel/domain-error.js';
import { type Said } from '../../kernel/sentence.js';

/** `split`: more was bought than exported, so only a share is claimed. */
export const OUTCOMES = ['pass', 'warn', 'split', 'block'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Each check of declaration, invoice and collection against one another: what it asks, and how to mend a fault. */
export const CHECKS = {
  hs_code: {
    title: { en: 'Invoice and declaration name the same HS code', zh: '发票与报关单商品编码一致' },
    fix: {
      en: 'Cancel the invoice and record it with the declared code, or have it re-issued',
      zh: '请作废该发票并按报关单编码重新录入，或要求重开',
    },
  },
  goods_name: {
    title: { en: 'Invoice and declaration name the goods alike', zh: '发票与报关单品名一致' },
    fix: { en: 'Have the invoice re-issued if they are other goods', zh: '如非同一商品，请要求重开发票' },
  },
  tax_category: {
    title: {
      en: 'The tax classification code of the invoice goes with the declared goods',
      zh: '发票税收分类编码与申报商品相符',
    },
    fix: {
      en: 'Have the invoice re-issued under the code that is right for the goods, or be ready to explain it',
      zh: '请按商品对应的税收分类编码重开发票，或准备说明材料',
    },
  },
  unit: {
    title: { en: 'The invoice counts in a declared unit', zh: '发票计量单位为报关单三种单位之一' },
    fix: { en: 'Have the invoice re-issued in one of the declared units', zh: '请按报关单计量单位之一重开发票' },
  },
  quantity: {
    title: { en: 'The invoices cover what was exported', zh: '发票数量覆盖出口数量' },
    fix: {
      en: 'Record the invoices that are missing; a surplus stays for later exports',
      zh: '请补录缺少的发票；多余数量留待后续',
    },
  },
  parties: {
    title: { en: 'The invoice is between the right parties, of the right kind', zh: '购销双方及发票种类正确' },
    fix: {
      en: 'Trading: a special invoice made out to the exporter. Agency: one marked 代办退税专用, issued by the manufacturer',
      zh: '免退税：购方为申报企业的专用发票；代办退税：由生产企业开具并备注“代办退税专用”的发票',
    },
  },
  dates: {
    title: { en: 'Invoice and export are not far apart in time', zh: '开票日期与出口日期合理' },
    fix: { en: 'Check that the invoice belongs to this export', zh: '请核实发票是否属于本次出口' },
  },
  source_place: {
    title: { en: 'The goods are from where their invoice is', zh: '境内货源地与开票方所在地相符' },
    fix: { en: 'Be ready to show where the goods were bought', zh: '请准备货源地证明材料' },
  },
  supervision_mode: {
    title: { en: 'The supervision mode allows a refund', zh: '监管方式可退税' },
    fix: { en: 'Exports under this mode get no refund', zh: '该监管方式不予退税' },
  },
  collection: {
    title: { en: 'The export is paid for', zh: '出口已收汇' },
    fix: {
      en: 'Collect it before the last day, or keep the evidence that counts as collection (视同收汇)',
      zh: '请在期限前收汇，或留存视同收汇举证材料',
    },
  },
  exchange_cost: {
    title: { en: 'Purchase and export price are in proportion', zh: '换汇成本在合理区间' },
    fix: { en: 'Be ready to explain the price to the tax bureau', zh: '请准备向税务机关说明价格' },
  },
  single_use: {
    title: { en: 'No declared item is claimed twice', zh: '报关单项未重复申报' },
    fix: { en: 'Look at the claim that holds the item', zh: '请查看已占用该报关单项的申报' },
  },
  refund_rate: {
    title: { en: 'The goods have a refund rate on the export date', zh: '出口日期存在退税率' },
    fix: { en: 'Goods without a refund are taxed as if sold at home', zh: '取消退税的商品按内销征税' },
  },
  vat_rate: {
    title: { en: 'One declared item, one VAT rate', zh: '同一报关单项仅一种征税率' },
    fix: {
      en: 'Cancel the invoices of the other rate; such goods are declared apart',
      zh: '请作废其他税率的发票；不同税率应分别报关',
    },
  },
  agency_amount: {
    title: { en: 'The agency invoice is for the FOB value', zh: '代办退税发票金额等于离岸价' },
    fix: {
      en: 'Have it re-issued: 金额 = FOB × rate, not divided by 1 + VAT rate',
      zh: '请重开：金额=离岸价×汇率，不得除以（1+税率）',
    },
  },
  consumption_tax: {
    title: { en: 'Consumption tax is claimed by the papers that show it', zh: '消费税按缴款书退还' },
    fix: {
      en: 'Record the papers: POST /v1/tax-refund/consumption-tax-vouchers; or waive it: POST …/cases/{orderId}/consumption-tax-waiver',
      zh: '请录入消费税凭证（POST /v1/tax-refund/consumption-tax-vouchers），或放弃退还消费税（POST …/cases/{orderId}/consumption-tax-waiver）',
    },
  },
  issuer: {
    title: { en: 'The issuers of the invoices were reviewed (开票人预审)', zh: '开票人预审有效' },
    fix: {
      en: 'Have the issuer reviewed (POST /v1/tax-refund/invoice-issuers), or record invoices of another one',
      zh: '请完成开票人预审（POST /v1/tax-refund/invoice-issuers），或补录其他开票人的发票',
    },
  },
  authenticity: {
    title: { en: 'The tax authority has the invoices as they were recorded (查验)', zh: '发票查验一致' },
    fix: {
      en: 'Record another invoice for these goods; where the check was wrong, ask again: POST …/invoices/{id}/verification',
      zh: '请补录其他发票；如查验有误，请重新查验（POST …/invoices/{id}/verification）',
    },
  },
} as const satisfies Readonly<Record<string, Guidance>>;
export type CheckName = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as readonly CheckName[];

/** What one check found. */
export interface Finding {
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** Line of the order it is about; null: the whole export. */
  readonly lineNumber: number | null;
  readonly invoiceNumber: string | null;
  readonly detail: Said;
}

/** What is still waited for. */
export const MISSING_FACTS = [
  'declaration_cleared',
  'invoice',
  'invoice_verification',
  'consumption_tax_voucher',
  'collection',
  'tax_period',
  'exchange_rate',
  'refund_account',
] as const;
export interface Missing {
  readonly fact: (typeof MISSING_FACTS)[number];
  readonly lineNumber: number | null;
  readonly detail: Said;
}

/** Every check with its outcome: the findings, and `pass` for each check that found nothing. */
export function withPasses(findings: readonly Finding[]): Finding[] {
  return CHECK_NAMES.flatMap((check) => {
    const found = findings.filter((finding) => finding.check === check);
    if (found.length > 0) return found;
    return [{ check, outcome: 'pass' as const, lineNumber: null, invoiceNumber: null, detail: CHECKS[check].title }];
  });
}
