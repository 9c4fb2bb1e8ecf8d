/** Domains that nobody reads mail at: RFC 2606 and RFC 6761 reserve them for examples and tests. */
const reserved = /(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|test|localhost)\.?$/iu;

/** The domain of a contact (`mailto:...` or an address of the web) that nobody can read; else null. */
export function unreadContact(contact: string): string | null {
  const domains = [...contact.matchAll(/(?:@|:\/\/)([^\s/?#:@>)]+)/gu)].map(([, domain = '']) => domain);
  return domains.find((domain) => reserved.test(domain)) ?? null;
}
