import { type LocalDate } from '../../../kernel/local-date.js';
import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { LIST_LAWS } from '../channel-law.js';
import { clearanceChannels, type Exclusion } from '../clearance-channels.js';
import { type Judgement } from './judge.js';
import { SAY } from './parcel.sentences.js';
import { type Papers } from './papers.js';
import { type ParcelFinding } from './shape.js';

/** Supervision modes whose goods go by list only where nothing stands against it, and else by declaration. */
const CONDITIONAL: readonly string[] = ['9710', '9810'];

export function isListConditional(supervisionMode: string): boolean {
  return CONDITIONAL.includes(supervisionMode);
}

/** What customs looks after when goods of a code leave. */
export interface ExportControls {
  /** 涉证 */
  readonly licence: boolean;
  /** 涉检 */
  readonly inspection: boolean;
  /** 涉税 */
  readonly duty: boolean;
}

/** Conditions that let nothing out without a paper, or not at all. Source: 监管证件代码表 (H2018). */
const LICENCES = new Set('3458DEGIJLSTWXx');
const INSPECTION = 'B';

/** @param conditions 监管条件, by their letters */
export function exportControls(conditions: readonly string[], hasDuty: boolean): ExportControls {
  return {
    licence: conditions.some((letter) => LICENCES.has(letter)),
    inspection: conditions.includes(INSPECTION),
    duty: hasDuty,
  };
}

const WHY: Readonly<Record<Exclude<Exclusion, 'value_limit'>, Sentence>> = {
  licence: SAY.list_licence,
  inspection: SAY.list_inspection,
  tax: SAY.list_tax,
};

/**
 * Whether a parcel of 9710 or 9810 whose papers match may go by list: up to the limit of the day, itself within, and no licence,
 * inspection or export duty. The value is that of the goods, in CNY at the rate of the list (`cnyRate`), half up to the fen. Codes
 * that are not on record, or have fewer than ten digits, say nothing.
 * @param controls by ten-digit code
 */
export function byList(
  judged: Judgement,
  { order, list }: Papers,
  { supervisionMode, on }: { readonly supervisionMode: string; readonly on: LocalDate },
  controls: ReadonlyMap<string, ExportControls>,
): Judgement {
  if (judged.state !== 'matched' || order === undefined || list === undefined) return judged;
  const { amount, currency } = order.goodsValue;
  if (currency !== 'CNY' && list.cnyRate === undefined) {
    const finding = { rule: 'list_rate', pointer: '/list/cnyRate', detail: SAY.list_rate({ currency }) };
    return { ...judged, state: 'mismatched', findings: [finding] };
  }
  const rate = currency === 'CNY' ? '1' : (list.cnyRate ?? '1');
  const value = Money.ofMajor(new Decimal(amount).times(rate), 'CNY', 'half-up');
  const lines = list.lines.map(({ hsCode }) => controls.get(hsCode));
  const { excluded } = clearanceChannels({
    supervisionMode,
    value,
    licenceRequired: lines.some((control) => control?.licence),
    inspectionRequired: lines.some((control) => control?.inspection),
    taxInvolved: lines.some((control) => control?.duty),
    declaredOn: on,
  });
  const reasons = excluded.flatMap(({ channel, reasons: all }) => (channel === 'list' ? all : []));
  if (reasons.length === 0) return judged;
  const findings = reasons.flatMap((reason) => findingsOf(reason, value, on, lines));
  return { ...judged, state: 'over_limit', findings };
}

function findingsOf(
  reason: Exclusion,
  value: Money,
  on: LocalDate,
  lines: readonly (ExportControls | undefined)[],
): ParcelFinding[] {
  if (reason === 'value_limit') {
    const [law = LIST_LAWS[0]] = LIST_LAWS.filter(({ from }) => from <= on);
    const detail = SAY.list_value({ value: value.toString(), limit: law.limit.toString(), source: law.source });
    return [{ rule: 'list_value', pointer: '/order/goodsValue', detail }];
  }
  const has = (control: ExportControls | undefined): boolean =>
    control !== undefined && { licence: control.licence, inspection: control.inspection, tax: control.duty }[reason];
  return lines.flatMap((control, index) =>
    has(control) ? [{ rule: `list_${reason}`, pointer: `/list/lines/${index}/hsCode`, detail: WHY[reason] }] : [],
  );
}
