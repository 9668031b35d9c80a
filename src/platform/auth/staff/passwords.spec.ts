import { hashPassword, isPassword } from './passwords.js';

describe('A password', () => {
  it('is known by its hash, which is another each time and tells its cost', async () => {
    const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect([await isPassword('correct horse', one), await isPassword('Correct horse', one)]).toEqual([true, false]);
  });

  it('is verified as other programs hash it', async () => {
    // echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32: the reference implementation’s own test vector.
    const theirs = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect([await isPassword('password', theirs), await isPassword('passwore', theirs)]).toEqual([true, false]);
  });

  it('is the same however its characters are composed', async () => {
    expect(await isPassword('Caf\u00e9 ５５', await hashPassword('Cafe\u0301 55'))).toBe(true);
  });

  it('of nobody is never right', async () => {
    expect(await isPassword('anything', null)).toBe(false);
  });
});
