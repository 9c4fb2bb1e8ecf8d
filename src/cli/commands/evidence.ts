import { Command } from 'commander';
import { findVisited, type Pack } from '../../config/pack.ts';
import type { Capture } from '../../model/capture.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { StaleFinding } from '../../model/judged-finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { editionVisits, readEdition } from '../../pipeline/assessment/editions/read.ts';
import { staleFindings } from '../../pipeline/assessment/stale-findings.ts';
import { currentState } from '../../store/current.ts';
import type { Store } from '../../store/store.ts';
import { reviewRemark } from '../claim.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { curesFor, obstacleLines, withObstacles } from '../obstacles.ts';
import { cell, printJson, printLines, short } from '../output.ts';
import { staleLines, withStale } from '../stale-remark.ts';

interface EvidenceOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
}

export function evidenceCommand(): Command {
  return withCommonOptions(new Command('evidence'))
    .summary('the pages and quotes behind a finding')
    .description(
      'Shows why a finding is what it is: its pages, the quoted text, time, hash of the bytes; what stood in the way and what would settle the question.',
    )
    .argument('<government>', 'code, name or pinyin')
    .argument('<probe>', 'id of the probe')
    .option('--run <id>', 'the finding of this run')
    .option('--edition <name>', 'the finding of a frozen edition')
    .addHelpText(
      'after',
      `
Examples:
  govprobe evidence 成都 smart-search
  govprobe evidence 成都 smart-search --edition 2023`,
    )
    .action(show);
}

type RunCapture = Capture & { readonly run: string };

interface EvidenceState {
  readonly governments: readonly Government[];
  readonly findings: readonly Finding[];
  /** What was known before of a finding that is unknown. */
  staleOf(finding: Finding): Promise<StaleFinding | undefined>;
  /** Captures of one government by id, those of the newest run where several hold the same. */
  captures(code: string): Promise<Map<string, RunCapture>>;
}

async function stateOf(store: Store, pack: Pack, options: EvidenceOptions): Promise<EvidenceState> {
  if (options.edition !== undefined) {
    const name = options.edition;
    if (options.run !== undefined)
      throw new UsageError('--edition and --run exclude each other: an edition names its runs itself');
    const { governments, findings, stale } = await readEdition(store, name);
    const captures = async (code: string): Promise<Map<string, RunCapture>> => {
      const found = new Map<string, RunCapture>();
      for await (const { run, captures } of editionVisits(store, name, code))
        for (const capture of captures) found.set(capture.id, { ...capture, run });
      return found;
    };
    return { governments, findings, staleOf: async (finding) => stale.get(findingKey(finding)), captures };
  }
  const { run, overlaid, governments, findings } = await currentState(store, options.run);
  const captures = async (code: string): Promise<Map<string, RunCapture>> => {
    const found = new Map<string, RunCapture>();
    for (const { id } of [run, ...overlaid])
      for (const capture of await store.captures(id, code)) found.set(capture.id, { ...capture, run: id });
    return found;
  };
  const staleOf = async (finding: Finding): Promise<StaleFinding | undefined> =>
    (await staleFindings(store, pack, [run, ...overlaid], [finding])).get(findingKey(finding));
  return { governments, findings, staleOf, captures };
}

async function show(query: string, probe: string, options: EvidenceOptions): Promise<void> {
  const pack = await packOf(options);
  await withStore(options, async (store) => {
    const current = await stateOf(store, pack, options);
    const government = findVisited(current.governments, query, pack);
    const finding = current.findings.find((item) => item.government === government.code && item.probe === probe);
    if (finding === undefined) {
      const known = current.findings.filter((item) => item.government === government.code).map((item) => item.probe);
      throw new UsageError(
        known.length === 0
          ? `${government.name} has no finding yet: its visit is not complete`
          : `${government.name} has no finding of a probe ${probe}; expected one of ${known.join(', ')}`,
      );
    }
    const captures = await current.captures(government.code);
    const chain = finding.evidence.map((item) => {
      const capture = captures.get(item.capture);
      return {
        ...item,
        run: capture?.run ?? null,
        time: capture?.time ?? null,
        sha256: capture?.body ?? null,
        status: capture?.status ?? null,
        via: capture?.via ?? null,
        screenshot: capture?.screenshot ?? null,
      };
    });
    const failures = [...captures.values()]
      .filter((capture) => capture.failure !== null)
      .map(({ url, site, failure, detail, time }) => ({ url, site, failure, detail, time }));
    const earlier = await current.staleOf(finding);
    if (options.json) {
      const { code, name } = government;
      const settle = curesFor(finding.obstacles ?? [], pack.failures);
      const shown = withStale(withObstacles(finding), earlier);
      return printJson({ government: code, name, finding: shown, evidence: chain, settle, failures });
    }
    const lines = [
      `${government.name} (${government.code}) · ${probe} version ${finding.version}: ${finding.state}${finding.reason ? ` (${cell(finding.reason, 300)})` : ''}, confidence ${finding.confidence.toFixed(2)}`,
      `value: ${short(finding.value, 400) || 'none'}`,
      ...(finding.review === undefined
        ? []
        : [reviewRemark(finding.review), `   why: ${cell(finding.review.why, 600)}`]),
      ...staleLines(earlier),
      chain.length === 0 ? 'no page is quoted' : '',
    ];
    for (const [index, item] of chain.entries()) {
      lines.push(
        `${index + 1}. ${item.url}`,
        `   “${item.quote}”`,
        ...(item.screenshot === null ? [] : [`   picture (JPEG) sha256 ${item.screenshot}`]),
        `   capture ${item.capture} · ${item.time ?? 'time unknown'} · ${item.via ?? '?'} · status ${item.status ?? '-'} · sha256 ${item.sha256 ?? '-'}`,
      );
    }
    lines.push(...obstacleLines(finding, pack.failures));
    if (finding.state === 'unknown' && failures.length > 0) {
      lines.push('what failed in the visit:');
      for (const item of failures.slice(0, 20))
        lines.push(`   ${item.site} ${item.failure}: ${item.url} (${item.detail ?? ''})`);
    }
    const files = chain.flatMap((item) => (item.sha256 === null ? [] : [item.sha256]));
    if (files.length > 0)
      lines.push(`bytes: ${dataFolderOf(options)}/evidence/<first two digits>/<sha256>.zst (read with zstd -dc)`);
    printLines(lines.filter((line) => line !== ''));
  });
}
