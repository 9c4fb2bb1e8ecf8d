import type { AppealLanguage } from '../../report/messages-appeal.ts';
import type { NoteSigner } from '../../report/package/checkpoint.ts';

/** What is published, where, and how. */
export interface PublishRequest {
  readonly edition: string;
  /** A folder that does not exist yet, or is empty. */
  readonly out: string;
  readonly language: AppealLanguage;
  /** Whether names and numbers of people in letters stay as they were received. */
  readonly unmasked: boolean;
  /** Signs the checkpoint. */
  readonly signer: NoteSigner | null;
  /** Address of a time-stamping authority (RFC 3161), and its certificates in PEM. */
  readonly authority: { readonly url: string; readonly certificates: string } | null;
  /** Told after each government. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
  readonly now: () => Date;
}

export interface WrittenPublication {
  readonly folder: string;
  readonly governments: number;
  readonly bytes: number;
  readonly origin: string;
  /** Lines of the log with this publication. */
  readonly size: number;
  /** Base64: the one text to print. */
  readonly root: string;
  /** Captures whose bytes are gone. */
  readonly missing: number;
  /** Pieces of personal data that were masked. */
  readonly masked: number;
}
