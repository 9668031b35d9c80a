import { RETURN_MEANINGS } from '../ceb/return-status.js';
import { PARCEL, PARCEL_STATES, stepOf } from './parcel-status.js';

describe('Life of a parcel', () => {
  it('is this table', () => {
    const table = PARCEL_STATES.map((state) => {
      const steps = PARCEL.commands.filter((command) => PARCEL.allows(state, command));
      return `${state}: ${steps.map((command) => `${command} → ${PARCEL.next(state, command)}`).join(', ')}`;
    });
    expect(table).toMatchInlineSnapshot(`
     [
       "gathering: gather → gathering, mismatch → mismatched, exceed → over_limit, match → matched, cancel → cancelled",
       "mismatched: gather → gathering, mismatch → mismatched, exceed → over_limit, match → matched, cancel → cancelled",
       "over_limit: gather → gathering, mismatch → mismatched, exceed → over_limit, match → matched, file → filing, cancel → cancelled",
       "matched: gather → gathering, mismatch → mismatched, exceed → over_limit, match → matched, file → filing, cancel → cancelled",
       "filing: forward → filed, accept → accepted, review → reviewing, inspect → inspecting, detain → detained, conclude → concluded, release → released, clear → cleared, reject → rejected, return → returned",
       "filed: accept → accepted, review → reviewing, inspect → inspecting, detain → detained, conclude → concluded, release → released, clear → cleared, reject → rejected, return → returned",
       "accepted: review → reviewing, inspect → inspecting, detain → detained, conclude → concluded, release → released, clear → cleared, reject → rejected, withdraw → withdrawn, return → returned",
       "reviewing: inspect → inspecting, detain → detained, conclude → concluded, release → released, clear → cleared, reject → rejected, withdraw → withdrawn, return → returned",
       "inspecting: detain → detained, conclude → concluded, release → released, clear → cleared, reject → rejected, withdraw → withdrawn, return → returned",
       "detained: conclude → concluded, release → released, clear → cleared, reject → rejected, return → returned",
       "concluded: release → released, clear → cleared, reject → rejected, withdraw → withdrawn, return → returned",
       "released: depart → departed, clear → cleared, withdraw → withdrawn, return → returned",
       "departed: clear → cleared, return → returned",
       "cleared: return → returned",
       "rejected: gather → gathering, mismatch → mismatched, exceed → over_limit, match → matched, cancel → cancelled",
       "withdrawn: ",
       "returned: ",
       "cancelled: ",
     ]
    `);
  });

  it('is led on by receipts only, further at each', () => {
    expect(RETURN_MEANINGS.map((meaning) => `${meaning} ${stepOf(meaning)?.rank ?? '–'}`)).toEqual([
      'staged 0',
      'declaring 10',
      'forwarded 20',
      'send_failed 100',
      'rejected 100',
      'stored 30',
      'reviewing 40',
      'concluded 60',
      'inspecting 50',
      'detained 50',
      'returned_abroad 100',
      'released 80',
      'cleared 90',
      'error 100',
      'other –',
    ]);
  });
});
