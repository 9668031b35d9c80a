import { isSameName, normaliseName } from './payer-name.js';

describe('The name of a payer', () => {
  it.each([
    ['Hamburg Toys GmbH', 'HAMBURG TOYS G.M.B.H.', 'the legal form is written in many ways'],
    ['Hamburg Toys GmbH & Co. KG', 'Hamburg Toys', 'or left out'],
    ['Müller Möbel AG', 'MULLER MOBEL', 'without accents'],
    ['Société Générale des Jouets SARL', 'SOCIETE GENERALE DES JOUETS', 'French too'],
    ['ACME   Trading, Inc.', 'Acme Trading LLC', 'spacing and punctuation mean nothing'],
    ['Łódź Zabawki Sp. z o.o.', 'LODZ ZABAWKI SP Z O O', 'letters that are no accented ones'],
    ['Internationale Handelsgesellschaft Nordwest', 'INTERNATIONALE HANDELSGESELLSCHAFT N', 'cut at 35 characters'],
    ['株式会社トイ', '株式会社トイ', 'in any script'],
    ['Co Ltd', 'CO. LTD.', 'even of legal forms alone'],
  ])('%j and %j are one company: %s', (left, right) => {
    expect(isSameName(left, right)).toBe(true);
    expect(isSameName(right, left)).toBe(true);
  });

  it.each([
    ['Hamburg Toys', 'Hamburg Trading', 'another word'],
    ['Hamburg', 'Hamburg Toys', 'a short beginning is no cut name'],
    ['', 'Hamburg Toys', 'no name'],
    ['...', '---', 'nothing but marks'],
  ])('%j and %j are not: %s', (left, right) => {
    expect(isSameName(left, right)).toBe(false);
  });

  it('keeps what distinguishes it', () => {
    expect(normaliseName('Hamburg Toys G.m.b.H. & Co. KG')).toBe('HAMBURG TOYS');
  });
});
