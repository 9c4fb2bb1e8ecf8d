import type { ImportSummary } from '../../application/importing/import-archive.ts';

/** What was imported, line by line. */
export function importLines({
  run,
  archive,
  software,
  own,
  governments,
  findings,
  masked,
  missing,
  skipped,
}: ImportSummary): string[] {
  const counted = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const made = software.length === 0 ? 'software not named' : software.join(', ');
  return [
    `run ${run}: ${archive.name}, ${archive.format}, ${archive.bytes} bytes, sha256 ${archive.sha256}`,
    `${own ? 'a package of this program' : 'an archive of another program'}: ${made}`,
    ...governments.map(({ code, name, captures }) => `${code} ${name}: ${captures} captures`),
    `findings: ${counted(findings)}`,
    ...(masked === 0 ? [] : [`${masked} captures are masked: findings on them may differ from those published`]),
    ...(missing === 0 ? [] : [`${missing} captures have no bytes in the archive`]),
    ...(Object.keys(skipped).length === 0 ? [] : [`records passed over: ${counted(skipped)}`]),
    `next: govprobe findings --run ${run}`,
  ];
}
