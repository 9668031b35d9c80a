import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';

import { escapeXml } from './xml.js';
import { readXml, type XmlNode } from './xml-reader.js';

describe('Reading XML', () => {
  it.each([
    ['an element that is not closed', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['text outside the root', '<a/>x'],
    ['nothing at all', '  '],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an entity that nobody declared', '<a>&b;</a>'],
    ['an ampersand alone', '<a>Smith & Sons</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['a less-than sign in an attribute', '<a b="<"/>'],
    ['a comment that does not end', '<a><!-- </a>'],
    ['a character beyond Unicode', '<a>&#x110000;</a>'],
    ['elements nested a hundred deep', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ])('refuses %s', (_why, document) => {
    expect(readXml(document)).toBeNull();
  });

  it('drops prefixes and declarations, keeps CDATA and character references as text', () => {
    const root = readXml(
      '\ufeff<?xml version="1.0"?><!-- x --><d:a xmlns:d="u"><d:b c="&#20013;">&lt;1&#x4e2d;<![CDATA[<&>]]></d:b></d:a>',
    );
    expect(root?.name).toBe('a');
    expect(root?.children[0]).toMatchObject({ name: 'b', text: '<1中<&>', attributes: { c: '中' } });
  });

  it('gives back every text that was escaped', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.trim());
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(escapeXml(value).length >= value.length);
        expect(readXml(`<a>${escapeXml(value)}</a>`)?.text).toBe(value.trim());
      }),
    );
  });

  it('reads what fast-xml-parser reads', () => {
    const name = fc.constantFrom('a', 'b', 'c1', 'Ntry');
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.tuple(name, fc.constantFrom('', 'x', '1 &lt; 2', '金额')).map(([tag, text]) => `<${tag}>${text}</${tag}>`),
        fc
          .tuple(name, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, children]) => `<${tag} k="v">${children.join('')}</${tag}>`),
      ),
    }));
    const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false });
    fc.assert(
      fc.property(node, (document) => {
        const ours = readXml(document);
        expect(ours === null ? null : flat(ours)).toEqual(flatTheirs(parser.parse(document) as Theirs[])[0]);
      }),
    );
  });
});

type Flat = [name: string, text: string, children: Flat[]];
type Theirs = Record<string, Theirs[] | string>;

function flat(node: XmlNode): Flat {
  return [node.name, node.text, node.children.map(flat)];
}

function flatTheirs(nodes: readonly Theirs[]): Flat[] {
  return nodes.flatMap((node): Flat[] => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const inside = node[name] as Theirs[];
    return [
      [
        name,
        inside.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
        flatTheirs(inside),
      ],
    ];
  });
}
