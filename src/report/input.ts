import type { BulletinRule } from '../config/schema/analysis.ts';
import type { ConditionDefinition } from '../config/schema/statements.ts';
import type { TileMap } from '../config/schema/tiles.ts';
import type { Texts } from '../config/texts.ts';
import type { CaptureCount, CaptureMark, FailureCount } from '../model/capture-figures.ts';
import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import type { FolderKind } from '../model/nature.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Review } from '../model/review.ts';
import type { ReviewChecks } from '../model/review-checks.ts';
import type { RunFacts } from '../model/run.ts';
import type { Adoption } from '../scoring/adoption.ts';
import type { Assessment } from '../scoring/assess.ts';
import type { AdoptionChange } from '../scoring/comparison/adoption-change.ts';
import type { EditionComparison } from '../scoring/comparison/compare-editions.ts';
import type { Description } from '../scoring/descriptive/describe.ts';
import type { ItemAnalysis } from '../scoring/items/analyse.ts';
import type { PublishedComparison } from '../scoring/statements/compare-published.ts';
import type { Bands } from '../scoring/uncertainty/bands.ts';
import type { Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { Sensitivity } from '../scoring/uncertainty/sensitivity.ts';

/** The previous edition, to which changes are compared. */
export interface EarlierEdition {
  /** Its name in sentences: `2022年报告`. */
  readonly name: string;
  /** Whether it evaluates nearly the same governments, so that tiers, ranges and means compare. */
  readonly comparable: boolean;
  readonly adoption: readonly AdoptionChange[];
  readonly comparison: EditionComparison;
}

/** The complete input of a report: plain data, so that writing it needs no lookups. */
export interface ReportInput {
  /** Title of the pack. */
  readonly title: string;
  /** Edition, runs, program and pack that the figures come from. */
  readonly provenance: Provenance;
  /** Every review of these governments, those without effect too, oldest first. */
  readonly reviews: readonly Review[];
  /** Objections and the sample that is read twice; null in editions of earlier releases. */
  readonly checks?: ReviewChecks | null;
  /** The run that a finding comes from, by `findingKey`. */
  readonly findingRuns: Readonly<Record<string, string>>;
  readonly run: RunFacts;
  /** Whether real sites or a simulation answered; whatever is not real says so on every page. */
  readonly nature: FolderKind;
  /** IANA name of the zone in which times are printed. */
  readonly timeZone: string;
  readonly governments: readonly Government[];
  /** The same; one that is also an observed platform is listed once for each of its groups. */
  readonly listed: readonly Government[];
  /** Texts that people wrote, as Markdown; those that are missing are left out. */
  readonly texts: Texts;
  /** What each probe measures, in the language of the report, by id. */
  readonly measures: Readonly<Record<string, string>>;
  /** What the bulletin concludes, names and compares. */
  readonly rule: BulletinRule;
  /** The conditions that `adoption` counts. */
  readonly conditions: readonly ConditionDefinition[];
  /** Names of the pack's groups by id; a group without an entry is shown by its id. */
  readonly groupNames: Readonly<Record<string, string>>;
  /** Names of the pack's regions by id. */
  readonly regionNames: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  /**
   * Last known findings of blocked or dead sites, shown with their date beside the unknown ones.
   */
  readonly stale?: readonly StaleFinding[];
  /** Without tiers where `bands` are published. */
  readonly assessment: Assessment;
  /** What is published in place of tiers that are too doubtful; null where tiers stand. */
  readonly bands: Bands | null;
  readonly adoption: readonly Adoption[];
  readonly description: Description;
  /** Item analysis of the leaves. */
  readonly items: ItemAnalysis;
  /** Null without an earlier edition; then the report mentions no changes. */
  readonly earlier: EarlierEdition | null;
  /** Published figures beside the computed ones. */
  readonly published: {
    /** The publication. */
    readonly title: string;
    readonly source: string;
    readonly comparisons: readonly PublishedComparison[];
  } | null;
  /** Null if no draws were made. */
  readonly uncertainty: Uncertainty | null;
  /** Which assumption moves the ranks most; null if not measured. */
  readonly sensitivity: Sensitivity | null;
  /** Time and hash of the captures that findings quote, by id. */
  readonly marks: Readonly<Record<string, CaptureMark>>;
  /** Null: no map is drawn. */
  readonly tiles: TileMap | null;
  readonly failures: readonly FailureCount[];
  readonly captures: readonly CaptureCount[];
}
