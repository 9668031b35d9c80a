import { RULES } from '../../src/customs/domain/finding.js';
import { type FormRule } from '../../src/customs/domain/rules/form-rule.js';

/** One row per rule that a declaration is held against. */
export function declarationRulesTable(): string {
  const rows = Object.entries<FormRule>(RULES).map(([rule, stated]) => row(rule, stated));
  return ['| rule | | where | says | how to mend it | source |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

function row(rule: string, { severity, at, title, fix, source }: FormRule): string {
  const says = `${title.en}<br>${title.zh}`;
  const mend = `${fix.en}<br>${fix.zh}`;
  const cells = [`\`${rule}\``, severity, `\`${at}\``, says, mend, source];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
