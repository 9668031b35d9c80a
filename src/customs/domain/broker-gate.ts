import { type Said } from '../../kernel/sentence.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { coversMode, coversOffice, type StandingMandate } from './broker-mandate.js';
import { SAY } from './broker-mandate.sentences.js';
import { type Finding, type RuleId } from './finding.js';

/** What is about to be declared, as far as a mandate says anything of it. */
export interface Declaring {
  readonly seller: string;
  readonly declarantUscc: string;
  readonly office: string;
  readonly mode: string;
  /** In China. */
  readonly day: LocalDate;
}

export interface GateAnswer {
  /** Under which it is declared; null where none is there and none is asked for. */
  readonly mandate: StandingMandate | null;
  /** Why it may not leave; empty when it may. */
  readonly findings: readonly Finding[];
}

/**
 * Whether somebody may declare this. A mandate that covers it is enough, of the broker that already stands on the form
 * before any other, then the newest. One that would cover it and has ended keeps it back always; that there is none, or
 * none for this place, mode or day, only where a mandate is required.
 * @param mandates of the exporter, for all its orders or for this one; only such as were accepted once
 */
export function brokerGate(
  mandates: readonly StandingMandate[],
  declaring: Declaring,
  isRequired: boolean,
): GateAnswer {
  const judged = mandates
    .map((mandate) => ({ mandate, lacks: lacksOf(mandate, declaring) }))
    .sort((left, right) => preference(left.mandate, right.mandate, declaring));
  const covering = judged.find(({ lacks }) => lacks.length === 0);
  if (covering !== undefined) return { mandate: covering.mandate, findings: [] };
  const ended = judged.find(({ lacks }) => lacks.every(({ rule }) => rule === 'broker_mandate_ended'));
  if (ended !== undefined) return { mandate: null, findings: ended.lacks };
  if (!isRequired) return { mandate: null, findings: [] };
  const [nearest] = judged.toSorted((left, right) => left.lacks.length - right.lacks.length);
  return { mandate: null, findings: nearest?.lacks ?? [nobody(declaring)] };
}

function preference(left: StandingMandate, right: StandingMandate, { declarantUscc }: Declaring): number {
  const isNamed = ({ broker }: StandingMandate): number => Number(broker.uscc === declarantUscc);
  return isNamed(right) - isNamed(left) || (left.id < right.id ? 1 : -1);
}

/** Why this mandate does not cover it. */
function lacksOf(mandate: StandingMandate, { office, mode, day }: Declaring): Finding[] {
  const { agreementNumber, validFrom, validTo, state, customsOffices, supervisionModes } = mandate;
  const named = { broker: mandate.broker.name, agreementNumber };
  const lacks: Finding[] = [];
  if (state === 'revoked') lacks.push(lack('broker_mandate_ended', '/declarant', SAY.revoked(named)));
  else if (state === 'expired' || validTo < day) {
    lacks.push(lack('broker_mandate_ended', '/declarant', SAY.over({ ...named, day: validTo })));
  } else if (validFrom > day) {
    lacks.push(lack('broker_mandate_not_begun', '/declarant', SAY.not_begun({ ...named, day: validFrom })));
  }
  if (!coversOffice(mandate, office)) {
    const detail = SAY.other_offices({ ...named, offices: customsOffices, office });
    lacks.push(lack('broker_mandate_office', '/declarationOffice', detail));
  }
  if (!coversMode(mandate, mode)) {
    const detail = SAY.other_modes({ ...named, modes: supervisionModes, mode });
    lacks.push(lack('broker_mandate_mode', '/supervisionMode', detail));
  }
  return lacks;
}

function nobody({ seller }: Declaring): Finding {
  return lack('broker_mandate_missing', '/declarant', SAY.nobody_entrusted({ seller }));
}

function lack(rule: RuleId, pointer: string, detail: Said): Finding {
  return { pointer, rule, severity: 'error', detail };
}
