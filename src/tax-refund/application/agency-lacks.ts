import { type LocalDate } from '../../kernel/local-date.js';
import { type Condition } from '../../platform/http/condition.js';
import { type AgencyCondition } from '../domain/agency-evidence.js';

/** What stands for a condition beside its evidence. */
const FILINGS: Readonly<Record<AgencyCondition, string | null>> = {
  ...{ producer: null, contracts: null },
  ...{ entrustment: 'producer_filing', agent: 'agent_filing' },
};

/** As `missingConditions` has it: nothing shows on that day that at least one of these is met. */
export function lacking(conditions: readonly AgencyCondition[], day: LocalDate): Condition {
  return {
    sql: (next) => {
      const on = `${next(day)}::date`;
      const lacks = conditions.map((condition) => {
        const filing = FILINGS[condition];
        const isFiled = filing === null ? 'false' : `coalesce((${filing} ->> 'filedOn')::date <= ${on}, false)`;
        return `NOT (${isFiled} OR EXISTS (SELECT FROM jsonb_array_elements(evidence) AS e WHERE e ->> 'condition' = ${next(condition)}
          AND (e ->> 'metOn')::date <= ${on} AND jsonb_array_length(e -> 'documents') > 0))`;
      });
      return lacks.length === 0 ? 'false' : `(${lacks.join(' OR ')})`;
    },
  };
}
