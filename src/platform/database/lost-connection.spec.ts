import { isLostConnection } from './lost-connection.js';

const failed = (code: string): Error => Object.assign(new Error('It failed'), { code });

describe('A lost connection', () => {
  it.each(['57P01', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET'])('is what %s tells of', (code) => {
    expect(isLostConnection(failed(code))).toBe(true);
  });

  it.each(['57014', '23505', '40P01', '53200', '42601'])(
    'is not what %s tells of: the statement may be at fault',
    (code) => {
      expect(isLostConnection(failed(code))).toBe(false);
    },
  );

  it('is known by its words where the driver gives no code', () => {
    expect(isLostConnection(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isLostConnection(new Error('There are no such orders'))).toBe(false);
    expect(isLostConnection('Connection terminated')).toBe(false);
  });
});
