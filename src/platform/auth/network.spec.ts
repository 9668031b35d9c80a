import { isNetwork, networkOf, Networks } from './network.js';

describe('The network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', 'an IPv4 address stands for itself'],
    ['::ffff:192.0.2.7', '192.0.2.7', 'IPv4 on a socket that takes both'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', 'written out'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64', 'another address of the same network, written otherwise'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64', 'with leading zeros'],
    ['2001:db8:1:3::6', '2001:db8:1:3::/64', 'the network beside it'],
    ['2001:db8::6', '2001:db8:0:0::/64', 'zeros left out within the first half'],
    ['::1', '0:0:0:0::/64', 'loopback'],
  ])('of %s is %s: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('A list of networks', () => {
  it.each([
    [['192.0.2.0/24'], '192.0.2.255', true],
    [['192.0.2.0/24'], '192.0.3.0', false],
    [['192.0.2.7'], '192.0.2.7', true],
    [['192.0.2.7'], '::ffff:192.0.2.7', true],
    [['2001:db8::/33'], '2001:db8:7fff::1', true],
    [['2001:db8::/33'], '2001:db8:8000::1', false],
    [['2001:db8::1'], '2001:db8:0::0:1', true],
    [['0.0.0.0/0'], '2001:db8::1', false],
    [['::/0'], '2001:db8::1', true],
    [['192.0.2.0/24'], 'nonsense', false],
  ])('of %j includes %s: %s', (networks, address, isIncluded) => {
    expect(new Networks(networks).includes(address)).toBe(isIncluded);
  });

  it.each(['192.0.2.0/24', '192.0.2.7', '2001:db8::/32', '::/0', '192.0.2.0/0'])('can have %s', (text) => {
    expect(isNetwork(text)).toBe(true);
  });

  it.each(['', '192.0.2', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/8/8', '::/129', 'fe80::1%1', '192.0.2.0/-1'])(
    'cannot have %j',
    (text) => {
      expect(isNetwork(text)).toBe(false);
    },
  );
});
