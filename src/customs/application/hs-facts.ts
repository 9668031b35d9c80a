import { type HsCode, supervisionCondition } from '../../catalogue/index.js';
import { type HsFacts } from '../domain/checks/facts.js';

/** What a declaration is held against, of what the catalogue knows of a code. */
export function hsFactsOf({ units, supervision, elements }: HsCode): HsFacts {
  return {
    units: units && { value: units.value, year: units.year },
    conditions: supervision && {
      value: supervision.value.conditions.flatMap((letter) => supervisionCondition(letter) ?? []),
      year: supervision.year,
    },
    elements: elements && { value: elements.value.elements, year: elements.year },
  };
}
