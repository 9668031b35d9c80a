import { type LocalDate } from '../../../kernel/local-date.js';
import { type DeclarationForm, directionOf, type Direction, type FormItem } from '../declaration-form.js';
import { type Findings, type RuleId } from '../finding.js';
import { SAY } from '../validation.sentences.js';
import { type Condition, type DeclarationFacts, type HsFacts, severityOf } from './facts.js';

/** The papers that goods may need, by the letter of the condition: A and B are looked at, not shown, and t is for a lower rate. */
const DEMANDED: Readonly<Record<Direction, ReadonlySet<string>>> = {
  export: new Set(['3', '4', 'D', 'E', 'G', 'I', 'J', 'L', 'S', 'W', 'X']),
  import: new Set(['1', '2', '7', 'D', 'F', 'I', 'J', 'L', 'O', 'P', 'Q', 'S', 'W', 'X', 'Z']),
};
/** x is of processing trade, y of small border trade. */
const OF_MODES: Readonly<Record<string, readonly string[]>> = { x: ['0214', '0615'], y: ['4019'] };
/** A directed licence for dual-use items stands for the general one, and the other way round. */
const ONE_FOR_THE_OTHER: Readonly<Record<string, string>> = { 3: 'G', G: '3' };
/** 许可证号: import and export licences, also of dual-use items, have an element of their own. */
const IN_LICENCE_NUMBER = new Set(['1', '2', '3', '4', 'G', 'x', 'y']);
const PROHIBITED = {
  export: { letter: '8', rule: 'export_prohibited' },
  import: { letter: '9', rule: 'import_prohibited' },
} as const satisfies Record<Direction, { letter: string; rule: RuleId }>;

/** Each item against what is known of its HS code on the day. */
export function checkGoods(
  findings: Findings,
  form: DeclarationForm,
  { hsCodes, endedHsCodes }: DeclarationFacts,
  on: LocalDate,
): void {
  for (const [index, item] of form.items.entries()) {
    const at = `/items/${index}`;
    const ended = endedHsCodes.get(item.hsCode);
    const until = SAY.code_ended({ hsCode: item.hsCode, day: ended ?? '' });
    findings.unless(ended === undefined, 'hs_code_ended', `${at}/hsCode`, until);
    const known = hsCodes.get(item.hsCode);
    if (known === undefined) continue;
    checkUnits(findings, item, at, known, on);
    checkElements(findings, item, at, known);
    checkConditions(findings, form, item, at, known, on);
  }
}

function checkUnits(findings: Findings, item: FormItem, at: string, { units }: HsFacts, on: LocalDate): void {
  if (units === null) return;
  const { hsCode } = item;
  const severity = severityOf(units, on);
  const { firstUnit, secondUnit, hasOneUnit } = units.value;
  const first = SAY.unit_of_code({ hsCode, expected: firstUnit ?? '', found: item.firstUnit });
  const isFirst = firstUnit === null || firstUnit === item.firstUnit;
  findings.unless(isFirst, 'first_unit_of_code', `${at}/firstUnit`, first, severity);
  const isSecond = secondUnit === null ? !hasOneUnit || item.secondUnit === null : secondUnit === item.secondUnit;
  const second = SAY.unit_of_code({ hsCode, expected: secondUnit ?? '–', found: item.secondUnit ?? '–' });
  findings.unless(isSecond, 'second_unit_of_code', `${at}/secondUnit`, second, severity);
}

/** Values are in the order of the elements, so the last one that is demanded tells how many there are at least. */
function checkElements(findings: Findings, item: FormItem, at: string, { elements }: HsFacts): void {
  if (elements === null || item.declarationElements.trim() === '') return;
  const demanded = elements.value.findLastIndex(({ required }) => required) + 1;
  const given = item.declarationElements.split('|').length;
  const missing = elements.value.slice(given, demanded).map(({ name }) => name);
  const detail = SAY.elements_missing({ given, demanded, missing });
  findings.unless(given >= demanded, 'elements_of_code', `${at}/declarationElements`, detail);
}

function checkConditions(
  findings: Findings,
  form: DeclarationForm,
  { hsCode }: FormItem,
  at: string,
  { conditions }: HsFacts,
  on: LocalDate,
): void {
  if (conditions === null) return;
  const severity = severityOf(conditions, on);
  const prohibited = PROHIBITED[directionOf(form)];
  for (const condition of conditions.value) {
    const detail = SAY.condition_of_code({ hsCode, letter: condition.letter, name: condition.name });
    findings.unless(condition.letter !== prohibited.letter, prohibited.rule, `${at}/hsCode`, detail, severity);
    if (!isDemanded(condition, form)) continue;
    findings.unless(isAnswered(condition, form), 'licence_missing', '/licences', detail, severity);
  }
}

function isDemanded({ letter, documentCode }: Condition, form: DeclarationForm): boolean {
  if (documentCode === null) return false;
  return DEMANDED[directionOf(form)].has(letter) || OF_MODES[letter]?.includes(form.supervisionMode) === true;
}

function isAnswered({ letter, documentCode }: Condition, { licences = [], details }: DeclarationForm): boolean {
  if (IN_LICENCE_NUMBER.has(letter) && details?.['LicenseNo'] !== undefined) return true;
  const codes = [documentCode, ONE_FOR_THE_OTHER[letter]];
  return licences.some(({ code }) => codes.includes(code));
}
