import { domainToASCII } from 'node:url';

/** As SMTP bounds them, RFC 5321. */
const LONGEST = { local: 64, address: 254 };
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * One plain address as it is mailed, an internationalised domain as punycode; undefined for anything that no mail system takes or that
 * could become a second recipient: lists, display names, spaces, line ends, letters beyond ASCII before the @.
 */
export function mailableAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  const written = text.slice(at + 1);
  // why only then: an address in ASCII is mailed as it was written; the conversion would take what a browser forgives.
  const domain = /^[\x21-\x7e]*$/.test(written) ? written : /[\s\p{Cc}]/u.test(written) ? '' : domainToASCII(written);
  if (local.length > LONGEST.local || !LOCAL.test(local) || !DOMAIN.test(domain)) return undefined;
  const address = `${local}@${domain}`;
  return address.length > LONGEST.address ? undefined : address;
}

/** What a From header may say: an address alone, or a name before it in angle brackets. */
export function isSender(text: string): boolean {
  const named = /^(?:"[^"\\\p{Cc}]*"|[^"<>,;:@()[\]\\\p{Cc}]*) <([^<>\s]+)>$/u.exec(text);
  return mailableAddress(named ? named[1]! : text) !== undefined;
}
