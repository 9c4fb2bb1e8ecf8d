import type { IndicatorTree } from '../../config/schema/indicators.ts';
import type { Vocabulary } from '../../config/schema/knowledge.ts';
import type { Capture } from '../../model/capture.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government, SiteKind } from '../../model/government.ts';
import type { FolderKind } from '../../model/nature.ts';
import type { EditionFacts } from '../../model/provenance.ts';
import type { Review } from '../../model/review.ts';
import type { Ranked } from '../../scoring/rank.ts';
import type { GovernmentScore } from '../../scoring/score.ts';
import type { TreeNode } from '../../scoring/tree.ts';

/** Declaration and source code of a probe. */
export interface ProbeRule {
  readonly id: string;
  readonly version: number;
  readonly sites: readonly SiteKind[];
  readonly seeks: readonly string[];
  /** JSON Schema of the finding's value. */
  readonly value: unknown;
  /** Source code; null where the installed package does not contain it. */
  readonly source: string | null;
}

/** What judging a visit again needs besides its captures. */
export interface VisitFacts {
  readonly run: string;
  /** Probes that the visit was made for; null: all. */
  readonly probes: readonly string[] | null;
  /** Intents of links that were not followed, by site. */
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
}

/** How sure a place is: bounds that hold with the confidence which the bulletin states. */
export interface Interval {
  readonly rank: { readonly low: number; readonly high: number };
  readonly score: { readonly low: number; readonly high: number };
}

/** The input of an appeal pack. */
export interface AppealInput {
  readonly government: Government;
  /** Null unless the findings belong to a frozen edition. */
  readonly edition: Pick<EditionFacts, 'name' | 'sha256' | 'replacedBy' | 'errata'> | null;
  readonly runs: readonly { readonly id: string; readonly started: string; readonly finished: string | null }[];
  /** Whether real sites or a simulation answered. */
  readonly nature: FolderKind;
  /** IANA name of the zone in which times are printed. */
  readonly timeZone: string;
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
  /** Rules in force today. */
  readonly rules: {
    readonly configHash: string;
    readonly probes: readonly ProbeRule[];
    readonly vocabulary: Vocabulary;
  };
  /** Log lines of the visit; empty when the log was pruned. */
  readonly log: readonly string[];
  /** Resolves to the bytes of a hash; to null when they were pruned. */
  readonly bytes: (hash: string) => Promise<Uint8Array | null>;
  /** The visits behind the findings: the first is the base, the others are laid over it. */
  readonly visits: readonly VisitFacts[];
  /** Null where none was drawn: the government has no rank. */
  readonly interval: Interval | null;
}
