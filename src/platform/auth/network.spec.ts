import { networkOf } from './network.js';

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
