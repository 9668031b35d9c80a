import { type DeclarationForm, type Licence } from '../declaration-form.js';
import { certificatesOf } from '../imports/certificates.js';
import { type Findings } from '../finding.js';
import { type Details } from '../message-details.js';
import { SAY } from '../validation.sentences.js';

/** DecLicenseDocus takes this many. */
const LICENCES_MAX = 7;
/** Each confirmation: 0 no, 1 yes, 9 blank; there were three of them before 2020. */
const CONFIRMATIONS = /^[019]{1,5}$/;
/** 监管证件代码表, letters and digits of papers, with those that customs itself adds to it. */
const LICENCE_CODE = /^[1-9A-Zacestvxy]$/;
/** Natures of levy that belong to processing trade, and the supervision mode that they belong to. */
const LEVIES_OF_MODES: Readonly<Record<string, readonly string[]>> = {
  '502': ['0214', '0255', '0258'],
  '503': ['0615', '0654', '0657'],
};

/** Licences, and elements of the message that are given as they are. */
export function checkPapers(findings: Findings, form: DeclarationForm): void {
  const { licences = [], details = {}, supervisionMode } = form;
  checkLicences(findings, licences, licences.length + certificatesOf(form).length);
  const { PromiseItmes: confirmations, CutMode: levy } = details;
  if (confirmations !== undefined) {
    const isUnderstood = CONFIRMATIONS.test(confirmations);
    findings.unless(isUnderstood, 'confirmations_format', '/details/PromiseItmes', confirmations);
  }
  checkOtherCharges(findings, details);
  const modes = levy === undefined ? undefined : LEVIES_OF_MODES[levy];
  const isOfMode = modes === undefined || modes.includes(supervisionMode);
  const found = SAY.levy_beside_mode({ levy: levy ?? '', mode: supervisionMode });
  findings.unless(isOfMode, 'levy_nature_of_mode', '/details/CutMode', found);
}

/** @param count with the certificates of origin, which stand among them */
function checkLicences(findings: Findings, licences: readonly Licence[], count: number): void {
  findings.unless(
    count <= LICENCES_MAX,
    'too_many_licences',
    '/licences',
    SAY.licences_max({ count, max: LICENCES_MAX }),
  );
  const seen = new Set<string>();
  for (const [index, { code, number }] of licences.entries()) {
    const name = `${code} ${number}`;
    findings.unless(!seen.has(name), 'licence_twice', `/licences/${index}`, name);
    seen.add(name);
    findings.unless(LICENCE_CODE.test(code), 'licence_code_unknown', `/licences/${index}/code`, code);
  }
}

/** 杂费: as a total with its currency, or as a rate alone. */
function checkOtherCharges(findings: Findings, details: Details): void {
  const { OtherMark: mark, OtherRate: rate, OtherCurr: currency } = details;
  if (mark === undefined && rate === undefined && currency === undefined) return;
  const said = SAY.other_charges({ mark: mark ?? '–', rate: rate ?? '–', currency: currency ?? '–' });
  const hasRate = rate !== undefined && /^-?\d+(\.\d+)?$/.test(rate);
  const isWhole = hasRate && (mark === '3' ? currency !== undefined : mark === '1' && currency === undefined);
  const missing = mark === undefined ? 'OtherMark' : hasRate ? 'OtherCurr' : 'OtherRate';
  findings.unless(isWhole, 'other_charges_incomplete', `/details/${missing}`, said);
}
