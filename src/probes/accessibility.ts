import { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import { type Evidence, type Finding, presenceLevelSchema } from '../model/finding.ts';
import { defineProbe, type Seen } from './contract.ts';
import type { Page } from './reading/page.ts';
import { whyNotAbsent } from './shared/absence.ts';
import { entriesOf, targetOf } from './shared/entries.ts';
import { evidenceOf, findings, homesSeen } from './shared/findings.ts';
import { namedPatterns } from './shared/named-patterns.ts';

const id = 'accessibility';
const version = 1;
const items = ['mode', 'phone', 'languages'] as const;

/**
 * How far the barrier-free mode is known. `none`: no entry. `offered`: a button, link or tool script, of which markup alone cannot say
 * whether it does anything. `opens`: a version of its own whose page opens. `switches` and `pretends`: seen in a browser.
 */
const modes = ['none', 'offered', 'opens', 'switches', 'pretends'] as const;
/**
 * What is known of phones. `declared`: the layout claims the width of the device; `version`: a version for phones opens; `fits` and
 * `overflows`: seen in a browser at the width of a phone.
 */
const phones = ['none', 'declared', 'version', 'fits', 'overflows'] as const;

export const accessibilityValue = z.object({
  level: presenceLevelSchema,
  /** What is there as far as it is proved; null when parts of the page that could show more were not seen. */
  found: z.array(z.enum(items)).nullable(),
  mode: z.enum(modes),
  /** Vendor id of the tool that the mode comes from. */
  tool: z.string().nullable(),
  phone: z.enum(phones),
  /** Codes of the languages that have a version, sorted; scripts of Chinese are not among them. */
  languages: z.array(z.string()),
  /** Serious violations that a check in a browser counted on the home page; null where none was made. */
  violations: z.number().int().min(0).nullable(),
});

interface Sight<Kind> {
  readonly is: Kind;
  readonly evidence: readonly Evidence[];
}

/** Fitness of the portal for old and disabled people (适老化, 无障碍), for phones, and for speakers of other languages. */
export const accessibility = defineProbe({
  id,
  version,
  sites: ['portal'],
  value: accessibilityValue,
  seeks: ['accessibility', 'language', 'mobile-app'],
  judge,
});

function judge(seen: Seen): Finding {
  const say = findings(seen, { id, version });
  const mode = modeOf(seen);
  const phone = phoneOf(seen);
  const spoken = languagesOf(seen);
  const held: Readonly<Record<(typeof items)[number], boolean>> = {
    mode: mode.is === 'opens',
    phone: phone.is !== 'none',
    languages: spoken.is.length > 0,
  };
  const found = items.filter((item) => held[item]);
  const evidence = [...mode.evidence, ...phone.evidence, ...spoken.evidence];
  const reason = whyNotAbsent(seen, ['portal'], ['accessibility', 'language']);
  if (found.length === 0 && mode.is === 'none')
    return reason === null
      ? say.absent(null, 0.85, homesSeen(seen, 'portal'))
      : say.unknown(reason, homesSeen(seen, 'portal'));
  const whole = reason === null || (mode.is !== 'none' && held.phone && held.languages);
  const value = {
    level: found.length > 0 ? 'reachable' : 'linked',
    found: whole ? found : null,
    mode: mode.is,
    tool: toolOf(seen)?.id ?? null,
    phone: phone.is,
    languages: spoken.is,
    violations: null,
  };
  return say.present(value, found.length > 0 ? 0.9 : 0.75, evidence);
}

function modeOf(seen: Seen): Sight<'none' | 'offered' | 'opens'> {
  const entries = entriesOf(seen, 'portal', 'accessibility');
  for (const { page, link } of entries) {
    const target = targetOf(seen, link)?.page;
    if (!target || target.capture.home || target.kind !== 'html') continue;
    const tools = toolWords(target, seen);
    if (tools.length < 2) continue;
    const evidence = [evidenceOf(page, `${link.label} ${link.url}`), evidenceOf(target, tools.join(' '))];
    return { is: 'opens', evidence };
  }
  const entry = entries[0];
  if (entry) return { is: 'offered', evidence: [evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`)] };
  const button = buttonOf(seen);
  if (button) return { is: 'offered', evidence: [evidenceOf(button.page, button.label)] };
  const tool = toolOf(seen);
  return tool ? { is: 'offered', evidence: [evidenceOf(tool.page, tool.sign)] } : { is: 'none', evidence: [] };
}

function toolWords(page: Page, seen: Seen): string[] {
  const text = foldLabel(page.text);
  return (seen.knowledge.vocabulary.lists['accessibility-tools'] ?? []).filter((word) =>
    text.includes(foldLabel(word)),
  );
}

/** A button without address: its name stands as a line of its own on the home page or in its header. */
function buttonOf(seen: Seen): { page: Page; label: string } | null {
  const words = new Set(seen.knowledge.intents.get('accessibility')?.labels.map(({ text }) => text));
  for (const page of shown(seen))
    for (const line of page.text.split('\n')) if (words.has(foldLabel(line))) return { page, label: line };
  return null;
}

/** A known tool that the home page or its header loads or calls. */
function toolOf(seen: Seen): { id: string; page: Page; sign: string } | null {
  const vendors = seen.knowledge.vendors.filter(({ rule }) => rule.kind === 'accessibility');
  for (const page of shown(seen))
    for (const vendor of vendors) {
      const script = page.scripts.find((url) => vendor.urls.some((pattern) => pattern.test(url)));
      if (script !== undefined) return { id: vendor.rule.id, page, sign: script };
      const call = [...page.links.map((link) => link.url), page.inlineScript].find((code) =>
        vendor.markup.some((pattern) => pattern.test(code)),
      );
      if (call !== undefined) return { id: vendor.rule.id, page, sign: call };
    }
  return null;
}

/** Home pages, and the frames and scripts that write parts of every page. */
function shown(seen: Seen): Page[] {
  return seen.pages('portal').filter(({ capture }) => capture.home || capture.role !== 'page');
}

function phoneOf(seen: Seen): Sight<'none' | 'declared' | 'version'> {
  const words = (seen.knowledge.vocabulary.lists['phone-versions'] ?? []).map(foldLabel);
  for (const page of seen.pages('portal').filter(({ capture }) => capture.home)) {
    const viewport = page.meta.viewport ?? '';
    if (/width\s*=\s*device-width/iu.test(viewport)) return { is: 'declared', evidence: [evidenceOf(page, viewport)] };
    const device = page.meta['applicable-device'] ?? '';
    if (/mobile/iu.test(device)) return { is: 'declared', evidence: [evidenceOf(page, `applicable-device ${device}`)] };
  }
  for (const { page, link } of entriesOf(seen, 'portal', 'mobile-app')) {
    if (!words.some((word) => foldLabel(link.label).includes(word))) continue;
    const target = targetOf(seen, link)?.page;
    if (!target || !/device-width/iu.test(target.meta.viewport ?? '')) continue;
    return { is: 'version', evidence: [evidenceOf(page, `${link.label} ${link.url}`)] };
  }
  return { is: 'none', evidence: [] };
}

/** Languages that have an entry whose page, where it was asked for, opened. */
function languagesOf(seen: Seen): Sight<string[]> {
  const names = namedPatterns(seen.knowledge, 'languages');
  const spoken = new Map<string, Evidence>();
  for (const { page, link, match } of entriesOf(seen, 'portal', 'language')) {
    if (match.by !== 'label') continue;
    const target = targetOf(seen, link);
    if (target && target.capture.failure !== null) continue;
    const name = names.find(({ pattern }) => pattern.test(foldLabel(link.label)))?.name;
    if (name !== undefined && !spoken.has(name)) spoken.set(name, evidenceOf(page, `${link.label} ${link.url}`));
  }
  return { is: [...spoken.keys()].sort(), evidence: [...spoken.values()] };
}
