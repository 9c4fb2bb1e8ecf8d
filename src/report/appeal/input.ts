import type { IndicatorTree } from '../../config/schema/indicators.ts';
import type { Vocabulary } from '../../config/schema/knowledge.ts';
import type { Capture } from '../../model/capture.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government, SiteKind } from '../../model/government.ts';
import type { Review } from '../../model/review.ts';
import type { Ranked } from '../../scoring/rank.ts';
import type { GovernmentScore } from '../../scoring/score.ts';
import type { TreeNode } from '../../scoring/tree.ts';

/** What a probe declares, and the program text that judges. */
export interface ProbeRule {
  readonly id: string;
  readonly version: number;
  readonly sites: readonly SiteKind[];
  readonly seeks: readonly string[];
  /** JSON Schema of the finding's value. */
  readonly value: unknown;
  /** Null where the installed package does not hold it. */
  readonly source: string | null;
}

/** All that an appeal pack is made of. */
export interface AppealInput {
  readonly government: Government;
  /** Null when the findings are not those of a frozen edition. */
  readonly edition: { readonly name: string; readonly sha256: string } | null;
  readonly runs: readonly { readonly id: string; readonly started: string; readonly finished: string | null }[];
  readonly findings: readonly {
    readonly finding: Finding;
    readonly run: string;
    readonly toolVersion: string;
    readonly configHash: string;
  }[];
  readonly score: GovernmentScore | null;
  readonly place: (Ranked & { readonly level: string | null }) | null;
  readonly nodes: readonly TreeNode[];
  readonly tree: IndicatorTree;
  readonly captures: readonly { readonly run: string; readonly capture: Capture }[];
  readonly reviews: readonly Review[];
  /** Rules of today. */
  readonly rules: {
    readonly configHash: string;
    readonly probes: readonly ProbeRule[];
    readonly vocabulary: Vocabulary;
  };
  /** Lines of the visit's log, as written; empty when it is gone. */
  readonly log: readonly string[];
  /** The bytes behind a hash; null when they are gone. */
  readonly bytes: (hash: string) => Uint8Array | null;
}
