import type { TileMap } from '../config/schema/tiles.ts';
import type { CaptureCount, CaptureMark, FailureCount } from '../model/capture-figures.ts';
import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import type { RunFacts } from '../model/run.ts';
import type { Adoption } from '../scoring/adoption.ts';
import type { Assessment } from '../scoring/assess.ts';
import type { EditionComparison } from '../scoring/comparison/compare-editions.ts';
import type { Description } from '../scoring/descriptive/describe.ts';
import type { ItemAnalysis } from '../scoring/items/analyse.ts';
import type { PublishedComparison } from '../scoring/statements/compare-published.ts';
import type { Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { Sensitivity } from '../scoring/uncertainty/sensitivity.ts';

/** The edition before: what changes are measured against. */
export interface EarlierEdition {
  /** As it stands in sentences: `2022年报告`. */
  readonly name: string;
  readonly adoption: readonly Adoption[];
  readonly comparison: EditionComparison;
}

/** All a report is made of: plain data, nothing is looked up while it is written. */
export interface ReportInput {
  /** Title of the pack. */
  readonly title: string;
  /** Paragraphs of the pack on where names, weights and addresses come from; printed as they are. */
  readonly provenance: readonly string[];
  readonly run: RunFacts;
  readonly governments: readonly Government[];
  /** Names of the pack's groups by id; a group without an entry is shown by its id. */
  readonly groupNames: Readonly<Record<string, string>>;
  /** Names of the pack's regions by id. */
  readonly regionNames: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  /** What was known before of findings that blocked or dead sites left unknown: shown beside them, with its date. */
  readonly stale?: readonly StaleFinding[];
  readonly assessment: Assessment;
  readonly adoption: readonly Adoption[];
  readonly description: Description;
  /** How the leaves behave as measures. */
  readonly items: ItemAnalysis;
  /** Null where no earlier edition is known: nothing is said about changes. */
  readonly earlier: EarlierEdition | null;
  /** What a publication printed beside what these data say. */
  readonly published: {
    /** The publication. */
    readonly title: string;
    readonly source: string;
    readonly comparisons: readonly PublishedComparison[];
  } | null;
  /** Null where no draws were made. */
  readonly uncertainty: Uncertainty | null;
  /** Which assumption moves the ranks; null where it was not measured. */
  readonly sensitivity: Sensitivity | null;
  /** Of the captures that findings quote, by id. */
  readonly marks: Readonly<Record<string, CaptureMark>>;
  /** Null: no map is drawn. */
  readonly tiles: TileMap | null;
  readonly failures: readonly FailureCount[];
  readonly captures: readonly CaptureCount[];
}
