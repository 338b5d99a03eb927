import ipaddr from 'ipaddr.js';

/**
 * What an IP address is, such as `a loopback address`, where it is not one of the public internet; else `undefined`.
 * Follows the special-purpose registries of IANA. An IPv4 address in the form that IPv6 has for it (mapped, RFC 4291; NAT64,
 * RFC 6052) is judged as what it is; in the forms of tunnels that are no longer in use (6to4, Teredo) none is public.
 */
export const nonPublicKind = (address: string): string | undefined => {
  if (!ipaddr.isValid(address)) return 'no IP address';
  const meant = unwrap(ipaddr.parse(address));
  if (azureHost.includes(meant.toString())) return 'the address at which a cloud tells its machines their secrets';
  // Of IPv6 only this eighth has been given out; the library takes the rest for public, `::7f00:1` among it.
  if (meant instanceof ipaddr.IPv6 && !meant.match(globalUnicast)) return kinds[meant.range()] ?? 'a reserved address';
  const range = meant.range();
  return range === 'unicast' ? undefined : (kinds[range] ?? 'a reserved address');
};

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Metadata services have addresses that are private or link-local anyway; only Azure's is one of the public internet. */
const azureHost = ['168.63.129.16'];

const kinds: Readonly<Record<string, string>> = {
  loopback: 'a loopback address',
  private: 'a private address',
  uniqueLocal: 'a private address',
  deprecatedSiteLocal: 'a private address',
  linkLocal: 'a link-local address',
  carrierGradeNat: 'a private address of a provider',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  unspecified: 'an unspecified address',
  '6to4': 'a tunnel address',
  teredo: 'a tunnel address',
};

const unwrap = (address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 => {
  if (address instanceof ipaddr.IPv4) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(nat64) ? new ipaddr.IPv4(address.toByteArray().slice(-4)) : address;
};
