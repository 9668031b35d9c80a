import { MANDATE } from './mandate-state.js';

describe('A mandate', () => {
  it('goes these ways and no others', () => {
    const all = MANDATE.states.flatMap((from) =>
      MANDATE.commands
        .filter((command) => MANDATE.allows(from, command))
        .map((command) => `${from} --${command}--> ${MANDATE.next(from, command)}`),
    );
    expect(all).toEqual([
      'offered --accept--> active',
      'offered --decline--> declined',
      'offered --revoke--> revoked',
      'offered --expire--> expired',
      'active --revoke--> revoked',
      'active --expire--> expired',
    ]);
  });
});
