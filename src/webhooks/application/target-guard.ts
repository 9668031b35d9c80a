import { BlockList, isIP, isIPv6 } from 'node:net';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from '../domain/webhooks.sentences.js';

/** Ranges that are not the public internet. Source: IANA special-purpose address registries (RFC 6890 and updates). */
const NOT_PUBLIC_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const NOT_PUBLIC_V6: readonly (readonly [string, number])[] = [
  ['::', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const blocked = new BlockList();
for (const [net, bits] of NOT_PUBLIC_V4) blocked.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of NOT_PUBLIC_V6) blocked.addSubnet(net, bits, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a message may be sent to this address; an IPv4 address inside an IPv6 one is judged as IPv4. */
export function isAllowedAddress(address: string, allowLoopback: boolean): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (isIP(plain) === 0 || (mapped === undefined && /^::ffff:/i.test(address))) return false;
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4';
  if (loopback.check(plain, family)) return allowLoopback;
  return !blocked.check(plain, family);
}

/** What is wrong with a receiver's URL before any look-up, or null. A name is checked again when it is resolved. */
export function targetFault(url: string, allowLoopback: boolean): Sentence | null {
  if (!URL.canParse(url)) return SAY.url;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return SAY.url_credentials;
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocal = host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, isIPv6(host) ? 'ipv6' : 'ipv4'));
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal && allowLoopback)) return SAY.url_https;
  if (host === 'localhost') return allowLoopback ? null : SAY.host_public;
  if (isIP(host) !== 0 && !isAllowedAddress(host, allowLoopback)) return SAY.address_public;
  if (isIP(host) === 0 && !host.includes('.')) return SAY.host_name_public;
  return null;
}
